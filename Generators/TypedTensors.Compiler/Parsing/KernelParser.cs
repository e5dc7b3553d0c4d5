using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTensors.Compiler.Devices;
using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Printing;
using TypedTensors.Compiler.Printing.CSharp;

namespace TypedTensors.Compiler.Parsing;

/// <summary>What reading a kernel gave: a model, or the reasons why there is none.</summary>
/// <param name="Model">The kernel, or null.</param>
/// <param name="Faults">What is wrong with it; empty when there is a model.</param>
public sealed record ParseResult(KernelModel? Model, ImmutableArray<Fault> Faults);

/// <summary>Reads a method with all that it calls into a <see cref="KernelModel"/>.</summary>
public static class KernelParser
{
    /// <summary>Reads a kernel.</summary>
    /// <param name="method">The method.</param>
    /// <param name="kind">What it is marked as: <see cref="KernelKind.Elementwise"/> or <see cref="KernelKind.Function"/>.</param>
    /// <param name="compilation">Where it stands.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    /// <returns>The model or its faults.</returns>
    public static ParseResult Parse(IMethodSymbol method, KernelKind kind, Compilation compilation, CancellationToken cancellation)
    {
        if (method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not MethodDeclarationSyntax declaration)
        {
            return new ParseResult(null, []);
        }

        List<Fault> faults = [.. SignatureRules.Check(method, kind, declaration)];
        if (faults.Count > 0)
        {
            return new ParseResult(null, [.. faults]);
        }

        EquatableArray<ParameterModel> parameters = method.Parameters.Select(ReadParameter).ToEquatableArray();
        try
        {
            BodyModel body = new BodyParser(compilation, cancellation).Parse(method, parameters);
            KernelModel model = Model(method, kind, parameters, body, declaration, compilation, cancellation);
            if (kind == KernelKind.Function)
            {
                return !model.IsBodyOnly && FindObstacle(model) is { } obstacle
                    ? new ParseResult(null, [Fault.At(FaultKind.Lanes, $"'{method.Name}' has no vector form, for {obstacle}; compute in the types of its parameters, or mark it [Elementwise].", declaration.Identifier)])
                    : new ParseResult(model, []);
            }

            if (ElementwiseConstants.RankFor(parameters.Sum(parameter => ScalarWords(parameter.Type, model.TypeParameter)), parameters.Count + model.Results.Count) < 1)
            {
                return new ParseResult(null, [Fault.At(
                    FaultKind.Parameter, $"'{method.Name}' has more parameters than every device takes: eight of four bytes each, or six of eight, with one result; split it into two kernels.", declaration.Identifier)]);
            }

            EquatableArray<FunctionText> functions = FunctionLibrary.Of(compilation).Collect(body, model.TypeParameter, compilation, cancellation, out string? missing);
            return missing is null
                ? new ParseResult(model with { Functions = functions }, [])
                : new ParseResult(null, [Fault.At(
                    FaultKind.UnknownMethod, $"'{missing}' has no body that devices other than the processor could run: its assembly was made by another version; build that assembly again with this one.", declaration.Identifier)]);
        }
        catch (FaultException exception)
        {
            return new ParseResult(null, [exception.Fault]);
        }
    }

    // An operation may run element by element; a function is called by loops that run in vectors.
    static string? FindObstacle(KernelModel function)
    {
        var plan = new LanePlan(function);
        int signature = function.Parameters.Select(parameter => parameter.Type).Concat(function.Results.Select(result => result.Type))
            .Select(type => type.Compute.Size).Max();
        return plan.Obstacle ?? (plan.Size > 2 * signature ? "its body computes in lanes more than twice as wide as its parameters" : null);
    }

