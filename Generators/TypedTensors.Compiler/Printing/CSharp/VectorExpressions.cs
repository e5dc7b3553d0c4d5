using System.Globalization;
using TypedTensors.Compiler.Intrinsics;
using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Printing.CSharp;

/// <summary>A vector expression and the type of its lanes, which for a mask depends on what was compared.</summary>
/// <param name="Code">The text and how tightly it binds.</param>
/// <param name="Lane">The type of its lanes.</param>
readonly record struct VectorExpression(Expression Code, ElementType Lane);

/// <summary>Writes each instruction as C# on vectors of one width.</summary>
/// <param name="plan">The lanes.</param>
/// <param name="bits">The width: 128, 256 or 512.</param>
sealed partial class VectorExpressions(LanePlan plan, int bits)
{
    readonly string _vector = "Vector" + bits.ToString(CultureInfo.InvariantCulture);

    /// <summary>The vector type with lanes of a type.</summary>
    public string TypeOf(ElementType lane) => $"{_vector}<{lane.Name}>";

    /// <summary>Writes an instruction whose value differs between elements.</summary>
    /// <param name="instruction">The instruction.</param>
    /// <param name="use">Writes an operand as a vector.</param>
    /// <param name="useScalar">Writes an operand that is the same for all elements.</param>
    public VectorExpression Write(Instruction instruction, Func<int, VectorExpression> use, Func<int, Expression> useScalar) =>
        instruction switch
        {
            UnaryInstruction unary => Write(unary, use(unary.Operand)),
            BinaryInstruction binary => Write(binary, use, useScalar),
            CompareInstruction compare => Write(compare, use(compare.Left), use(compare.Right)),
            SelectInstruction select => Write(select, use, useScalar),
            ConvertInstruction convert => Convert(convert, use(convert.Operand)),
            BitCastInstruction cast => As(use(cast.Operand), plan.Lane(cast.Type)),
            IntrinsicInstruction call => Write(call, IntrinsicTable.Get(call.Intrinsic), use, useScalar),
            CallInstruction call => Write(call, use),
            _ => throw new InvalidOperationException($"{instruction.GetType().Name} is not an expression."),
        };

    /// <summary>Repeats a scalar in all lanes.</summary>
    /// <param name="type">The scalar's type.</param>
    /// <param name="constant">Its value, when known.</param>
    /// <param name="scalar">Its text.</param>
    public VectorExpression Broadcast(ElementType type, ConstantValue? constant, Expression scalar)
    {
        if (type.IsBoolean)
        {
            ElementType mask = plan.MaskLane;
            string all = $"{TypeOf(mask)}.AllBitsSet", none = $"{TypeOf(mask)}.Zero";
            return constant is { } known
                ? new(Expression.Primary(known.IsZero ? none : all), mask)
                : new(new Expression($"{scalar.In(Precedence.Or)} ? {all} : {none}", Precedence.Conditional), mask);
        }

        ElementType lane = plan.Lane(type);
        return constant switch
        {
            { IsZero: true } => new(Expression.Primary($"{TypeOf(lane)}.Zero"), lane),
            { IsOne: true } => new(Expression.Primary($"{TypeOf(lane)}.One"), lane),
            { } known => new(Expression.Call(Create(lane), Expression.Primary(ConstantPrinter.Literal(lane, known))), lane),
            null => new(Expression.Call(Create(lane), lane == type ? scalar : Expression.Unary($"({lane.Name})", scalar)), lane),
        };
    }

    // The type argument is written because the compiler otherwise weighs all sixteen overloads of Create, which takes twice as long.
    string Create(ElementType lane) => $"{_vector}.Create<{lane.Name}>";

    /// <summary>Reads the bits as lanes of another type.</summary>
    public VectorExpression As(VectorExpression value, ElementType lane) =>
        value.Lane == lane
            ? value
            : new(new Expression($"{value.Code.In(Precedence.Primary)}.As{lane.Kind}()", Precedence.Primary), lane);

    VectorExpression Write(UnaryInstruction unary, VectorExpression operand) =>
        unary.Operator == UnaryOperator.Negate
            ? Normalize(unary.Type, new(Expression.Unary("-", operand.Code), operand.Lane))
            : Normalize(unary.Type, new(Expression.Unary("~", operand.Code), operand.Lane));

    VectorExpression Write(BinaryInstruction binary, Func<int, VectorExpression> use, Func<int, Expression> useScalar)
    {
        if (binary.Operator is BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight or BinaryOperator.ShiftRightLogical)
        {
            return Shift(binary, use, useScalar);
        }

        VectorExpression left = use(binary.Left);
        VectorExpression right = As(use(binary.Right), left.Lane);
        bool isInteger = binary.Type.IsInteger || (binary.Type.IsGeneric && !plan.IsFloatingGeneric);
        bool isFunction = binary.Operator == BinaryOperator.Remainder || (binary.Operator == BinaryOperator.Divide && isInteger);
        Expression code = isFunction
            ? Expression.Call($"KernelMath.{binary.Operator}", left.Code, right.Code)
            : ScalarExpressions.Infix(binary.Operator, left.Code, right.Code);
        return Normalize(binary.Type, new(code, left.Lane));
    }

