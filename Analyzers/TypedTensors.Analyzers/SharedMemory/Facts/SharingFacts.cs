using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedTensors.Compiler;

namespace TypedTensors.Analyzers.SharedMemory.Facts;

/// <summary>What is known of how members treat memory, for one compilation. A member is looked up once; after that asking costs a dictionary's look-up.</summary>
/// <remarks>The project's own <c>*.sharing.txt</c> files hold before attributes, and these before the built-in tables.</remarks>
sealed class SharingFacts
{
    const string Extension = ".sharing.txt";

    static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<ImmutableArray<AdditionalText>, SharingFacts>> Cache = new();

    readonly ConcurrentDictionary<IMethodSymbol, MemberFacts> _members = new(SymbolEqualityComparer.Default);
    readonly ConcurrentDictionary<(IMethodSymbol Method, ITypeSymbol Receiver), MemberFacts> _received = new(ReceivedComparer.Instance);
    readonly ConcurrentDictionary<IAssemblySymbol, bool> _annotated = new(SymbolEqualityComparer.Default);
    readonly ConcurrentDictionary<INamedTypeSymbol, Sources> _sources = new(SymbolEqualityComparer.Default);
    readonly Func<INamedTypeSymbol, Sources> _findSources;
    readonly Func<IMethodSymbol, MemberFacts> _find;
    readonly Func<(IMethodSymbol Method, ITypeSymbol Receiver), MemberFacts> _findReceived;
    readonly SharingTable? _own;

    SharingFacts(ImmutableArray<AdditionalText> files)
    {
        _findSources = FindSources;
        _find = Find;
        _findReceived = received => FindReceived(received.Method, received.Receiver);
        ImmutableArray<string> texts =
            [.. files.Where(IsSharingFile).Select(file => file.GetText()?.ToString()).OfType<string>()];
        _own = texts.IsEmpty ? null : SharingTable.Read(texts);
    }

    /// <summary>The facts of a compilation and of the <c>*.sharing.txt</c> files that its project names.</summary>
    public static SharingFacts Of(Compilation compilation, AnalyzerOptions options) =>
        Cache.GetOrCreateValue(compilation).GetOrAdd(options.AdditionalFiles, static files => new SharingFacts(files));

    /// <summary>Whether a file that a project names says what members do with memory.</summary>
    public static bool IsSharingFile(AdditionalText file) => file.Path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>What a method, constructor, operator, conversion or accessor does with the memory of its operands.</summary>
    /// <param name="method">The member; parameters are counted as in its declaration, the receiver of an old-style extension method being parameter 0.</param>
    /// <param name="receiver">The type of what it is called on, where that says more than the member does: <c>Dispose</c> of an <c>IMemoryOwner</c> is <c>IDisposable.Dispose</c>.</param>
    /// <returns>The facts; <see cref="MemberFacts.Unknown"/> where nothing is said.</returns>
    public MemberFacts Of(IMethodSymbol method, ITypeSymbol? receiver = null)
    {
        IMethodSymbol declared = (method.ReducedFrom ?? method).OriginalDefinition;
        MemberFacts facts = declared.ContainingType is { } type && (declared.IsOverride || SourcesOf(type) != Sources.None) ? _members.GetOrAdd(declared, _find) : MemberFacts.Unknown;
        return facts.Known || receiver is null || declared.IsStatic || declared.ContainingType?.TypeKind != TypeKind.Interface
            ? facts
            : _received.GetOrAdd((declared, receiver.OriginalDefinition), _findReceived);
    }

    // Of most types nothing is known, and then none of their members is looked up.
    Sources SourcesOf(INamedTypeSymbol type) => _sources.GetOrAdd(type, _findSources);

    Sources FindSources(INamedTypeSymbol type) =>
        (_own?.Describes(type) == true ? Sources.OwnFiles : Sources.None)
        | (_annotated.GetOrAdd(type.ContainingAssembly, CanBeAnnotated) ? Sources.Attributes : Sources.None)
        | (BuiltInTables.Table.Describes(type) ? Sources.BuiltInTables : Sources.None);

    MemberFacts Find(IMethodSymbol method)
    {
        for (IMethodSymbol? declared = method; declared is not null; declared = declared.OverriddenMethod?.OriginalDefinition)
        {
            if (declared.ContainingType is { } type && Find(declared, type) is { } facts)
            {
                return facts;
            }
        }

        return IsShapeOfMemory(method) ? MemberFacts.Unknown with { Known = true, MetadataOnly = default(OperandMask).With(Operand.Receiver) } : MemberFacts.Unknown;
    }

    // A member of an interface, called on a type that inherits or implements it, or whose base does.
    MemberFacts FindReceived(IMethodSymbol method, ITypeSymbol receiver) =>
        BasesAndSelf(receiver).Concat(receiver.AllInterfaces).OfType<INamedTypeSymbol>().Select(type => Find(method, type.OriginalDefinition)).FirstOrDefault(facts => facts is not null) ?? MemberFacts.Unknown;

    static IEnumerable<ITypeSymbol> BasesAndSelf(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }

    MemberFacts? Find(IMethodSymbol method, INamedTypeSymbol type)
    {
        Sources sources = SourcesOf(type);
        return ((sources & Sources.OwnFiles) != 0 ? _own!.Find(method, type) : null)
            ?? ((sources & Sources.Attributes) != 0 ? AttributeFacts.Of(method) : null)
            ?? ((sources & Sources.BuiltInTables) != 0 ? BuiltInTables.Table.Find(method, type) : null);
    }

    // An assembly has the attributes from a library of ours, or declares them itself.
    static bool CanBeAnnotated(IAssemblySymbol assembly) =>
        assembly.NamespaceNames.Contains(RuntimeNames.Namespace)
        || assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name.StartsWith(RuntimeNames.Namespace, StringComparison.Ordinal)));

    // Length, Rank, Shape, Count: what types that hold elements say of themselves without reading one.
    static bool IsShapeOfMemory(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.PropertyGet, IsStatic: false, Parameters.Length: 0, ContainingType: { } type }
        && (type is { Name: "Tensor", ContainingNamespace: { Name: RuntimeNames.Namespace, ContainingNamespace.IsGlobalNamespace: true } } || BuiltInTables.Table.Describes(type));

    /// <summary>Where something is said of the members of a type. Attributes are slow to read, and most libraries cannot have ours.</summary>
    [Flags]
    enum Sources
    {
        None = 0,
        OwnFiles = 1,
        Attributes = 2,
        BuiltInTables = 4,
    }

    sealed class ReceivedComparer : IEqualityComparer<(IMethodSymbol Method, ITypeSymbol Receiver)>
    {
        public static ReceivedComparer Instance { get; } = new();

        public bool Equals((IMethodSymbol Method, ITypeSymbol Receiver) x, (IMethodSymbol Method, ITypeSymbol Receiver) y) =>
            SymbolEqualityComparer.Default.Equals(x.Method, y.Method) && SymbolEqualityComparer.Default.Equals(x.Receiver, y.Receiver);

        public int GetHashCode((IMethodSymbol Method, ITypeSymbol Receiver) received) =>
            (SymbolEqualityComparer.Default.GetHashCode(received.Method) * 31) + SymbolEqualityComparer.Default.GetHashCode(received.Receiver);
    }
}
