using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTensors.Compiler.Devices;
using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Printing;
using TypedTensors.Compiler.Text;

namespace TypedTensors.Compiler.Parsing;

/// <summary>What reading a reduction gave: a model, or the reasons why there is none.</summary>
/// <param name="Model">The reduction, or null.</param>
/// <param name="Faults">What is wrong with it; empty when there is a model.</param>
public sealed record ReductionResult(ReductionModel? Model, ImmutableArray<Fault> Faults);

/// <summary>Reads a class with all that it calls into a <see cref="ReductionModel"/>.</summary>
public sealed class ReductionParser
{
    readonly INamedTypeSymbol _type;
    readonly ClassDeclarationSyntax _declaration;
    readonly ReductionMembers _members;
    readonly Compilation _compilation;
    readonly CancellationToken _cancellation;

    ReductionParser(INamedTypeSymbol type, ClassDeclarationSyntax declaration, Compilation compilation, CancellationToken cancellation)
    {
        _type = type;
        _declaration = declaration;
        _members = new ReductionMembers(type, declaration);
        _compilation = compilation;
        _cancellation = cancellation;
    }

    int Components => _members.Components.Count();

    /// <summary>Reads a reduction.</summary>
    /// <param name="type">The class.</param>
    /// <param name="compilation">Where it stands.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    /// <returns>The model or its faults.</returns>
    public static ReductionResult Parse(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        if (type.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not ClassDeclarationSyntax declaration
            || type.GetAttributes().FirstOrDefault(data => data.AttributeClass?.ToDisplayString() == RuntimeNames.ReductionAttribute) is not { } attribute
            || attribute.ConstructorArguments is not [{ Value: string name }])
        {
            return new ReductionResult(null, []);
        }

        var parser = new ReductionParser(type, declaration, compilation, cancellation);
        ImmutableArray<Fault> faults = [.. parser._members.Check()];
        if (faults.Length > 0)
        {
            return new ReductionResult(null, faults);
        }

        try
        {
            bool requiresElements = attribute.NamedArguments.Any(argument => argument is { Key: "RequiresElements", Value.Value: true });
            return new ReductionResult(parser.Read(name, requiresElements), []);
        }
        catch (FaultException exception)
        {
            return new ReductionResult(null, [exception.Fault]);
        }
    }

    ReductionModel Read(string name, bool requiresElements)
    {
        ParameterModel[] total = Accumulator(""), scalars = [.. _members.Scalars.Select(ReadScalar)];
        ResultModel[] accumulator = [.. _members.Components.Select(component => new ResultModel(component.Name, TypeMap.Map(component.Type)!.Value))];
        ResultModel result = new(null, TypeMap.Map(_members.Result)!.Value);
        ElementType element = TypeMap.Map(_members.Element)!.Value;
        ParameterModel[] count = _members.UsesCount ? [new ParameterModel("count", new ElementType(ElementKind.Int64), false, null)] : [];
        ParameterModel[] pair = [.. Accumulator("left"), .. Accumulator("right")], last = [.. total, .. count, .. scalars];

        (ParameterModel[] taken, BodyModel accumulate) = ReadAccumulate(total, element);
        BodyModel identity = new BodyParser(_compilation, _cancellation).ParseStage(_members.Identity!, [], Components, 0, 0);
        BodyModel combine = new BodyParser(_compilation, _cancellation).ParseStage(_members.Combine!, pair, Components, 2, 0);
        BodyModel finish = _members.Finish is { } method
            ? new BodyParser(_compilation, _cancellation).ParseStage(method, last, Components, 1, count.Length + scalars.Length)
            : new BodyParser(_compilation, _cancellation).ParsePassage(last);

        BodyModel[] bodies = [identity, accumulate, combine, finish];
        TypeParameterModel? generic = _type.TypeParameters is [{ } parameter]
            ? TypeParameterReader.Read(parameter, bodies.SelectMany(body => body.Instructions), _compilation)
            : null;
        string elementName = _members.Map is { } map ? map.Parameters[0].Name : "x";
        CheckSizes(accumulator, scalars, count.Length > 0);
        KernelModel head = Head(name, generic, new ParameterModel(elementName, element, false, null), result) with { Functions = ReadFunctions(bodies, generic) };
        KernelModel Stage(ParameterModel[] parameters, IEnumerable<ResultModel> results, BodyModel body) =>
            head with { Parameters = parameters.ToEquatableArray(), Results = results.ToEquatableArray(), Body = body };
        return new ReductionModel(
            head,
            _type.Name + (generic is null ? "" : $"{{{generic.Name}}}"),
            requiresElements,
            _members.UsesPositions,
            _members.UsesCount,
            accumulator.ToEquatableArray(),
            scalars.ToEquatableArray(),
            Stage([], accumulator, identity),
            Stage(taken, accumulator, accumulate),
            Stage(pair, accumulator, combine),
            Stage(last, [result], finish));
    }

