using System.Globalization;
using System.Numerics;
using TypedTensors.Loops;

namespace TypedTensors;

/// <summary>Conversions of single numbers that are refused where a value would be lost, as those of tensors are.</summary>
public static class ScalarNarrowing
{
    /// <summary>A number in another type, refused if that would change it beyond rounding.</summary>
    /// <remarks>
    /// Between floating types rounding is allowed, and so are NaN and infinity, but a finite value that would become infinite is not: that is what
    /// <c>checked((float)value)</c> and <c>float.CreateChecked</c> let pass. An integer type must hold the value exactly.
    /// </remarks>
    /// <typeparam name="TTo">The other type.</typeparam>
    /// <param name="value">The number.</param>
    /// <returns>The number in the other type.</returns>
    /// <exception cref="OverflowException">The other type cannot represent the number; the message names both.</exception>
    public static TTo NarrowChecked<TTo>(this double value)
        where TTo : unmanaged, INumber<TTo>, IMinMaxValue<TTo> => Narrow<double, TTo>(value);

    /// <inheritdoc cref="NarrowChecked{TTo}(double)"/>
    public static TTo NarrowChecked<TTo>(this float value)
        where TTo : unmanaged, INumber<TTo>, IMinMaxValue<TTo> => Narrow<float, TTo>(value);

    private static TTo Narrow<TFrom, TTo>(TFrom value)
        where TFrom : unmanaged, INumber<TFrom>, IMinMaxValue<TFrom>
        where TTo : unmanaged, INumber<TTo>, IMinMaxValue<TTo>
    {
        var result = TTo.CreateSaturating(value);
        return NarrowKernel<TFrom, TTo>.IsKept(value, result)
            ? result
            : throw new OverflowException(
                string.Create(CultureInfo.InvariantCulture, $"NarrowChecked: {value} cannot be represented as {Dtypes.NameOf(Dtypes.Of<TTo>())}. A cast converts without checking."));
    }
}
