using Microsoft.CodeAnalysis;

namespace TypedTensors.Analyzers;

/// <summary>TT5xxx: what a device cannot do.</summary>
public static partial class Descriptors
{
    /// <summary>A call does not compile because the device lacks a capability. The compiler's error stands beside it, so this only explains.</summary>
    public static readonly DiagnosticDescriptor DeviceCapability = new(
        "TT5001",
        "The device cannot run this operation on this element type",
        "On '{0}', {1} of {2} cannot run: {3}; {4}",
        "TypedTensors.Devices",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TT5001.md");
}
