namespace TypedTensors.Compiler.Model;

/// <summary>A kernel, complete and free of Roslyn: what every printer starts from.</summary>
/// <param name="Container">The type that declares the scalar method.</param>
/// <param name="Method">The name of the scalar method.</param>
/// <param name="Accessibility">The accessibility of the scalar method, as C# writes it.</param>
/// <param name="IsOverloaded">Whether another kernel of the type has the same name.</param>
/// <param name="TypeParameter">The type parameter, or null when all types are concrete.</param>
/// <param name="Parameters">The parameters in order.</param>
/// <param name="Results">The results: one, or one per item of the returned tuple.</param>
/// <param name="Docs">The documentation of the scalar method.</param>
/// <param name="Source">The scalar method as the user wrote it, without comments.</param>
/// <param name="Signature">How a doc comment refers to the scalar method, such as <c>Swish(float, float)</c>.</param>
/// <param name="Body">What it computes.</param>
/// <param name="IsOverflowChecked">Whether the project has arithmetic throw on overflow, which kernels do not want.</param>
/// <param name="HasSinglePrecisionTwin">For a function on double, whether the type has the same on float; false for all others.</param>
public sealed record KernelModel(
    ContainerModel Container,
    string Method,
    string Accessibility,
    bool IsOverloaded,
    TypeParameterModel? TypeParameter,
    EquatableArray<ParameterModel> Parameters,
    EquatableArray<ResultModel> Results,
    DocsModel Docs,
    string Source,
    string Signature,
    BodyModel Body,
    bool IsOverflowChecked,
    bool HasSinglePrecisionTwin)
{
    /// <summary>For a kernel function, whether only its body is recorded and no vector forms are emitted.</summary>
    public bool IsBodyOnly { get; init; }

    /// <summary>The kernel functions that the body calls, as text, each after those it calls itself.</summary>
    public EquatableArray<FunctionText> Functions { get; init; } = EquatableArray<FunctionText>.Empty;

    /// <summary>The types of the parameters, as part of a file's name.</summary>
    public string ParameterTypes => string.Join("_", Parameters.Select(parameter => parameter.Type.IsGeneric ? parameter.Type.Name : parameter.Type.Kind.ToString()));
}

/// <summary>A kernel function as it travels between assemblies.</summary>
/// <param name="ContainingType">The full name of the type that declares it, with <c>global::</c>.</param>
/// <param name="Text">The function, as <see cref="Serialization.FunctionWriter"/> writes it.</param>
public sealed record FunctionText(string ContainingType, string Text);

/// <summary>The type that declares a kernel.</summary>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="Name">Its name.</param>
/// <param name="Accessibility">Its accessibility, as C# writes it.</param>
public sealed record ContainerModel(string Namespace, string Name, string Accessibility)
{
    /// <summary>The full name with <c>global::</c>.</summary>
    public string FullName => Namespace.Length == 0 ? $"global::{Name}" : $"global::{Namespace}.{Name}";
}

/// <summary>The type parameter of a generic kernel.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Constraints">The interfaces it must implement, fully qualified.</param>
/// <param name="Dtypes">Those of the runtime's element types that meet the constraints.</param>
/// <param name="HalfBySingle">Whether <c>Half</c> is computed by the same kernel on <see cref="float"/>.</param>
public sealed record TypeParameterModel(string Name, EquatableArray<string> Constraints, EquatableArray<ElementKind> Dtypes, bool HalfBySingle)
{
    /// <summary>Whether only floating-point types meet the constraints.</summary>
    public bool IsFloating => Dtypes.All(dtype => dtype is ElementKind.Half or ElementKind.Single or ElementKind.Double);
}

/// <summary>A parameter of a kernel.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsScalar">Whether it is one value for the whole call.</param>
/// <param name="Default">Its default as a C# expression, or null.</param>
public sealed record ParameterModel(string Name, ElementType Type, bool IsScalar, string? Default);

/// <summary>A result of a kernel.</summary>
/// <param name="Name">The name of the tuple's item, or null when there is one result.</param>
/// <param name="Type">Its type.</param>
public sealed record ResultModel(string? Name, ElementType Type);

/// <summary>What a method's doc comment says, as inner XML.</summary>
/// <param name="Summary">The summary, or null.</param>
/// <param name="Remarks">The remarks, or null.</param>
/// <param name="Returns">What it returns, or null.</param>
/// <param name="Parameters">The parameters' comments by name.</param>
public sealed record DocsModel(string? Summary, string? Remarks, string? Returns, EquatableArray<ParameterDocs> Parameters);

/// <summary>The comment on one parameter.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Text">Its comment, as inner XML.</param>
public sealed record ParameterDocs(string Name, string Text);

/// <summary>The body of a kernel.</summary>
/// <param name="Instructions">The steps, each after those it reads.</param>
/// <param name="Results">The numbers of the values returned.</param>
public sealed record BodyModel(EquatableArray<Instruction> Instructions, EquatableArray<int> Results);
