namespace TypedTensors;

/// <summary>An argument that is a number of a tensor's element type, into which such numbers convert implicitly.</summary>
/// <typeparam name="TDtype">The element type, which the tensor alone decides.</typeparam>
/// <param name="Value">The number.</param>
/// <remarks>
/// Were the parameters of <c>Tensor&lt;byte, Cpu&gt;.Arange(0, 255, 5)</c> of type <typeparamref name="TDtype"/>, the compiler would infer it from the
/// literals as well, which are <see cref="int"/>, and find no type that fits. From an argument of this type it infers nothing, and the literals become bytes.
/// </remarks>
public readonly record struct Element<TDtype>(TDtype Value)
    where TDtype : unmanaged
{
    /// <summary>The number as an argument.</summary>
    public static implicit operator Element<TDtype>(TDtype value) => new(value);

    /// <summary>The argument as a number.</summary>
    public static implicit operator TDtype(Element<TDtype> element) => element.Value;
}
