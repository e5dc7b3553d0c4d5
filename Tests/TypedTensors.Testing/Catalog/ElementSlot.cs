using TypedTensors.Testing.Values;

namespace TypedTensors.Testing.Catalog;

/// <summary>The element type of a parameter or of a result: one dtype, or whatever stands for the operation's type parameter.</summary>
/// <param name="Concrete">The dtype, or null for the type parameter.</param>
public readonly record struct ElementSlot(Dtype? Concrete)
{
    /// <summary>Reads the element type of a scalar parameter or result.</summary>
    public static ElementSlot Of(Type type) => new(type.IsGenericParameter ? null : DtypeDispatch.Of(type));

    /// <summary>The dtype when the type parameter is <paramref name="typeArgument"/>.</summary>
    public Dtype For(Dtype typeArgument) => Concrete ?? typeArgument;

    /// <inheritdoc/>
    public override string ToString() => Concrete is { } dtype ? Dtypes.NameOf(dtype) : "T";
}
