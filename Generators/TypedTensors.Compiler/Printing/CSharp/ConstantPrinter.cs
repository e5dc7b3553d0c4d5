using System.Globalization;
using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Text;

namespace TypedTensors.Compiler.Printing.CSharp;

/// <summary>Constants as C# expressions of exactly their type.</summary>
public static class ConstantPrinter
{
    /// <summary>Writes a constant.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="value">Its value.</param>
    /// <returns>A C# expression.</returns>
    public static string Literal(ElementType type, ConstantValue value) =>
        type.Kind switch
        {
            ElementKind.Generic when value.Kind == ConstantKind.Member => $"{type.Name}.{value.Member}",
            ElementKind.Generic => $"{type.Name}.CreateTruncating({(value.Kind == ConstantKind.Real ? Literals.Of(value.Real) : Number(value.Bits))})",
            ElementKind.Boolean => value.IsZero ? "false" : "true",
            ElementKind.Half or ElementKind.Single => Literals.Of((float)value.Real),
            ElementKind.Double => Literals.Of(value.Real),
            ElementKind.Int32 => Number(value.Bits),
            ElementKind.UInt32 => Number(value.Bits) + "u",
            ElementKind.Int64 => Number(value.Bits) + "L",
            ElementKind.UInt64 => unchecked((ulong)value.Bits).ToString(CultureInfo.InvariantCulture) + "UL",
            _ => value.Bits < 0 ? $"({type.Name})({Number(value.Bits)})" : $"({type.Name}){Number(value.Bits)}",
        };

    static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
