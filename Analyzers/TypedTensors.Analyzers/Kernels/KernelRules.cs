using Microsoft.CodeAnalysis;
using TypedTensors.Compiler.Parsing;

namespace TypedTensors.Analyzers.Kernels;

/// <summary>Which rule explains which kind of fault. A test fails while a kind has none.</summary>
public static class KernelRules
{
    /// <summary>The rules by kind of fault.</summary>
    public static IReadOnlyDictionary<FaultKind, DiagnosticDescriptor> All { get; } = new Dictionary<FaultKind, DiagnosticDescriptor>
    {
        [FaultKind.ContainingType] = Descriptors.KernelContainingType,
        [FaultKind.Method] = Descriptors.KernelMethod,
        [FaultKind.UnsupportedType] = Descriptors.KernelType,
        [FaultKind.Parameter] = Descriptors.KernelParameter,
        [FaultKind.TypeParameter] = Descriptors.KernelTypeParameter,
        [FaultKind.UnsupportedStatement] = Descriptors.KernelStatement,
        [FaultKind.UnsupportedExpression] = Descriptors.KernelExpression,
        [FaultKind.UnknownMethod] = Descriptors.KernelCall,
        [FaultKind.Recursion] = Descriptors.KernelRecursion,
        [FaultKind.Loop] = Descriptors.KernelLoop,
        [FaultKind.State] = Descriptors.KernelState,
        [FaultKind.Lanes] = Descriptors.KernelLanes,
        [FaultKind.Checked] = Descriptors.KernelChecked,
        [FaultKind.Reduction] = Descriptors.KernelReduction,
        [FaultKind.Grid] = Descriptors.KernelGrid,
        [FaultKind.Memory] = Descriptors.KernelMemory,
        [FaultKind.Barrier] = Descriptors.KernelBarrier,
    };
}
