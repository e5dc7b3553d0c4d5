using System.Globalization;

namespace TypedTensors.Compiler.Text;

/// <summary>Numbers as C# literals: the shortest text that reads back as the same value, the same on every host.</summary>
public static class Literals
{
    /// <summary>Writes a <see cref="float"/>.</summary>
    /// <param name="value">The value; NaN and the infinities come as the constants' names.</param>
    /// <returns>A C# expression of type <see cref="float"/>.</returns>
    public static string Of(float value) => Named(value, "float") ?? Sign(value) + Shortest(Math.Abs(value)) + "f";

    /// <summary>Writes a <see cref="double"/>.</summary>
    /// <param name="value">The value; NaN and the infinities come as the constants' names.</param>
    /// <returns>A C# expression of type <see cref="double"/>.</returns>
    public static string Of(double value)
    {
        if (Named(value, "double") is { } name)
        {
            return name;
        }

        string digits = Shortest(Math.Abs(value));
        return Sign(value) + digits + (digits.IndexOfAny(['.', 'E']) < 0 ? ".0" : "");
    }

    /// <summary>Writes the digits of a number without a type suffix, as a formula has it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="single">Whether the value stands for a <see cref="float"/>, which needs fewer digits.</param>
    /// <returns>Text such as <c>0.5</c> or <c>-inf</c>.</returns>
    public static string Plain(double value, bool single) =>
        double.IsNaN(value) ? "nan"
        : double.IsInfinity(value) ? (value < 0 ? "-inf" : "inf")
        : Sign(value) + (single ? Shortest((float)Math.Abs(value)) : Shortest(Math.Abs(value)));

    /// <summary>Writes a string literal.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text in quotes, escaped.</returns>
    public static string Of(string text) => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true);

    static string? Named(double value, string type) =>
        double.IsNaN(value) ? type + ".NaN"
        : double.IsPositiveInfinity(value) ? type + ".PositiveInfinity"
        : double.IsNegativeInfinity(value) ? type + ".NegativeInfinity"
        : null;

    // -0.0 has a sign, too, and no comparison sees it.
    static string Sign(double value) => BitConverter.DoubleToInt64Bits(value) < 0 ? "-" : "";

    // "R" gives other digits on .NET Framework than on .NET; so the shortest is looked for here.
    static string Shortest(float value)
    {
        for (int digits = 6; digits < 9; digits++)
        {
            string text = value.ToString("G" + digits, CultureInfo.InvariantCulture);
            if (float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float read) && read == value)
            {
                return text;
            }
        }

        return value.ToString("G9", CultureInfo.InvariantCulture);
    }

    static string Shortest(double value)
    {
        for (int digits = 15; digits < 17; digits++)
        {
            string text = value.ToString("G" + digits, CultureInfo.InvariantCulture);
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double read) && read == value)
            {
                return text;
            }
        }

        return value.ToString("G17", CultureInfo.InvariantCulture);
    }
}
