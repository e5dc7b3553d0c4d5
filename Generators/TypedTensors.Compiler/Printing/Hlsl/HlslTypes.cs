using System.Globalization;
using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Text;

namespace TypedTensors.Compiler.Printing.Hlsl;

/// <summary>Types and constants as HLSL spells them.</summary>
static class HlslTypes
{
    /// <summary>The type of a value.</summary>
    public static string Name(ElementType type) =>
        type.Kind switch
        {
            ElementKind.Boolean => "bool",
            ElementKind.Int32 => "int",
            ElementKind.UInt32 => "uint",
            ElementKind.Single => "float",
            ElementKind.Double => "double",
            _ => throw new InvalidOperationException($"HLSL has no {type.Name}."),
        };

    /// <summary>The type of an element in a buffer, or of a scalar among the constants: at least 32 bits, and a bool as a number.</summary>
    public static string Stored(DeviceOperand operand) => operand.Computed.IsBoolean ? "uint" : Name(operand.Computed);

    /// <summary>The type of a local: no compiler may contract or reorder what makes up a floating one.</summary>
    public static string Local(ElementType type) => type.IsFloating ? "precise " + Name(type) : Name(type);

    /// <summary>Whether a kernel has values of a type that HLSL lacks.</summary>
    public static bool Has(ElementType type) => type.Kind is not (ElementKind.Int64 or ElementKind.UInt64);

    /// <summary>A constant of exactly its type.</summary>
    public static string Literal(ElementType type, ConstantValue value) =>
        type.Kind switch
        {
            ElementKind.Boolean => value.IsZero ? "false" : "true",
            ElementKind.UInt32 => value.Bits.ToString(CultureInfo.InvariantCulture) + "u",
            ElementKind.Int32 => value.Bits == int.MinValue ? "asint(0x80000000u)" : value.Bits.ToString(CultureInfo.InvariantCulture),
            ElementKind.Single => Single((float)value.Real),
            _ => Double(value.Real),
        };

    // What a parser may flush, fold or not know is given by its bits.
    static string Single(float value)
    {
        bool isPlain = Math.Abs(value) is >= 1.17549435e-38f and <= float.MaxValue || (value == 0 && !IsNegativeZero(value));
        if (isPlain)
        {
            string digits = Literals.Of(value);
            return digits.IndexOfAny(['.', 'E']) < 0 ? digits.Replace("f", ".0f") : digits;
        }

        byte[] bytes = BitConverter.GetBytes(value);
        uint bits = float.IsNaN(value) ? 0x7FC00000u : BitConverter.ToUInt32(bytes, 0);
        return $"asfloat(0x{bits.ToString("X8", CultureInfo.InvariantCulture)}u)";
    }

    static string Double(double value)
    {
        if (!double.IsNaN(value) && !double.IsInfinity(value) && !IsNegativeZero(value))
        {
            return Literals.Of(value) + "L";
        }

        ulong bits = double.IsNaN(value) ? 0x7FF8000000000000 : (ulong)BitConverter.DoubleToInt64Bits(value);
        return $"asdouble(0x{((uint)bits).ToString("X8", CultureInfo.InvariantCulture)}u, 0x{((uint)(bits >> 32)).ToString("X8", CultureInfo.InvariantCulture)}u)";
    }

    static bool IsNegativeZero(double value) => value == 0 && BitConverter.DoubleToInt64Bits(value) < 0;
}
