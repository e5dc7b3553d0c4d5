using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTensors.Analyzers.Precision;

/// <summary>What a condition that holds, or does not, says of a variable's values.</summary>
/// <param name="variable">The variable.</param>
/// <param name="of">The values of an expression.</param>
sealed class Condition(ISymbol variable, Func<IOperation, ValueRange?> of)
{
    /// <summary>The values that remain where a condition has a value.</summary>
    public ValueRange Narrow(ValueRange values, IOperation condition, bool holds) =>
        Narrowing.Written(condition) switch
        {
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Narrow(values, not.Operand, !holds),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both => Join(values, holds, range => Narrow(range, both.LeftOperand, holds), range => Narrow(range, both.RightOperand, holds)),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either => Join(values, !holds, range => Narrow(range, either.LeftOperand, holds), range => Narrow(range, either.RightOperand, holds)),
            IBinaryOperation { OperatorMethod: null } comparison => Compare(values, comparison, holds),
            IIsPatternOperation test when Is(test.Value) => Match(values, test.Pattern, holds),
            _ => values,
        };

    /// <summary>The values that remain in an arm of a switch.</summary>
    public ValueRange Narrow(ValueRange values, ISwitchExpressionOperation choice, ISwitchExpressionArmOperation arm)
    {
        ValueRange matched = Is(choice.Value) ? Match(values, arm.Pattern, true) : values;
        return arm.Guard is { } guard ? Narrow(matched, guard, true) : matched;
    }

    /// <summary>The values that remain behind a statement: one that leaves if a condition holds, or a call that throws.</summary>
    public ValueRange NarrowAfter(ValueRange values, IOperation statement) =>
        statement switch
        {
            IConditionalOperation { WhenFalse: null } test when Leaves(test.WhenTrue) => Narrow(values, test.Condition, false),
            IExpressionStatementOperation { Operation: IInvocationOperation { TargetMethod: { Name: "Assert", ContainingType.Name: "Debug" or "Trace" }, Arguments: [{ Value: { } asserted }, ..] } } => Narrow(values, asserted, true),
            IExpressionStatementOperation { Operation: IInvocationOperation { TargetMethod: { ContainingType.Name: "ArgumentOutOfRangeException", Name: { } name }, Arguments: [{ Value: { } argument }, ..] arguments } } when Is(argument) => name switch
            {
                "ThrowIfNegative" => Keep(values, BinaryOperatorKind.GreaterThanOrEqual, ValueRange.Of(0)),
                "ThrowIfNegativeOrZero" => Keep(values, BinaryOperatorKind.GreaterThan, ValueRange.Of(0)),
                "ThrowIfGreaterThan" => Keep(values, BinaryOperatorKind.LessThanOrEqual, of(arguments[1].Value)),
                "ThrowIfGreaterThanOrEqual" => Keep(values, BinaryOperatorKind.LessThan, of(arguments[1].Value)),
                "ThrowIfLessThan" => Keep(values, BinaryOperatorKind.GreaterThanOrEqual, of(arguments[1].Value)),
                "ThrowIfLessThanOrEqual" => Keep(values, BinaryOperatorKind.GreaterThan, of(arguments[1].Value)),
                _ => values,
            },
            _ => values,
        };

    /// <summary>The same comparison with its sides exchanged.</summary>
    public static BinaryOperatorKind Mirrored(BinaryOperatorKind comparison) =>
        comparison switch
        {
            BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
            BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
            BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
            BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
            _ => comparison,
        };

    static bool Leaves(IOperation statement) =>
        statement is IBlockOperation { Operations: [.., { } last] } ? Leaves(last) : statement is IReturnOperation or IBranchOperation or IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation };

    // Either both are known, or only that one of them is.
    static ValueRange Join(ValueRange values, bool areBoth, Func<ValueRange, ValueRange> first, Func<ValueRange, ValueRange> second) =>
        areBoth ? second(first(values)) : first(values).Or(second(values));

    ValueRange Compare(ValueRange values, IBinaryOperation comparison, bool holds)
    {
        BinaryOperatorKind kind = holds ? comparison.OperatorKind : Negated(comparison.OperatorKind);
        return Is(comparison.LeftOperand) ? Keep(values, kind, of(comparison.RightOperand))
            : Is(comparison.RightOperand) ? Keep(values, Mirrored(kind), of(comparison.LeftOperand))
            : IsMagnitude(comparison.LeftOperand) && kind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual && of(comparison.RightOperand) is { } limit
                ? Keep(Keep(values, kind, limit), Mirrored(kind), -limit)
            : values;
    }

    ValueRange Match(ValueRange values, IPatternOperation pattern, bool holds) =>
        pattern switch
        {
            INegatedPatternOperation not => Match(values, not.Pattern, !holds),
            IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both => Join(values, holds, range => Match(range, both.LeftPattern, holds), range => Match(range, both.RightPattern, holds)),
            IBinaryPatternOperation either => Join(values, !holds, range => Match(range, either.LeftPattern, holds), range => Match(range, either.RightPattern, holds)),
            IRelationalPatternOperation relation => Keep(values, holds ? relation.OperatorKind : Negated(relation.OperatorKind), of(relation.Value)),
            IConstantPatternOperation constant when holds => Keep(values, BinaryOperatorKind.Equals, of(constant.Value)),
            _ => values,
        };

    static ValueRange Keep(ValueRange values, BinaryOperatorKind comparison, ValueRange? other) =>
        (comparison, other) switch
        {
            (_, null) => values,
            (BinaryOperatorKind.LessThan, { } limit) => values.Within(values with { Max = limit.Max - 1 }),
            (BinaryOperatorKind.LessThanOrEqual, { } limit) => values.Within(values with { Max = limit.Max }),
            (BinaryOperatorKind.GreaterThan, { } limit) => values.Within(values with { Min = limit.Min + 1 }),
            (BinaryOperatorKind.GreaterThanOrEqual, { } limit) => values.Within(values with { Min = limit.Min }),
            (BinaryOperatorKind.Equals, { } limit) => values.Within(limit),
            _ => values,
        };

    static BinaryOperatorKind Negated(BinaryOperatorKind comparison) =>
        comparison switch
        {
            BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThanOrEqual,
            BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThan,
            BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThanOrEqual,
            BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThan,
            BinaryOperatorKind.NotEquals => BinaryOperatorKind.Equals,
            _ => BinaryOperatorKind.None,
        };

    bool IsMagnitude(IOperation operation) =>
        Narrowing.Written(operation) is IInvocationOperation { TargetMethod: { Name: "Abs", ContainingType.Name: "Math" }, Arguments: [{ Value: { } value }] } && Is(value);

    bool Is(IOperation operation) =>
        Narrowing.Written(operation) switch
        {
            ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, variable),
            IParameterReferenceOperation parameter => SymbolEqualityComparer.Default.Equals(parameter.Parameter, variable),
            _ => false,
        };
}
