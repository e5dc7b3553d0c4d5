using System.Globalization;
using Microsoft.CodeAnalysis;

namespace TypedTensors.Compiler.Parsing;

/// <summary>A type such as <c>Buffer2D&lt;float&gt;</c>.</summary>
/// <param name="Rank">Its number of axes.</param>
/// <param name="IsReadOnly">Whether kernels only read it.</param>
/// <param name="Element">The type of its elements.</param>
sealed record BufferType(int Rank, bool IsReadOnly, ITypeSymbol Element)
{
    /// <summary>Reads a type; null when it is no buffer.</summary>
    public static BufferType? Of(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { Arity: 1, IsValueType: true } named)
        {
            return null;
        }

        string name = $"{named.ContainingNamespace.ToDisplayString()}.{named.Name}";
        bool isReadOnly = name.StartsWith(RuntimeNames.ReadOnlyBuffer, StringComparison.Ordinal);
        string prefix = isReadOnly ? RuntimeNames.ReadOnlyBuffer : RuntimeNames.Buffer;
        return name.Length == prefix.Length + 2 && name.StartsWith(prefix, StringComparison.Ordinal) && name[name.Length - 1] == 'D'
            && int.TryParse(name.Substring(prefix.Length, 1), NumberStyles.None, CultureInfo.InvariantCulture, out int rank)
            ? new BufferType(rank, isReadOnly, named.TypeArguments[0])
            : null;
    }
}
