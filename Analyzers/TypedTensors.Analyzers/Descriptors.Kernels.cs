using Microsoft.CodeAnalysis;

namespace TypedTensors.Analyzers;

/// <summary>TT4xxx: why a kernel yields no code, one id for each kind of fault. What to write instead is part of the fault's own message.</summary>
public static partial class Descriptors
{
    const string Kernels = "TypedTensors.Kernels";
    const string KernelMessage = "'{0}' yields no code: {1}";

    /// <summary>Kernels stand in a top-level static partial class.</summary>
    public static readonly DiagnosticDescriptor KernelContainingType = new(
        "TT4001", "Kernels stand in a top-level static partial class", KernelMessage, Kernels, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TT4001.md");

    /// <summary>A kernel is a static method with a body.</summary>
    public static readonly DiagnosticDescriptor KernelMethod = new(
        "TT4002", "A kernel is a static method with a body", KernelMessage, Kernels, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TT4002.md");

    /// <summary>Kernels compute with the element types of tensors.</summary>
    public static readonly DiagnosticDescriptor KernelType = new(
        "TT4003", "Kernels compute with the element types of tensors", KernelMessage, Kernels, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TT4003.md");

    /// <summary>Kernels take their parameters by value, and at least one of them from a tensor.</summary>
    public static readonly DiagnosticDescriptor KernelParameter = new(
        "TT4004", "Kernels take their parameters by value, and at least one of them from a tensor", KernelMessage, Kernels, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TT4004.md");

    /// <summary>A kernel has one type parameter at most, and a tensor that says what it is.</summary>
    public static readonly DiagnosticDescriptor KernelTypeParameter = new(
        "TT4005", "A kernel has one type parameter at most, and a tensor that says what it is", KernelMessage, Kernels, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TT4005.md");

    /// <summary>This statement is not part of the kernel language.</summary>
    public static readonly DiagnosticDescriptor KernelStatement = new(
        "TT4006", "This statement is not part of the kernel language", KernelMessage, Kernels, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TT4006.md");

    /// <summary>This expression is not part of the kernel language.</summary>
    public static readonly DiagnosticDescriptor KernelExpression = new(
        "TT4007", "This expression is not part of the kernel language", KernelMessage, Kernels, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TT4007.md");

    /// <summary>Kernels call functions they know and methods whose source they see.</summary>
    public static readonly DiagnosticDescriptor KernelCall = new(
        "TT4008", "Kernels call functions they know and methods whose source they see", KernelMessage, Kernels, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TT4008.md");

    /// <summary>Kernels do not call themselves.</summary>
    public static readonly DiagnosticDescriptor KernelRecursion = new(
        "TT4009", "Kernels do not call themselves", KernelMessage, Kernels, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TT4009.md");

    /// <summary>Kernels loop the same number of times for all elements.</summary>
    public static readonly DiagnosticDescriptor KernelLoop = new(
        "TT4010", "Kernels loop the same number of times for all elements", KernelMessage, Kernels, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TT4010.md");

    /// <summary>Kernels read only parameters, locals and constants.</summary>
    public static readonly DiagnosticDescriptor KernelState = new(
        "TT4011", "Kernels read only parameters, locals and constants", KernelMessage, Kernels, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TT4011.md");

    /// <summary>A kernel function has a form for vectors.</summary>
    public static readonly DiagnosticDescriptor KernelLanes = new(
        "TT4012", "A kernel function has a form for vectors", KernelMessage, Kernels, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TT4012.md");

    /// <summary>Kernels compute unchecked.</summary>
    public static readonly DiagnosticDescriptor KernelChecked = new(
        "TT4013", "Kernels compute unchecked", KernelMessage, Kernels, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TT4013.md");

    /// <summary>A reduction has an identity and combines two accumulators.</summary>
    public static readonly DiagnosticDescriptor KernelReduction = new(
        "TT4014", "A reduction has an identity and combines two accumulators", KernelMessage, Kernels, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TT4014.md");

    /// <summary>The groups and the grid of a kernel are what devices have.</summary>
    public static readonly DiagnosticDescriptor KernelGrid = new(
        "TT4015", "The groups and the grid of a kernel are what devices have", KernelMessage, Kernels, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TT4015.md");

    /// <summary>The arrays of a kernel have constant lengths and fit devices.</summary>
    public static readonly DiagnosticDescriptor KernelMemory = new(
        "TT4016", "The arrays of a kernel have constant lengths and fit devices", KernelMessage, Kernels, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TT4016.md");

    /// <summary>All threads of a group come to a barrier, or none.</summary>
    public static readonly DiagnosticDescriptor KernelBarrier = new(
        "TT4017", "All threads of a group come to a barrier, or none", KernelMessage, Kernels, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TT4017.md");
}
