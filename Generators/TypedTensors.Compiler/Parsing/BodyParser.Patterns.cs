using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Parsing;

/// <summary>Patterns and the switch expression.</summary>
partial class BodyParser
{
    Value EvaluateSwitch(ISwitchExpressionOperation choice)
    {
        Value value = Evaluate(choice.Value);
        return EvaluateArm(0);

        Value EvaluateArm(int index)
        {
            ISwitchExpressionArmOperation arm = choice.Arms[index];
            int matches = Match(value, arm.Pattern);
            if (arm.Guard is { } guard)
            {
                matches = _builder.And(matches, EvaluateLeaf(guard));
            }

            // C# throws when no arm matches; kernels cannot, so the last arm takes what is left.
            return index == choice.Arms.Length - 1
                ? Evaluate(arm.Value)
                : EvaluateChoice(matches, () => Evaluate(arm.Value), () => EvaluateArm(index + 1));
        }
    }

    int Match(Value value, IPatternOperation pattern)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return _builder.Constant(true);
            case IConstantPatternOperation constant:
                return Test(ComparisonOperator.Equal, Single(value, pattern.Syntax), constant.Value);
            case IRelationalPatternOperation relational when Comparison(relational.OperatorKind) is { } comparison:
                return Test(comparison, Single(value, pattern.Syntax), relational.Value);
            case INegatedPatternOperation negated:
                return _builder.Not(Match(value, negated.Pattern));
            case IBinaryPatternOperation binary:
                int left = Match(value, binary.LeftPattern);
                int right = Match(value, binary.RightPattern);
                return binary.OperatorKind == BinaryOperatorKind.Or ? _builder.Or(left, right) : _builder.And(left, right);
            case IRecursivePatternOperation { DeconstructionSubpatterns: { Length: > 0 } parts, PropertySubpatterns.Length: 0, DeclaredSymbol: null } when value is Aggregate tuple:
                return parts.Select((part, index) => Match(tuple.Items[index], part)).Aggregate(_builder.And);
            default:
                throw Fault(FaultKind.UnsupportedExpression, "This pattern is not part of the kernel language; write constants, comparisons, 'and', 'or', 'not' and '_'.", pattern.Syntax);
        }
    }

    int Test(ComparisonOperator comparison, int value, IOperation constant)
    {
        int other = _builder.Convert(_builder.TypeOf(value), EvaluateLeaf(constant));

        // 'x is float.NaN' is true of a NaN, which equals nothing.
        return comparison == ComparisonOperator.Equal && _builder.ConstantOf(other) is { Kind: ConstantKind.Real } real && double.IsNaN(real.Real)
            ? _builder.Intrinsic("IsNaN", ElementType.Boolean, value)
            : _builder.TypeOf(value).IsBoolean
                ? _builder.ConstantOf(other) is { IsZero: true } ? _builder.Not(value) : value
                : _builder.Compare(comparison, value, other);
    }
}