    VectorExpression Write(CompareInstruction compare, VectorExpression left, VectorExpression right)
    {
        bool isLogic = plan.TypeOf(compare.Left).IsBoolean;
        right = isLogic ? As(right, left.Lane) : right;
        if (isLogic)
        {
            Expression differ = Expression.Bits(left.Code, "^", right.Code, Precedence.Xor);
            return new(compare.Operator == ComparisonOperator.NotEqual ? differ : Expression.Unary("~", differ), left.Lane);
        }

        if (SettledForUnsigned(compare.Operator, left, right) is { } settled)
        {
            return settled;
        }

        string method = compare.Operator switch
        {
            ComparisonOperator.Less => "LessThan",
            ComparisonOperator.LessOrEqual => "LessThanOrEqual",
            ComparisonOperator.Greater => "GreaterThan",
            ComparisonOperator.GreaterOrEqual => "GreaterThanOrEqual",
            _ => "Equals",
        };
        Expression call = Expression.Call($"{_vector}.{method}", left.Code, right.Code);
        return new(compare.Operator == ComparisonOperator.NotEqual ? Expression.Unary("~", call) : call, left.Lane);
    }

    // What no unsigned number is, or all are: the JIT miscompiles these comparisons, as KernelMath.IsBelowZero says.
    VectorExpression? SettledForUnsigned(ComparisonOperator comparison, VectorExpression left, VectorExpression right)
    {
        bool mayBeUnsigned = left.Lane.IsUnsigned || (left.Lane.IsGeneric && !plan.IsFloatingGeneric);
        return !mayBeUnsigned ? null
            : comparison == ComparisonOperator.Less && IsZero(right) ? ComparedWithZero("IsBelowZero", left)
            : comparison == ComparisonOperator.Greater && IsZero(left) ? ComparedWithZero("IsBelowZero", right)
            : comparison == ComparisonOperator.GreaterOrEqual && IsZero(right) ? ComparedWithZero("IsAtLeastZero", left)
            : comparison == ComparisonOperator.LessOrEqual && IsZero(left) ? ComparedWithZero("IsAtLeastZero", right)
            : null;
    }

    bool IsZero(VectorExpression value) => value.Code.Code == $"{TypeOf(value.Lane)}.Zero";

    static VectorExpression ComparedWithZero(string function, VectorExpression value) => new(Expression.Call($"KernelMath.{function}", value.Code), value.Lane);

    VectorExpression Write(SelectInstruction select, Func<int, VectorExpression> use, Func<int, Expression> useScalar)
    {
        VectorExpression whenTrue = use(select.WhenTrue);
        VectorExpression whenFalse = As(use(select.WhenFalse), whenTrue.Lane);
        return plan.IsUniform(select.Condition)
            ? new(
                new Expression(
                    $"{useScalar(select.Condition).In(Precedence.Or)} ? {whenTrue.Code.In(Precedence.Or)} : {whenFalse.Code.In(Precedence.Conditional)}",
                    Precedence.Conditional),
                whenTrue.Lane)
            : new(
                Expression.Call($"{_vector}.ConditionalSelect", As(use(select.Condition), whenTrue.Lane).Code, whenTrue.Code, whenFalse.Code),
                whenTrue.Lane);
    }

    VectorExpression Write(IntrinsicInstruction call, Intrinsic function, Func<int, VectorExpression> use, Func<int, Expression> useScalar)
    {
        VectorExpression first = use(call.Arguments[0]);
        List<Expression> arguments = [first.Code];
        arguments.AddRange(call.Arguments.Skip(1).Select(argument => function.TakesCount ? useScalar(argument) : use(argument).Code));
        bool isBcl = function.Form == FunctionForm.Bcl || (function.Form == FunctionForm.BclFloating && !first.Lane.IsGeneric);
        Expression code = isBcl
            ? Expression.Call($"{_vector}.{function.BclName ?? function.Name}", Functions.WithConstant(function, arguments))
            : Expression.Call($"KernelMath.{function.Name}", arguments);
        return function.IsPredicate ? new(code, first.Lane) : Normalize(call.Type, new(code, plan.Lane(call.Type)));
    }

    // A function's masks have the lanes of its first number.
    VectorExpression Write(CallInstruction call, Func<int, VectorExpression> use)
    {
        ElementType mask = call.Arguments.Append(call.Id).Select(plan.TypeOf).Where(type => !type.IsBoolean).Select(plan.Lane)
            .DefaultIfEmpty(new ElementType(ElementKind.Byte)).First();
        IEnumerable<Expression> arguments = call.Arguments.Select(argument => plan.TypeOf(argument).IsBoolean ? As(use(argument), mask).Code : use(argument).Code);
        return new(Expression.Call(Functions.NameOf(call), arguments), call.Type.IsBoolean ? mask : plan.Lane(call.Type));
    }
}
