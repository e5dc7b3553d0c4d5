using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace TypedTensors;

public readonly partial struct Complex<T>
{
    /// <summary>The parts in angle brackets, as .NET's own <see cref="Complex"/> has it: <c>&lt;1.5; -2&gt;</c>.</summary>
    public override string ToString() => ToString(null, CultureInfo.CurrentCulture);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => $"<{Real.ToString(format, formatProvider)}; {Imaginary.ToString(format, formatProvider)}>";

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        string text = ToString(format.ToString(), provider);
        bool fits = text.AsSpan().TryCopyTo(destination);
        charsWritten = fits ? text.Length : 0;
        return fits;
    }

    /// <inheritdoc/>
    public static Complex<T> Parse(string s, IFormatProvider? provider) => (Complex<T>)Complex.Parse(s, provider);

    /// <inheritdoc/>
    public static Complex<T> Parse(string s, NumberStyles style, IFormatProvider? provider) => (Complex<T>)Complex.Parse(s, style, provider);

    /// <inheritdoc/>
    public static Complex<T> Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => (Complex<T>)Complex.Parse(s, provider);

    /// <inheritdoc/>
    public static Complex<T> Parse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider) => (Complex<T>)Complex.Parse(s, style, provider);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Complex<T> result) =>
        TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider, out Complex<T> result) =>
        TryParse(s.AsSpan(), style, provider, out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Complex<T> result) =>
        TryParse(s, NumberStyles.Float | NumberStyles.AllowThousands, provider, out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out Complex<T> result)
    {
        bool isNumber = Complex.TryParse(s, style, provider, out Complex number);
        result = (Complex<T>)number;
        return isNumber;
    }
}
