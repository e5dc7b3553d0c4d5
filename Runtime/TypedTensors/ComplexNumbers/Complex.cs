using System.Numerics;
using System.Runtime.InteropServices;

namespace TypedTensors;

/// <summary>A complex number: a real and an imaginary part, one after the other in memory as in NumPy, PyTorch and FFTW.</summary>
/// <remarks>
/// .NET's own <see cref="Complex"/> has parts of double only; this one is generic in them, so that what is done with complex numbers is written once, and a
/// transform's result is known from its argument's type: <c>Complex&lt;float&gt;</c> of float. As tensors' elements, <see cref="float"/> and <see cref="double"/> are used.
/// </remarks>
/// <typeparam name="T">The type of the parts.</typeparam>
/// <param name="real">The real part.</param>
/// <param name="imaginary">The imaginary part.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly partial struct Complex<T>(T real, T imaginary) : INumberBase<Complex<T>>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The number 0.</summary>
    public static Complex<T> Zero => default;

    /// <summary>The number 1.</summary>
    public static Complex<T> One => new(T.One, T.Zero);

    /// <summary>The number i, whose square is -1.</summary>
    public static Complex<T> ImaginaryOne => new(T.Zero, T.One);

    /// <summary>The real part.</summary>
    public T Real { get; } = real;

    /// <summary>The imaginary part.</summary>
    public T Imaginary { get; } = imaginary;

    /// <summary>The distance from 0, without overflow on the way; infinite if a part is, even beside NaN.</summary>
    public T Magnitude => T.Hypot(Real, Imaginary);

    /// <summary>The angle from the positive real axis, from -pi to pi.</summary>
    public T Phase => T.Atan2(Imaginary, Real);

    /// <summary>The number with the other sign of the imaginary part.</summary>
    public Complex<T> Conjugate => new(Real, -Imaginary);

    /// <summary>A real number as a complex one.</summary>
    public static implicit operator Complex<T>(T value) => new(value, T.Zero);

    /// <summary>A number of .NET's own type, its parts rounded to <typeparamref name="T"/>.</summary>
    public static explicit operator Complex<T>(Complex value) => new(T.CreateTruncating(value.Real), T.CreateTruncating(value.Imaginary));

    /// <summary>The number in .NET's own type.</summary>
    public static implicit operator Complex(Complex<T> value) => new(double.CreateTruncating(value.Real), double.CreateTruncating(value.Imaginary));

    /// <summary>The number at a distance from 0 in the direction of an angle.</summary>
    public static Complex<T> FromPolar(T magnitude, T phase)
    {
        (T sin, T cos) = T.SinCos(phase);
        return new Complex<T>(magnitude * cos, magnitude * sin);
    }

    /// <summary>The number itself.</summary>
    public static Complex<T> operator +(Complex<T> value) => value;

    /// <summary>The negative.</summary>
    public static Complex<T> operator -(Complex<T> value) => new(-value.Real, -value.Imaginary);

    /// <summary>The sum.</summary>
    public static Complex<T> operator +(Complex<T> left, Complex<T> right) => new(left.Real + right.Real, left.Imaginary + right.Imaginary);

    /// <summary>The difference.</summary>
    public static Complex<T> operator -(Complex<T> left, Complex<T> right) => new(left.Real - right.Real, left.Imaginary - right.Imaginary);

    /// <summary>The product, by the formula of schools: infinities can give NaN, as in NumPy.</summary>
    public static Complex<T> operator *(Complex<T> left, Complex<T> right) => new(
        (left.Real * right.Real) - (left.Imaginary * right.Imaginary),
        (left.Real * right.Imaginary) + (left.Imaginary * right.Real));

    /// <summary>The quotient by Smith's method, which does not overflow where the quotient does not (Communications of the ACM 5, 1962); by zero, NaN or infinite parts.</summary>
    public static Complex<T> operator /(Complex<T> left, Complex<T> right)
    {
        if (T.Abs(right.Real) >= T.Abs(right.Imaginary))
        {
            if (T.IsZero(right.Real))
            {
                return new Complex<T>(left.Real / T.Abs(right.Real), left.Imaginary / T.Abs(right.Real));
            }

            T ratio = right.Imaginary / right.Real, scale = T.One / (right.Real + (right.Imaginary * ratio));
            return new Complex<T>((left.Real + (left.Imaginary * ratio)) * scale, (left.Imaginary - (left.Real * ratio)) * scale);
        }
        else
        {
            T ratio = right.Real / right.Imaginary, scale = T.One / (right.Imaginary + (right.Real * ratio));
            return new Complex<T>(((left.Real * ratio) + left.Imaginary) * scale, ((left.Imaginary * ratio) - left.Real) * scale);
        }
    }

    /// <summary>The number plus 1.</summary>
    public static Complex<T> operator ++(Complex<T> value) => value + One;

    /// <summary>The number minus 1.</summary>
    public static Complex<T> operator --(Complex<T> value) => value - One;

    /// <summary>Whether both parts are equal; NaN equals nothing.</summary>
    public static bool operator ==(Complex<T> left, Complex<T> right) => left.Real == right.Real && left.Imaginary == right.Imaginary;

    /// <summary>Whether a part differs.</summary>
    public static bool operator !=(Complex<T> left, Complex<T> right) => !(left == right);

    /// <summary>The parts.</summary>
    public void Deconstruct(out T realPart, out T imaginaryPart) => (realPart, imaginaryPart) = (Real, Imaginary);

    /// <summary>Whether both parts are equal; here NaN equals NaN, as <see cref="object.Equals(object)"/> has it.</summary>
    public bool Equals(Complex<T> other) => Real.Equals(other.Real) && Imaginary.Equals(other.Imaginary);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Complex<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Real, Imaginary);
}
