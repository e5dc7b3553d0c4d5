using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedTensors.Analyzers.SharedMemory.Facts;
using TypedTensors.Testing.Generation;

namespace TypedTensors.Analyzers.Tests.SharedMemory.Facts;

/// <summary>Every row of the built-in tables can be read and says something of a member that exists.</summary>
public class SharingTableTests
{
    public static TheoryData<string> Tables => [.. BuiltInTables.Texts().Select(table => table.Name)];

    [Fact]
    public void Tables_AreThere() => Assert.Equal(
        ["Arrays.sharing.txt", "ImageSharp.sharing.txt", "MathNet.sharing.txt", "NumSharp.sharing.txt", "NumericsTensors.sharing.txt", "OnnxRuntime.sharing.txt", "Streams.sharing.txt", "TorchSharp.sharing.txt"],
        BuiltInTables.Texts().Select(table => table.Name));

    [Theory]
    [MemberData(nameof(Tables))]
    public void EveryRow_MeansAMember(string name)
    {
        string text = BuiltInTables.Texts().Single(table => table.Name == name).Text;
        Assert.Empty(SharingTable.Read(text).Faults);
        CSharpCompilation compilation = SourceCompilation.Create(OtherLibraries.Source);
        compilation = compilation.WithOptions(compilation.Options.WithAllowUnsafe(true));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString()));
        ILookup<string, INamedTypeSymbol> types = Types(compilation.GlobalNamespace).ToLookup(type => type.Name);
        List<string> without = [];
        foreach (string line in text.Split('\n').Where(line => line.Length > 0 && line[0] != '#'))
        {
            SharingRow row = SharingRowReader.Read(line)!;
            IEnumerable<INamedTypeSymbol> declaring = types[row.Type.Parts[^1].Name].Where(row.Type.Matches);
            if (!declaring.SelectMany(type => Members(type).Select(method => row.Apply(method, SharingTable.NameOf(method), type))).Any(facts => facts is not null))
            {
                without.Add(line);
            }
        }

        Assert.Empty(without);
    }

    // An interface's members are rows of those that inherit it too: Dispose of an IMemoryOwner.
    static IEnumerable<IMethodSymbol> Members(INamedTypeSymbol type) =>
        type.GetMembers().Concat(type.GetTypeMembers().Where(inner => inner.Name.Length == 0).SelectMany(extension => extension.GetMembers()))
            .Concat(type.AllInterfaces.SelectMany(inherited => inherited.GetMembers()))
            .OfType<IMethodSymbol>();

    static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) =>
        container.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(member => member is INamedTypeSymbol type ? Types(type).Prepend(type) : Types(member));
}
