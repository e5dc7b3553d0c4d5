using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Parsing;

/// <summary>Conditions: taking branches apart makes many of them, of which most fold away or repeat.</summary>
sealed partial class BodyBuilder
{
    public int Not(int operand)
    {
        if (ConstantOf(operand) is { } constant)
        {
            return Constant(constant.IsZero);
        }

        return _instructions.TryGetValue(operand, out Instruction? found) && found is UnaryInstruction { Operator: UnaryOperator.Not } not
            ? not.Operand
            : Reuse(candidate => candidate is UnaryInstruction { Operator: UnaryOperator.Not } unary && unary.Operand == operand)
                ?? Unary(UnaryOperator.Not, operand);
    }

    public int And(int left, int right) =>
        (ConstantOf(left), ConstantOf(right)) switch
        {
            ({ IsZero: true }, _) => left,
            (_, { IsZero: true }) => right,
            ({ } _, _) => right,
            (_, { } _) => left,
            _ when left == right => left,
            _ => Logic(BinaryOperator.And, left, right),
        };

    public int Or(int left, int right) =>
        (ConstantOf(left), ConstantOf(right)) switch
        {
            ({ IsZero: false }, _) => left,
            (_, { IsZero: false }) => right,
            ({ } _, _) => right,
            (_, { } _) => left,
            _ when left == right => left,
            _ => Logic(BinaryOperator.Or, left, right),
        };

    public int Select(int condition, int whenTrue, int whenFalse)
    {
        if (whenTrue == whenFalse)
        {
            return whenTrue;
        }

        if (ConstantOf(condition) is { } known)
        {
            return known.IsZero ? whenFalse : whenTrue;
        }

        if (_types[whenTrue].IsBoolean)
        {
            switch (ConstantOf(whenTrue), ConstantOf(whenFalse))
            {
                case ({ IsZero: false }, _):
                    return Or(condition, whenFalse);
                case ({ IsZero: true }, _):
                    return And(Not(condition), whenFalse);
                case (_, { IsZero: true }):
                    return And(condition, whenTrue);
                case (_, { IsZero: false }):
                    return Or(Not(condition), whenTrue);
            }
        }

        // a ? (b ? x : y) : x keeps x unless a and not b: one choice, and the usual shape after a 'break'.
        if (_instructions.TryGetValue(whenTrue, out Instruction? found) && found is SelectInstruction inner)
        {
            if (inner.WhenTrue == whenFalse)
            {
                return Select(And(condition, Not(inner.Condition)), inner.WhenFalse, whenFalse);
            }

            if (inner.WhenFalse == whenFalse)
            {
                return Select(And(condition, inner.Condition), inner.WhenTrue, whenFalse);
            }
        }

        return Add(new SelectInstruction(NewId(_types[whenTrue], condition, whenTrue, whenFalse), _types[whenTrue], null, condition, whenTrue, whenFalse));
    }

    int Logic(BinaryOperator op, int left, int right) =>
        Reuse(candidate => candidate is BinaryInstruction binary && binary.Operator == op && binary.Left == left && binary.Right == right)
            ?? Binary(op, left, right);

    int? Reuse(Func<Instruction, bool> isSame)
    {
        foreach (List<Instruction> region in _regions)
        {
            if (region.Find(candidate => isSame(candidate)) is { } same)
            {
                return same.Id;
            }
        }

        return null;
    }
}
