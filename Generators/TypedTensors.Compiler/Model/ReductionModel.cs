namespace TypedTensors.Compiler.Model;

/// <summary>A reduction, complete and free of Roslyn: what every printer starts from.</summary>
/// <param name="Head">What the tensor method looks like: the element as its one parameter, and the result. It has no body.</param>
/// <param name="Declaration">The name of the class that declares it, as a doc comment refers to it.</param>
/// <param name="RequiresElements">Whether the reduction of nothing is an error.</param>
/// <param name="UsesPositions">Whether the position of an element matters.</param>
/// <param name="UsesCount">Whether the result depends on the number of elements.</param>
/// <param name="Accumulator">The components of the accumulator.</param>
/// <param name="Scalars">What else the result depends on.</param>
/// <param name="Identity">From nothing to an accumulator.</param>
/// <param name="Accumulate">From an accumulator, an element and, where that matters, its position to an accumulator.</param>
/// <param name="Combine">From two accumulators to one.</param>
/// <param name="Finish">From an accumulator, the count where that matters, and the scalars to the result.</param>
public sealed record ReductionModel(
    KernelModel Head,
    string Declaration,
    bool RequiresElements,
    bool UsesPositions,
    bool UsesCount,
    EquatableArray<ResultModel> Accumulator,
    EquatableArray<ParameterModel> Scalars,
    KernelModel Identity,
    KernelModel Accumulate,
    KernelModel Combine,
    KernelModel Finish)
{
    /// <summary>The type in which elements are taken, which may be another than they are stored in.</summary>
    public ElementType Element => Accumulate.Parameters[Accumulator.Count].Type;

    /// <summary>Whether the loops depend on the type parameter; one that is only converted from is none of their business.</summary>
    public bool IsGeneric =>
        Accumulator.Any(component => component.Type.IsGeneric) || Element.IsGeneric || Head.Results[0].Type.IsGeneric;
}
