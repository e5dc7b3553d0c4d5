using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTensors.Analyzers.SharedMemory.Facts;

/// <summary>Says that a call lets two of its operands share memory.</summary>
/// <param name="From">Whose memory it is.</param>
/// <param name="To">What sees it from then on.</param>
/// <param name="Silent">Whether the type of <paramref name="To"/> looks like an owner: a tensor, vector, matrix or array. A <c>Span</c>, <c>Memory</c> or <c>ArraySegment</c> says by itself that it is a view.</param>
/// <param name="SameLayout">
/// Whether element by element both are the same memory, as far as is known. False where one is known to begin elsewhere or to run through the memory in another order: slices and transposed views.
/// </param>
sealed record Share(Operand From, Operand To, bool Silent, bool SameLayout)
{
    /// <summary>What must hold of the arguments; mostly nothing.</summary>
    public ImmutableArray<ShareCondition> Conditions { get; init; } = [];

    /// <summary>Whether a call with these arguments shares: what is left out shares nothing, and all conditions hold.</summary>
    public bool HoldsFor(IEnumerable<IArgumentOperation> arguments)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (From.IsParameter && argument is { ArgumentKind: ArgumentKind.DefaultValue, Parameter: { } parameter } && parameter.Ordinal == From.Ordinal)
            {
                return false;
            }
        }

        foreach (ShareCondition condition in Conditions)
        {
            if (!condition.Holds(arguments))
            {
                return false;
            }
        }

        return true;
    }
}