    // A generic component counts as eight bytes.
    void CheckSizes(IEnumerable<ResultModel> accumulator, IEnumerable<ParameterModel> scalars, bool usesCount)
    {
        const int GroupBytes = 64;
        static int SizeOf(ElementType type) => type.IsGeneric ? 8 : type.Size;

        if (accumulator.Sum(component => SizeOf(component.Type)) > GroupBytes)
        {
            throw Refused("an accumulator of more bytes than a device's groups share for each of their threads: eight numbers of eight bytes");
        }

        if (!ReductionConstants.HasRoomFor((usesCount ? 2 : 0) + scalars.Sum(scalar => SizeOf(scalar.Type) > 4 ? 2 : 1)))
        {
            throw Refused("more parameters of 'Finish' than every device takes: seven of eight bytes, or fifteen of four");
        }
    }

    EquatableArray<FunctionText> ReadFunctions(IReadOnlyList<BodyModel> bodies, TypeParameterModel? generic)
    {
        EquatableArray<FunctionText> functions = FunctionLibrary.Of(_compilation).Collect(bodies, generic, _compilation, _cancellation, out string? missing);
        return missing is null ? functions : throw new FaultException(Fault.At(
            FaultKind.UnknownMethod, $"'{missing}' has no body that devices other than the processor could run: its assembly was made by another version; build that assembly again with this one.", _declaration.Identifier));
    }

    FaultException Refused(string reason) => new(Fault.At(FaultKind.Reduction, $"'{_type.Name}' has {reason}.", _declaration.Identifier));

    /// <summary>
    /// Where a generic element is only converted to one concrete type, it is taken in that type: whoever hands it over converts it, and the loop has lanes
    /// of one size.
    /// </summary>
    (ParameterModel[] Parameters, BodyModel Body) ReadAccumulate(ParameterModel[] total, ElementType element)
    {
        ParameterModel[] Parameters(ElementType type) =>
        [
            .. total,
            new ParameterModel(_members.Map is { } map ? map.Parameters[0].Name : "x", type, false, null),
            .. _members.UsesPositions ? [new ParameterModel("position", new ElementType(ElementKind.Int64), false, null)] : Array.Empty<ParameterModel>(),
        ];

        BodyModel Body(ElementType type) => new BodyParser(_compilation, _cancellation).ParseAccumulate(_members.Map, _members.Combine!, Parameters(type), Components);

        BodyModel body = Body(element);
        ElementType taken = element.IsGeneric ? ConvertedTo(body, total.Length) ?? element : element;
        return (Parameters(taken), taken == element ? body : Body(taken));
    }

    static ElementType? ConvertedTo(BodyModel body, int index)
    {
        int? id = body.Instructions.OfType<ParameterInstruction>().FirstOrDefault(parameter => parameter.Index == index)?.Id;
        if (id is null || body.Results.Contains(id.Value))
        {
            return null;
        }

        Instruction[] readers = [.. body.Instructions.Where(instruction => instruction is LoopInstruction || instruction.Operands.Contains(id.Value))];
        return readers.All(reader => reader is ConvertInstruction { Native: false, Type.IsGeneric: false }) && readers.Select(reader => reader.Type).Distinct().Count() == 1
            ? readers[0].Type
            : null;
    }

    ParameterModel[] Accumulator(string prefix) =>
    [
        .. _members.Components.Select(component => new ParameterModel(
            prefix.Length == 0 ? NameScope.Camel(component.Name) : Components == 1 ? prefix : prefix + NameScope.Pascal(component.Name),
            TypeMap.Map(component.Type)!.Value,
            false,
            null)),
    ];

    static ParameterModel ReadScalar(IParameterSymbol parameter) => KernelParser.ReadParameter(parameter) with { IsScalar = true };

    KernelModel Head(string name, TypeParameterModel? generic, ParameterModel element, ResultModel result)
    {
        INamedTypeSymbol container = _type.ContainingType;
        return new KernelModel(
            KernelParser.ReadContainer(container),
            name,
            SyntaxFacts.GetText(_type.DeclaredAccessibility),
            container.GetTypeMembers().Count(other => NameOf(other) == name) > 1,
            generic,
            new[] { element }.ToEquatableArray(),
            new[] { result }.ToEquatableArray(),
            ReadDocs(),
            SourceText.Of(_declaration),
            _type.Name,
            new BodyModel(EquatableArray<Instruction>.Empty, EquatableArray<int>.Empty),
            _compilation.Options.CheckOverflow,
            false);
    }

    // What the class says, and what Finish says of the parameters that the tensor method has too.
    DocsModel ReadDocs()
    {
        DocsModel docs = DocsReader.Read(_type, _declaration, _cancellation);
        return _members.Finish is { } finish && finish.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_cancellation) is { } syntax
            ? docs with { Parameters = DocsReader.Read(finish, syntax, _cancellation).Parameters }
            : docs;
    }

    static string? NameOf(INamedTypeSymbol type) =>
        type.GetAttributes().FirstOrDefault(data => data.AttributeClass?.ToDisplayString() == RuntimeNames.ReductionAttribute)?.ConstructorArguments is [{ Value: string name }] ? name : null;
}
