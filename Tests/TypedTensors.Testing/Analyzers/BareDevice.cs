using Microsoft.CodeAnalysis;
using TypedTensors.Testing.Generation;

namespace TypedTensors.Testing.Analyzers;

/// <summary>The text of a device that has only what every device has. It is there for what compiles, and cannot run.</summary>
public static class BareDevice
{
    static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeContainingType)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeParamsRefOut);

    /// <summary>Writes a device.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="capabilities">What it has beyond other devices, for instance <c>IComputes&lt;double&gt;</c>.</param>
    /// <returns>The declaration.</returns>
    public static string Source(string name, params string[] capabilities)
    {
        INamedTypeSymbol device = SourceCompilation.Create("").GetTypeByMetadataName("TypedTensors.IDevice")!;
        IEnumerable<string> members = device.GetMembers().Where(member => member.IsAbstract && member is not IMethodSymbol { AssociatedSymbol: not null }).Select(member =>
            $"    static {member.ToDisplayString(Format)} => throw null!;");
        return $"public struct {name} : {string.Join(", ", ["IDevice", .. capabilities])}\n{{\n{string.Join("\n", members)}\n}}\n";
    }
}
