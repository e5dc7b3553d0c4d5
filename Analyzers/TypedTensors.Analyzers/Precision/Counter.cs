using System.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTensors.Analyzers.Precision;

/// <summary>A local that one loop alone changes, by constant steps in one direction, and whose loop goes on only while it is below or above a limit.</summary>
/// <param name="Loop">The loop.</param>
/// <param name="Start">The values it has before.</param>
/// <param name="Comparison">How the loop's condition compares it with the limit.</param>
/// <param name="Limit">The limit.</param>
/// <param name="Steps">What one turn of the loop adds at most, which is negative where it counts down.</param>
/// <param name="IsChangedAtBottomOnly">Whether it is as the condition left it in the whole body.</param>
sealed record Counter(ILoopOperation Loop, ValueRange Start, BinaryOperatorKind Comparison, IOperation Limit, BigInteger Steps, bool IsChangedAtBottomOnly)
{
    /// <summary>Reads a local's declaration and writes.</summary>
    /// <returns>The counter, or null where the local is none.</returns>
    public static Counter? Of(ILocalSymbol local, VariableWrites writes, ValueRange start)
    {
        BigInteger?[] steps = [.. writes.Writes.Select(Step)];
        ILoopOperation?[] loops = [.. writes.Writes.Select(LoopOf).Distinct()];
        if (writes.Declaration is null
            || writes.Initial is null
            || loops is not [{ } loop]
            || writes.Declaration.Ancestors().Contains(loop.Body)
            || !(steps.All(step => step?.Sign > 0) || steps.All(step => step?.Sign < 0))
            || Test(loop, local) is not var (comparison, limit))
        {
            return null;
        }

        BigInteger sum = steps.Aggregate(BigInteger.Zero, (all, step) => all + step!.Value);
        bool isUp = sum.Sign > 0;
        bool fits = comparison switch
        {
            BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual => isUp,
            BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual => !isUp,
            _ => false,
        };
        bool isAtBottom = loop is IForLoopOperation head && writes.Writes.All(write => head.AtLoopBottom.Any(bottom => write.Ancestors().Contains(bottom)));
        return fits ? new Counter(loop, start, comparison, limit, sum, isAtBottom) : null;
    }

    /// <summary>The values in the body of a loop that changes it only at its bottom.</summary>
    public ValueRange? InBody(Func<IOperation, ValueRange?> of) => Through(of, 0);

    /// <summary>The values in all places.</summary>
    public ValueRange? Anywhere(Func<IOperation, ValueRange?> of) => Through(of, Steps)?.Or(Start);

    ValueRange? Through(Func<IOperation, ValueRange?> of, BigInteger beyond)
    {
        if (of(Limit) is not { } limit)
        {
            return null;
        }

        BigInteger inclusive = Comparison is BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThanOrEqual ? 0 : 1;
        return Steps.Sign > 0
            ? new ValueRange(Start.Min, BigInteger.Max(Start.Min, limit.Max - inclusive + beyond))
            : new ValueRange(BigInteger.Min(Start.Max, limit.Min + inclusive + beyond), Start.Max);
    }

    static BigInteger? Step(IOperation write) =>
        write switch
        {
            IIncrementOrDecrementOperation { OperatorMethod: null } step => step.Kind == OperationKind.Increment ? 1 : -1,
            ICompoundAssignmentOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.Add, Value.ConstantValue: { HasValue: true, Value: int step } } => step,
            ICompoundAssignmentOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.Subtract, Value.ConstantValue: { HasValue: true, Value: int step } } => -(BigInteger)step,
            _ => null,
        };

    // The innermost loop, which is no counter's if it calls the write from elsewhere.
    static ILoopOperation? LoopOf(IOperation write) =>
        write.Ancestors().FirstOrDefault(ancestor => ancestor is ILoopOperation or IAnonymousFunctionOperation or ILocalFunctionOperation) as ILoopOperation;

    static (BinaryOperatorKind Comparison, IOperation Limit)? Test(ILoopOperation loop, ILocalSymbol local) =>
        loop switch
        {
            IForLoopOperation { Condition: { } condition } => Test(condition, local),
            IWhileLoopOperation { ConditionIsTop: true, ConditionIsUntil: false, Condition: { } condition } => Test(condition, local),
            _ => null,
        };

    static (BinaryOperatorKind Comparison, IOperation Limit)? Test(IOperation condition, ILocalSymbol local) =>
        condition switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both => Test(both.LeftOperand, local) ?? Test(both.RightOperand, local),
            IBinaryOperation { OperatorMethod: null } comparison when Is(comparison.LeftOperand, local) => (comparison.OperatorKind, comparison.RightOperand),
            IBinaryOperation { OperatorMethod: null } comparison when Is(comparison.RightOperand, local) => (Condition.Mirrored(comparison.OperatorKind), comparison.LeftOperand),
            _ => null,
        };

    static bool Is(IOperation operation, ILocalSymbol local) =>
        Narrowing.Written(operation) is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local);
}
