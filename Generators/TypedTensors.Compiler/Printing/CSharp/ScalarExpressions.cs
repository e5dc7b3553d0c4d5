using System.Globalization;
using TypedTensors.Compiler.Intrinsics;
using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Printing.CSharp;

/// <summary>Writes each instruction as C# on single values.</summary>
/// <param name="typeOf">The type of a value.</param>
/// <param name="isFloatingGeneric">Whether only floating-point numbers can stand for the type parameter.</param>
sealed class ScalarExpressions(Func<int, ElementType> typeOf, bool isFloatingGeneric)
{
    /// <summary>Writes an instruction.</summary>
    /// <param name="instruction">The instruction.</param>
    /// <param name="use">Writes its operands.</param>
    public Expression Write(Instruction instruction, Func<int, Expression> use) =>
        instruction switch
        {
            ConstantInstruction constant => Expression.Primary(ConstantPrinter.Literal(constant.Type, constant.Value)),
            UnaryInstruction { Operator: UnaryOperator.Negate } unary => Expression.Unary("-", use(unary.Operand)),
            UnaryInstruction { Operator: UnaryOperator.Complement } unary => Expression.Unary("~", use(unary.Operand)),
            UnaryInstruction unary => Expression.Unary("!", use(unary.Operand)),
            BinaryInstruction binary => Write(binary, use(binary.Left), use(binary.Right)),
            CompareInstruction compare => Write(compare.Operator, use(compare.Left), use(compare.Right)),
            SelectInstruction select => new Expression(
                $"{use(select.Condition).In(Precedence.Or)} ? {use(select.WhenTrue).In(Precedence.Or)} : {use(select.WhenFalse).In(Precedence.Conditional)}",
                Precedence.Conditional),
            ConvertInstruction convert => Write(convert, use(convert.Operand)),
            BitCastInstruction cast => Expression.Call($"Unsafe.BitCast<{typeOf(cast.Operand).Name}, {cast.Type.Name}>", use(cast.Operand)),
            IntrinsicInstruction call => Write(IntrinsicTable.Get(call.Intrinsic), typeOf(call.Arguments[0]), call.Arguments.Select(use)),
            CallInstruction call => Expression.Call(Functions.NameOf(call), call.Arguments.Select(use)),
            _ => throw new InvalidOperationException($"{instruction.GetType().Name} is not an expression."),
        };

    Expression Write(BinaryInstruction binary, Expression left, Expression right)
    {
        bool isGenericInteger = binary.Type.IsGeneric && !isFloatingGeneric;
        bool countIsElement = binary.Type.IsGeneric && typeOf(binary.Right) == binary.Type;
        return binary.Operator switch
        {
            BinaryOperator.Divide or BinaryOperator.Remainder when binary.Type.IsInteger || isGenericInteger
                => Expression.Call("KernelMath." + binary.Operator, left, right),
            BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight or BinaryOperator.ShiftRightLogical when countIsElement
                => Expression.Call("KernelMath." + binary.Operator, left, right),
            _ => Infix(binary.Operator, left, right),
        };
    }

    /// <summary>Writes an operation with its operator, which is the same for vectors.</summary>
    public static Expression Infix(BinaryOperator op, Expression left, Expression right) =>
        op switch
        {
            BinaryOperator.Add => Expression.Binary(left, "+", right, Precedence.Additive),
            BinaryOperator.Subtract => Expression.Binary(left, "-", right, Precedence.Additive),
            BinaryOperator.Multiply => Expression.Binary(left, "*", right, Precedence.Multiplicative),
            BinaryOperator.Divide => Expression.Binary(left, "/", right, Precedence.Multiplicative),
            BinaryOperator.Remainder => Expression.Binary(left, "%", right, Precedence.Multiplicative),
            BinaryOperator.And => Expression.Bits(left, "&", right, Precedence.And),
            BinaryOperator.Or => Expression.Bits(left, "|", right, Precedence.Or),
            BinaryOperator.Xor => Expression.Bits(left, "^", right, Precedence.Xor),
            BinaryOperator.ShiftLeft => Expression.Bits(left, "<<", right, Precedence.Shift),
            BinaryOperator.ShiftRight => Expression.Bits(left, ">>", right, Precedence.Shift),
            _ => Expression.Bits(left, ">>>", right, Precedence.Shift),
        };

    /// <summary>Writes a comparison.</summary>
    public static Expression Write(ComparisonOperator op, Expression left, Expression right) =>
        op switch
        {
            ComparisonOperator.Equal => Expression.Binary(left, "==", right, Precedence.Equality),
            ComparisonOperator.NotEqual => Expression.Binary(left, "!=", right, Precedence.Equality),
            ComparisonOperator.Less => Expression.Binary(left, "<", right, Precedence.Relational),
            ComparisonOperator.LessOrEqual => Expression.Binary(left, "<=", right, Precedence.Relational),
            ComparisonOperator.Greater => Expression.Binary(left, ">", right, Precedence.Relational),
            _ => Expression.Binary(left, ">=", right, Precedence.Relational),
        };

    Expression Write(ConvertInstruction convert, Expression operand)
    {
        ElementType from = typeOf(convert.Operand);
        return from.IsGeneric || convert.Type.IsGeneric ? Expression.Call($"{convert.Type.Name}.CreateTruncating", operand)
            : convert.Native ? Expression.Call($"{from.Name}.ConvertToIntegerNative<{convert.Type.Name}>", operand)
            : Expression.Unary($"({convert.Type.Name})", operand);
    }

    Expression Write(Intrinsic function, ElementType type, IEnumerable<Expression> arguments)
    {
        bool wrapsInKernelMath = function.ThrowsForIntegers && (type.IsInteger || (type.IsGeneric && !isFloatingGeneric));
        bool isBcl = function.Form != FunctionForm.KernelMath || (function.HasInt && type.IsGeneric);
        return isBcl && !wrapsInKernelMath
            ? Expression.Call($"{type.Name}.{function.BclName ?? function.Name}", Functions.WithConstant(function, arguments))
            : Expression.Call($"KernelMath.{function.Name}", arguments);
    }
}