    static KernelModel Model(
        IMethodSymbol method,
        KernelKind kind,
        EquatableArray<ParameterModel> parameters,
        BodyModel body,
        MethodDeclarationSyntax declaration,
        Compilation compilation,
        CancellationToken cancellation)
    {
        INamedTypeSymbol type = method.ContainingType;
        string attribute = kind == KernelKind.Elementwise ? RuntimeNames.ElementwiseAttribute : RuntimeNames.KernelFunctionAttribute;
        IMethodSymbol[] namesakes = [.. type.GetMembers(method.Name).OfType<IMethodSymbol>().Where(member => Has(member, attribute))];
        return new KernelModel(
            ReadContainer(type),
            method.Name,
            SyntaxFacts.GetText(method.DeclaredAccessibility),
            namesakes.Length > 1,
            TypeParameterReader.Read(method, body, compilation),
            parameters,
            Results(method.ReturnType).ToEquatableArray(),
            DocsReader.Read(method, declaration, cancellation),
            SourceText.Of(declaration),
            Signature(method),
            body,
            compilation.Options.CheckOverflow,
            namesakes.Any(other => IsSinglePrecisionTwin(method, other)))
        {
            IsBodyOnly = kind == KernelKind.Function && IsBodyOnly(method),
        };
    }

    /// <summary>Reads the class that gets the tensor methods.</summary>
    internal static ContainerModel ReadContainer(INamedTypeSymbol type) => new(
        type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
        type.Name,
        SyntaxFacts.GetText(type.DeclaredAccessibility));

    /// <summary>Reads a parameter whose type is known to kernels.</summary>
    internal static ParameterModel ReadParameter(IParameterSymbol parameter)
    {
        ElementType type = TypeMap.Map(parameter.Type)!.Value;
        string? defaultValue = !parameter.HasExplicitDefaultValue ? null
            : ConstantFolding.Of(parameter.ExplicitDefaultValue) is { } constant ? ConstantPrinter.Literal(type, constant)
            : "default";
        return new ParameterModel(parameter.Name, type, Has(parameter, RuntimeNames.ScalarAttribute), defaultValue);
    }

    static IEnumerable<ResultModel> Results(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsTupleType: true } tuple
            ? tuple.TupleElements.Select(item => new ResultModel(item.Name, TypeMap.Map(item.Type)!.Value))
            : [new ResultModel(null, TypeMap.Map(type)!.Value)];

    static string Signature(IMethodSymbol method)
    {
        string typeParameters = method.TypeParameters.Length == 0 ? "" : $"{{{string.Join(", ", method.TypeParameters.Select(parameter => parameter.Name))}}}";
        return $"{method.Name}{typeParameters}({string.Join(", ", method.Parameters.Select(parameter => TypeMap.Map(parameter.Type)!.Value.Name))})";
    }

    static bool Has(ISymbol symbol, string attribute) =>
        symbol.GetAttributes().Any(data => data.AttributeClass?.ToDisplayString() == attribute);

    // A T of eight bytes counts, if there is one.
    static int ScalarWords(ElementType type, TypeParameterModel? generic) =>
        (type.IsGeneric ? generic!.Dtypes.Select(dtype => new ElementType(dtype).Size).Max() : type.Size) == 8 ? 2 : 1;

    static bool IsBodyOnly(IMethodSymbol function) =>
        function.GetAttributes().Any(data =>
            data.AttributeClass?.ToDisplayString() == RuntimeNames.KernelFunctionAttribute
            && data.NamedArguments.Any(argument => argument is { Key: RuntimeNames.BodyOnlyProperty, Value.Value: true }));

    // A function that exists for float and double alike gets a generic overload, written beside that for double.
    static bool IsSinglePrecisionTwin(IMethodSymbol method, IMethodSymbol other)
    {
        static ElementKind? Narrow(ITypeSymbol type) => TypeMap.Kind(type) is ElementKind.Double ? ElementKind.Single : TypeMap.Kind(type);

        return method.Parameters.Length > 0
            && method.Parameters.Length == other.Parameters.Length
            && method.Parameters.Concat<ISymbol>([method]).All(symbol => TypeOf(symbol) is { SpecialType: SpecialType.System_Double or SpecialType.System_Boolean })
            && method.Parameters.All(parameter => parameter.Type.SpecialType == SpecialType.System_Double)
            && TypeMap.Kind(other.ReturnType) == Narrow(method.ReturnType)
            && method.Parameters.Zip(other.Parameters, (mine, theirs) => TypeMap.Kind(theirs.Type) == Narrow(mine.Type)).All(same => same);
    }

    static ITypeSymbol TypeOf(ISymbol symbol) => symbol is IParameterSymbol parameter ? parameter.Type : ((IMethodSymbol)symbol).ReturnType;
}
