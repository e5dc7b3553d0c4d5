using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTensors.Compiler.Devices;
using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Printing.Compute;
using TypedTensors.Compiler.Printing.CSharp;

namespace TypedTensors.Compiler.Parsing;

/// <summary>What reading a kernel over an index space gave: a model, or the reasons why there is none.</summary>
/// <param name="Model">The kernel, or null.</param>
/// <param name="Faults">What is wrong with it; empty when there is a model.</param>
public sealed record ComputeParseResult(ComputeModel? Model, ImmutableArray<Fault> Faults);

/// <summary>Reads a method marked as kernel, with all that it calls, into a <see cref="ComputeModel"/>.</summary>
public static class ComputeParser
{
    /// <summary>Reads a kernel.</summary>
    /// <param name="method">The method.</param>
    /// <param name="compilation">Where it stands.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    /// <returns>The model or its faults.</returns>
    public static ComputeParseResult Parse(IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        if (method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not MethodDeclarationSyntax declaration
            || method.GetAttributes().FirstOrDefault(data => data.AttributeClass?.ToDisplayString() == RuntimeNames.KernelAttribute) is not { } attribute)
        {
            return new ComputeParseResult(null, []);
        }

        int[] sizes = [.. attribute.ConstructorArguments.Select(argument => argument.Value as int? ?? 0)];
        GroupModel group = sizes is [var x, var y, var z] ? new(x, y, z) : default;
        string? over = attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "Over").Value.Value as string;
        ImmutableArray<Fault> faults = [.. ComputeRules.Check(method, group, over, declaration)];
        if (faults.Length > 0)
        {
            return new ComputeParseResult(null, faults);
        }

        EquatableArray<ComputeParameter> parameters = method.Parameters.Skip(1).Select(ReadParameter).ToEquatableArray();
        var parser = new ComputeBodyParser(compilation, group, cancellation);
        try
        {
            ComputeBody body = parser.Parse(method, parameters);
            faults = [.. new Uniformity(body, parameters).StrayBarriers.Select(stray => Fault.At(
                FaultKind.Barrier, $"Not all threads of a group need come to this barrier: {stray.Reason}. All of them must, or none.", parser.Barriers[stray.Number]))];
            if (faults.Length > 0)
            {
                return new ComputeParseResult(null, faults);
            }

            ComputeModel model = Model(method, group, over, parameters, body, declaration, compilation, cancellation);
            EquatableArray<FunctionText> functions = FunctionLibrary.Of(compilation).Collect(Values(body), model.TypeParameter, compilation, cancellation, out string? missing);
            return missing is null
                ? new ComputeParseResult(model with { Functions = functions }, [])
                : new ComputeParseResult(null, [Fault.At(
                    FaultKind.UnknownMethod, $"'{missing}' has no body that devices other than the processor could run: its assembly was made by another version.", declaration)]);
        }
        catch (FaultException exception)
        {
            return new ComputeParseResult(null, [exception.Fault]);
        }
    }

    static ComputeModel Model(
        IMethodSymbol method,
        GroupModel group,
        string? over,
        EquatableArray<ComputeParameter> parameters,
        ComputeBody body,
        MethodDeclarationSyntax declaration,
        Compilation compilation,
        CancellationToken cancellation)
    {
        INamedTypeSymbol type = method.ContainingType;
        bool isOverloaded = type.GetMembers(method.Name).OfType<IMethodSymbol>().Count(member => member.GetAttributes().Any(
            data => data.AttributeClass?.ToDisplayString() == RuntimeNames.KernelAttribute)) > 1;
        return new ComputeModel(
            new ContainerModel(
                type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
                type.Name,
                SyntaxFacts.GetText(type.DeclaredAccessibility)),
            method.Name,
            SyntaxFacts.GetText(method.DeclaredAccessibility),
            isOverloaded,
            TypeParameterReader.Read(method, Values(body), compilation),
            group,
            over is null ? -1 : parameters.ToList().FindIndex(parameter => parameter.Name == over),
            parameters,
            DocsReader.Read(method, declaration, cancellation),
            SourceText.Of(declaration),
            Signature(method),
            body,
            compilation.Options.CheckOverflow);
    }

    static BodyModel Values(ComputeBody body) => new(body.Values.ToEquatableArray(), EquatableArray<int>.Empty);

    static ComputeParameter ReadParameter(IParameterSymbol parameter)
    {
        BufferType? buffer = BufferType.Of(parameter.Type);
        ElementType type = TypeMap.Map(buffer?.Element ?? parameter.Type)!.Value;
        string? defaultValue = !parameter.HasExplicitDefaultValue ? null
            : ConstantFolding.Of(parameter.ExplicitDefaultValue) is { } constant ? ConstantPrinter.Literal(type, constant)
            : "default";
        return new ComputeParameter(parameter.Name, type, buffer?.Rank ?? 0, buffer?.IsReadOnly ?? true, defaultValue);
    }

    static string Signature(IMethodSymbol method)
    {
        string typeParameters = method.TypeParameters.Length == 0 ? "" : $"{{{method.TypeParameters[0].Name}}}";
        return $"{method.Name}{typeParameters}({string.Join(", ", method.Parameters.Select(TypeInComment))})";
    }

    static string TypeInComment(IParameterSymbol parameter) =>
        parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat).Replace('<', '{').Replace('>', '}');
}
