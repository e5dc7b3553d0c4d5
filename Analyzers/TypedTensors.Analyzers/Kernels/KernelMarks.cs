using Microsoft.CodeAnalysis;
using TypedTensors.Compiler;
using TypedTensors.Compiler.Parsing;

namespace TypedTensors.Analyzers.Kernels;

/// <summary>The attributes that make a method or a class a kernel.</summary>
static class KernelMarks
{
    public static IReadOnlyDictionary<KernelKind, string> Names { get; } = new Dictionary<KernelKind, string>
    {
        [KernelKind.Elementwise] = RuntimeNames.ElementwiseAttribute,
        [KernelKind.Function] = RuntimeNames.KernelFunctionAttribute,
        [KernelKind.Compute] = RuntimeNames.KernelAttribute,
        [KernelKind.Reduction] = RuntimeNames.ReductionAttribute,
    };

    /// <summary>The kinds of kernel by the attributes of a compilation.</summary>
    public static Dictionary<INamedTypeSymbol, KernelKind> In(Compilation compilation)
    {
        var marks = new Dictionary<INamedTypeSymbol, KernelKind>(SymbolEqualityComparer.Default);
        foreach (KeyValuePair<KernelKind, string> mark in Names)
        {
            if (compilation.GetTypeByMetadataName(mark.Value) is { } attribute)
            {
                marks[attribute] = mark.Key;
            }
        }

        return marks;
    }
}
