using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Model.Serialization;
using TypedTensors.Compiler.Parsing;

namespace TypedTensors.Compiler.Devices;

/// <summary>
/// Finds the bodies of kernel functions: of those in the same compilation by reading their C#, of those in other assemblies by reading the attribute that was
/// emitted beside their vector overloads.
/// </summary>
sealed class FunctionLibrary
{
    static readonly ConditionalWeakTable<Compilation, FunctionLibrary> Libraries = new();

    readonly ConcurrentDictionary<FunctionCall, Entry?> _entries = new();
    readonly ConcurrentDictionary<string, ILookup<string, string>> _texts = new(StringComparer.Ordinal);

    /// <summary>The library of a compilation. Each function is read once, however many kernels call it.</summary>
    public static FunctionLibrary Of(Compilation compilation) => Libraries.GetValue(compilation, static _ => new FunctionLibrary());

    /// <summary>Collects all functions that a body needs, each after those it calls itself.</summary>
    /// <param name="body">The body.</param>
    /// <param name="generic">The type parameter, or null.</param>
    /// <param name="compilation">The compilation that this is the library of.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    /// <param name="missing">A function that has no body, as messages name it; null when all have one.</param>
    /// <returns>The functions as text.</returns>
    public EquatableArray<FunctionText> Collect(
        BodyModel body, TypeParameterModel? generic, Compilation compilation, CancellationToken cancellation, out string? missing) =>
        Collect([body], generic, compilation, cancellation, out missing);

    /// <summary>Collects all functions that several bodies need, each after those it calls itself.</summary>
    /// <inheritdoc cref="Collect(BodyModel, TypeParameterModel?, Compilation, CancellationToken, out string?)"/>
    public EquatableArray<FunctionText> Collect(
        IReadOnlyList<BodyModel> bodies, TypeParameterModel? generic, Compilation compilation, CancellationToken cancellation, out string? missing)
    {
        List<FunctionText> found = [];
        HashSet<FunctionCall> visited = [], open = [];
        IEnumerable<FunctionCall> calls = bodies.SelectMany(body => FunctionCalls.Of(body, Choices(generic)));
        bool roundsToHalf = generic is { HalfBySingle: false } && generic.Dtypes.Contains(ElementKind.Half);
        missing = Add(roundsToHalf ? calls.Prepend(FunctionCalls.RoundToHalf) : calls);
        return found.ToEquatableArray();

        string? Add(IEnumerable<FunctionCall> calls)
        {
            foreach (FunctionCall call in calls)
            {
                if (!visited.Add(call) && !open.Contains(call))
                {
                    continue;
                }

                // No device has recursion.
                if (!open.Add(call) || Find(call, compilation, cancellation) is not { } entry)
                {
                    return call.ToString();
                }

                if (Add(FunctionCalls.Of(entry.Function.Body, [])) is { } name)
                {
                    return name;
                }

                open.Remove(call);
                found.Add(entry.Text);
            }

            return null;
        }
    }

    // Half is computed in float, so the functions of T are those of float and double.
    static IReadOnlyList<ElementType> Choices(TypeParameterModel? generic) =>
        generic is null ? [] : [.. generic.Dtypes.Select(dtype => new ElementType(dtype).Compute).Where(type => type.IsFloating).Distinct()];

    Entry? Find(FunctionCall call, Compilation compilation, CancellationToken cancellation) =>
        _entries.GetOrAdd(call, wanted =>
            compilation.GetTypeByMetadataName(wanted.ContainingType.Replace("global::", "")) is not { } type ? null
            : type.DeclaringSyntaxReferences.IsEmpty ? FromAttribute(type, wanted)
            : FromSource(type, wanted, compilation, cancellation));

    Entry? FromAttribute(INamedTypeSymbol type, FunctionCall call)
    {
        ILookup<string, string> texts = _texts.GetOrAdd(call.ContainingType, _ => type.GetAttributes()
            .Where(attribute => attribute.AttributeClass?.ToDisplayString() == RuntimeNames.KernelFunctionBodyAttribute)
            .Select(attribute => attribute.ConstructorArguments[0].Value as string ?? "")
            .ToLookup(FunctionReader.NameOf, StringComparer.Ordinal));
        foreach (string text in texts[call.Method])
        {
            if (Read(call.ContainingType, text) is { } function && function.IsCalledBy(call.ContainingType, call.Method, call.Parameters))
            {
                return new Entry(new FunctionText(call.ContainingType, text), function);
            }
        }

        return null;
    }

    // The assembly may have been made by another version, whose text means nothing to this one.
    static FunctionModel? Read(string containingType, string text)
    {
        try
        {
            return FunctionReader.Read(containingType, text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    static Entry? FromSource(INamedTypeSymbol type, FunctionCall call, Compilation compilation, CancellationToken cancellation)
    {
        IMethodSymbol? method = type.GetMembers(call.Method).OfType<IMethodSymbol>().FirstOrDefault(candidate =>
            candidate is { IsStatic: true, IsGenericMethod: false } && candidate.Parameters.Select(parameter => TypeMap.Map(parameter.Type)?.Compute).SequenceEqual(
                call.Parameters.Select(parameter => (ElementType?)parameter)));
        if (method is null)
        {
            return null;
        }

        try
        {
            var function = new FunctionModel(
                call.ContainingType,
                call.Method,
                TypeMap.Map(method.ReturnType)!.Value.Compute,
                new BodyParser(compilation, cancellation).Parse(method, method.Parameters.Select(KernelParser.ReadParameter).ToEquatableArray()));
            return new Entry(new FunctionText(call.ContainingType, FunctionWriter.Write(function)), function);
        }
        catch (FaultException)
        {
            // Its own analyzer says what is wrong with it.
            return null;
        }
    }

    sealed record Entry(FunctionText Text, FunctionModel Function);
}
