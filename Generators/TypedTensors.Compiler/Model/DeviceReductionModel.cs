namespace TypedTensors.Compiler.Model;

/// <summary>A reduction for one dtype of tensors, lowered as a <see cref="DeviceKernelModel"/> is: what its printers of HLSL and SPIR-V start from.</summary>
/// <remarks>In the bodies the components of accumulators come first, one parameter or result for each.</remarks>
/// <param name="Name">The operation and its dtypes as an identifier, such as <c>Sum_Single</c>.</param>
/// <param name="Source">The declaration as the user wrote it, without comments.</param>
/// <param name="Element">The elements of the tensor.</param>
/// <param name="Result">The elements of the result.</param>
/// <param name="Accumulator">The components of an accumulator, as they lie in memory between two passes.</param>
/// <param name="Scalars">What else a result depends on: first the number of elements, if it does.</param>
/// <param name="UsesPositions">Whether <paramref name="Accumulate"/> takes an element's position too, as an <see cref="ElementKind.Int64"/>.</param>
/// <param name="Identity">From nothing to an accumulator.</param>
/// <param name="Accumulate">From an accumulator and an element, and perhaps its position, to an accumulator.</param>
/// <param name="Combine">From two accumulators to one.</param>
/// <param name="Finish">From an accumulator and the scalars to the result.</param>
/// <param name="Functions">The functions that the bodies call, each after those it calls itself.</param>
public sealed record DeviceReductionModel(
    string Name,
    string Source,
    DeviceOperand Element,
    DeviceOperand Result,
    EquatableArray<DeviceOperand> Accumulator,
    EquatableArray<DeviceOperand> Scalars,
    bool UsesPositions,
    BodyModel Identity,
    BodyModel Accumulate,
    BodyModel Combine,
    BodyModel Finish,
    EquatableArray<DeviceFunctionModel> Functions)
{
    /// <summary>The operands in the order of the bindings.</summary>
    public IEnumerable<DeviceOperand> Buffers => [Element, Result, .. Accumulator];

    /// <summary>The parameters of <see cref="Accumulate"/>.</summary>
    public IEnumerable<DeviceParameter> AccumulateParameters =>
    [
        .. Parameters(""),
        new DeviceParameter(Element.Name, Element.Computed),
        .. UsesPositions ? [new DeviceParameter("position", new ElementType(ElementKind.Int64))] : Array.Empty<DeviceParameter>(),
    ];

    /// <summary>The parameters of <see cref="Combine"/>.</summary>
    public IEnumerable<DeviceParameter> CombineParameters => Parameters("left_").Concat(Parameters("right_"));

    /// <summary>The parameters of <see cref="Finish"/>.</summary>
    public IEnumerable<DeviceParameter> FinishParameters => Parameters("").Concat(Scalars.Select(scalar => new DeviceParameter(scalar.Name, scalar.Computed)));

    /// <summary>The reduction as those look at it who ask what a device must have: all that it reads, writes and computes with.</summary>
    public DeviceKernelModel AsElementwise() => new(
        Name,
        Source,
        "",
        Scalars.Prepend(Element).ToEquatableArray(),
        new[] { Result }.ToEquatableArray(),
        new BodyModel(Bodies.SelectMany(body => body.Instructions).ToEquatableArray(), EquatableArray<int>.Empty),
        Functions);

    IEnumerable<BodyModel> Bodies => [Identity, Accumulate, Combine, Finish];

    IEnumerable<DeviceParameter> Parameters(string prefix) => Accumulator.Select(component => new DeviceParameter(prefix + component.Name, component.Computed));
}
