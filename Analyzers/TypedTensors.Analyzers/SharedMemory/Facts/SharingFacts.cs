using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedTensors.Analyzers.SharedMemory.Facts;

/// <summary>What is known of how members treat memory, for one compilation. A member is looked up once; after that asking costs a dictionary's look-up.</summary>
sealed class SharingFacts
{
    static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<ImmutableArray<AdditionalText>, SharingFacts>> Cache = new();

    readonly ConcurrentDictionary<IMethodSymbol, MemberFacts> _members = new(SymbolEqualityComparer.Default);
    readonly Func<IMethodSymbol, MemberFacts> _find;

    SharingFacts() => _find = Find;

    /// <summary>The facts of a compilation and of the <c>*.sharing.txt</c> files that its project names.</summary>
    public static SharingFacts Of(Compilation compilation, AnalyzerOptions options) =>
        Cache.GetOrCreateValue(compilation).GetOrAdd(options.AdditionalFiles, static _ => new SharingFacts());

    /// <summary>What a method, constructor, operator, conversion or accessor does with the memory of its operands.</summary>
    /// <param name="method">The member; parameters are counted as in its declaration, the receiver of an old-style extension method being parameter 0.</param>
    /// <param name="receiver">The type of what it is called on, where that says more than the member does: <c>Dispose</c> of an <c>IMemoryOwner</c> is <c>IDisposable.Dispose</c>.</param>
    /// <returns>The facts; <see cref="MemberFacts.Unknown"/> where nothing is said.</returns>
    public MemberFacts Of(IMethodSymbol method, ITypeSymbol? receiver = null) => _members.GetOrAdd((method.ReducedFrom ?? method).OriginalDefinition, _find);

    MemberFacts Find(IMethodSymbol method)
    {
        for (IMethodSymbol? declared = method; declared is not null; declared = declared.OverriddenMethod?.OriginalDefinition)
        {
            if (AttributeFacts.Of(declared) is { } facts)
            {
                return facts;
            }
        }

        return MemberFacts.Unknown;
    }
}
