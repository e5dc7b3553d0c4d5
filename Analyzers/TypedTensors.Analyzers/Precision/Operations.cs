using Microsoft.CodeAnalysis;

namespace TypedTensors.Analyzers.Precision;

/// <summary>Ways through the tree of operations.</summary>
static class Operations
{
    /// <summary>What an operation stands in, from the innermost outwards.</summary>
    public static IEnumerable<IOperation> Ancestors(this IOperation operation)
    {
        for (IOperation? at = operation.Parent; at is not null; at = at.Parent)
        {
            yield return at;
        }
    }
}
