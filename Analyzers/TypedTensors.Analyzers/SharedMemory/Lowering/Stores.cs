using Microsoft.CodeAnalysis;
using TypedTensors.Analyzers.SharedMemory.Facts;

namespace TypedTensors.Analyzers.SharedMemory.Lowering;

/// <summary>What the names of members say that fill memory: the names of the field, as many libraries have them.</summary>
static class Stores
{
    /// <summary>Whether a method overwrites an operand without a look at what it held.</summary>
    public static bool Is(IMethodSymbol method, Operand operand) =>
        method.Name is "CopyFrom" or "CopyTo" or "TryCopyTo" or "Fill" or "Clear" or "Copy" or "BlockCopy" or "CopySign" or "NextBytes" or "GetBytes" or "GetItems" or "ConstrainedCopy"
        || method.Name.StartsWith("Read", StringComparison.Ordinal)
        || method.Name.StartsWith("Fill", StringComparison.Ordinal)
        || (operand.IsParameter && operand.Ordinal < method.Parameters.Length && method.Parameters[operand.Ordinal].Name is "destination" or "dest" or "output" or "buffer" or "target" or "result");

    /// <summary>Whether a method moves elements as if by way of a copy.</summary>
    public static bool MovesSafely(IMethodSymbol method) => method.Name is "CopyTo" or "TryCopyTo" or "Copy" or "BlockCopy" or "ConstrainedCopy" or "CopyFrom" or "MemoryCopy";

    /// <summary>Whether a method gives memory that is to be filled.</summary>
    public static bool MakesBlank(IMethodSymbol method) =>
        method.Name is "Zeros" or "Empty" or "Uninitialized" or "CreateUninitialized" or "CreateFromShape" or "CreateFromShapeUninitialized" or "AllocateArray" or "AllocateUninitializedArray" or "zeros" or "empty";
}
