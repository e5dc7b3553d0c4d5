using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTensors.Analyzers.Precision;

/// <summary>The values of locals that are set where they are declared and nowhere else, and of counters that a loop's own head limits.</summary>
static class LocalRanges
{
    /// <summary>The values that a local has where it is read.</summary>
    /// <param name="read">The place.</param>
    /// <param name="of">The values of an expression.</param>
    /// <returns>The range, or null where the text does not say.</returns>
    public static ValueRange? Of(ILocalReferenceOperation read, Func<IOperation, ValueRange?> of)
    {
        if (LocalWrites.Of(read) is not { Initial: { } initial } local || of(initial) is not { } start)
        {
            return null;
        }

        return local.Writes.Count == 0 ? start : Counted(read, local.Declaration, local.Writes, start, of);
    }

    // for (int i = start; i < limit; i++): inside the body i is below the limit.
    static ValueRange? Counted(ILocalReferenceOperation read, IOperation declaration, IReadOnlyList<IOperation> writes, ValueRange start, Func<IOperation, ValueRange?> of)
    {
        IForLoopOperation? loop = Ancestors(declaration).OfType<IForLoopOperation>().FirstOrDefault();
        if (loop is null
            || !loop.Before.Any(before => Ancestors(declaration).Contains(before))
            || !Ancestors(read).Contains(loop.Body)
            || !writes.All(write => write is IIncrementOrDecrementOperation { Kind: OperationKind.Increment } && loop.AtLoopBottom.Any(bottom => Ancestors(write).Contains(bottom)))
            || loop.Condition is not IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual } condition
            || Narrowing.Written(condition.LeftOperand) is not ILocalReferenceOperation counter
            || !SymbolEqualityComparer.Default.Equals(counter.Local, read.Local)
            || of(condition.RightOperand) is not { } limit)
        {
            return null;
        }

        System.Numerics.BigInteger last = condition.OperatorKind == BinaryOperatorKind.LessThan ? limit.Max - 1 : limit.Max;
        return last < start.Min ? start : new ValueRange(start.Min, last);
    }

    static IEnumerable<IOperation> Ancestors(IOperation operation)
    {
        for (IOperation? at = operation.Parent; at is not null; at = at.Parent)
        {
            yield return at;
        }
    }
}
