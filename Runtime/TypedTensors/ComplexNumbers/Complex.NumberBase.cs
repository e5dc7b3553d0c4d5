using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace TypedTensors;

// What generic arithmetic asks of a number. Where a real and a complex number differ, the answers are those of .NET's own Complex.
public readonly partial struct Complex<T>
{
    /// <summary>The magnitude, as a complex number.</summary>
    public static Complex<T> Abs(Complex<T> value) => value.Magnitude;

    /// <inheritdoc/>
    public static bool IsFinite(Complex<T> value) => T.IsFinite(value.Real) && T.IsFinite(value.Imaginary);

    /// <inheritdoc/>
    public static bool IsInfinity(Complex<T> value) => T.IsInfinity(value.Real) || T.IsInfinity(value.Imaginary);

    /// <inheritdoc/>
    public static bool IsNaN(Complex<T> value) => !IsInfinity(value) && (T.IsNaN(value.Real) || T.IsNaN(value.Imaginary));

    static int INumberBase<Complex<T>>.Radix => 2;

    static Complex<T> IAdditiveIdentity<Complex<T>, Complex<T>>.AdditiveIdentity => Zero;

    static Complex<T> IMultiplicativeIdentity<Complex<T>, Complex<T>>.MultiplicativeIdentity => One;

    static bool INumberBase<Complex<T>>.IsCanonical(Complex<T> value) => true;

    static bool INumberBase<Complex<T>>.IsComplexNumber(Complex<T> value) => !T.IsZero(value.Real) && !T.IsZero(value.Imaginary);

    static bool INumberBase<Complex<T>>.IsEvenInteger(Complex<T> value) => T.IsZero(value.Imaginary) && T.IsEvenInteger(value.Real);

    static bool INumberBase<Complex<T>>.IsImaginaryNumber(Complex<T> value) => T.IsZero(value.Real) && T.IsRealNumber(value.Imaginary);

    static bool INumberBase<Complex<T>>.IsInteger(Complex<T> value) => T.IsZero(value.Imaginary) && T.IsInteger(value.Real);

    static bool INumberBase<Complex<T>>.IsNegative(Complex<T> value) => T.IsZero(value.Imaginary) && T.IsNegative(value.Real);

    static bool INumberBase<Complex<T>>.IsNegativeInfinity(Complex<T> value) => T.IsZero(value.Imaginary) && T.IsNegativeInfinity(value.Real);

    static bool INumberBase<Complex<T>>.IsNormal(Complex<T> value) =>
        T.IsNormal(value.Real) && (T.IsZero(value.Imaginary) || T.IsNormal(value.Imaginary));

    static bool INumberBase<Complex<T>>.IsOddInteger(Complex<T> value) => T.IsZero(value.Imaginary) && T.IsOddInteger(value.Real);

    static bool INumberBase<Complex<T>>.IsPositive(Complex<T> value) => T.IsZero(value.Imaginary) && T.IsPositive(value.Real);

    static bool INumberBase<Complex<T>>.IsPositiveInfinity(Complex<T> value) => T.IsZero(value.Imaginary) && T.IsPositiveInfinity(value.Real);

    static bool INumberBase<Complex<T>>.IsRealNumber(Complex<T> value) => T.IsZero(value.Imaginary) && T.IsRealNumber(value.Real);

    static bool INumberBase<Complex<T>>.IsSubnormal(Complex<T> value) => T.IsSubnormal(value.Real) || T.IsSubnormal(value.Imaginary);

    static bool INumberBase<Complex<T>>.IsZero(Complex<T> value) => T.IsZero(value.Real) && T.IsZero(value.Imaginary);

    static Complex<T> INumberBase<Complex<T>>.MaxMagnitude(Complex<T> x, Complex<T> y) => (Complex<T>)Complex.MaxMagnitude(x, y);

    static Complex<T> INumberBase<Complex<T>>.MaxMagnitudeNumber(Complex<T> x, Complex<T> y) => IsNaN(x) ? y : IsNaN(y) ? x : (Complex<T>)Complex.MaxMagnitude(x, y);

    static Complex<T> INumberBase<Complex<T>>.MinMagnitude(Complex<T> x, Complex<T> y) => (Complex<T>)Complex.MinMagnitude(x, y);

    static Complex<T> INumberBase<Complex<T>>.MinMagnitudeNumber(Complex<T> x, Complex<T> y) => IsNaN(x) ? y : IsNaN(y) ? x : (Complex<T>)Complex.MinMagnitude(x, y);

    static bool INumberBase<Complex<T>>.TryConvertFromChecked<TOther>(TOther value, out Complex<T> result) => TryConvertFrom(value, out result);

    static bool INumberBase<Complex<T>>.TryConvertFromSaturating<TOther>(TOther value, out Complex<T> result) => TryConvertFrom(value, out result);

    static bool INumberBase<Complex<T>>.TryConvertFromTruncating<TOther>(TOther value, out Complex<T> result) => TryConvertFrom(value, out result);

    static bool INumberBase<Complex<T>>.TryConvertToChecked<TOther>(Complex<T> value, [MaybeNullWhen(false)] out TOther result) => TryConvertTo(value, TOther.CreateChecked, out result);

    static bool INumberBase<Complex<T>>.TryConvertToSaturating<TOther>(Complex<T> value, [MaybeNullWhen(false)] out TOther result) => TryConvertTo(value, TOther.CreateSaturating, out result);

    static bool INumberBase<Complex<T>>.TryConvertToTruncating<TOther>(Complex<T> value, [MaybeNullWhen(false)] out TOther result) => TryConvertTo(value, TOther.CreateTruncating, out result);

    private static bool TryConvertFrom<TOther>(TOther value, out Complex<T> result)
        where TOther : INumberBase<TOther>
    {
        // Saturating, so that a number beyond the range of T becomes infinite.
        result = value is Complex complex ? (Complex<T>)complex : T.CreateSaturating(value);
        return true;
    }

    private static bool TryConvertTo<TOther>(Complex<T> value, Func<T, TOther> convert, [MaybeNullWhen(false)] out TOther result)
        where TOther : INumberBase<TOther>
    {
        bool isReal = T.IsZero(value.Imaginary);
        result = isReal ? convert(value.Real) : default;
        return isReal;
    }
}
