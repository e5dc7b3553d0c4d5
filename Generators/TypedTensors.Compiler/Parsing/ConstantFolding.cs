using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Parsing;

/// <summary>Conversions of constants, and the constants that number types name.</summary>
static class ConstantFolding
{
    /// <summary>Converts a constant as C# does, or returns null where that is left to the running program.</summary>
    public static ConstantValue? Convert(ConstantValue value, ElementType from, ElementType to)
    {
        if (value.Kind == ConstantKind.Member || to.IsBoolean)
        {
            return null;
        }

        if (to.IsGeneric)
        {
            return from.IsUnsigned && value.Bits < 0 ? null : value.Kind == ConstantKind.Integer && value.Bits is 0 or 1
                ? ConstantValue.OfMember(value.Bits == 0 ? "Zero" : "One")
                : value;
        }

        if (to.IsFloating)
        {
            double real = value.Kind == ConstantKind.Real ? value.Real : from.Kind == ElementKind.UInt64 ? (ulong)value.Bits : value.Bits;
            return ConstantValue.Of(to.Kind == ElementKind.Double ? real : (double)(float)real);
        }

        if (value.Kind == ConstantKind.Real)
        {
            return value.Real is > int.MinValue and < int.MaxValue && !to.IsUnsigned && to.Size >= 4 ? ConstantValue.Of((long)value.Real) : null;
        }

        return ConstantValue.Of(to.Kind switch
        {
            ElementKind.SByte => (sbyte)value.Bits,
            ElementKind.Byte => (byte)value.Bits,
            ElementKind.Int16 => (short)value.Bits,
            ElementKind.UInt16 => (ushort)value.Bits,
            ElementKind.Int32 => (int)value.Bits,
            ElementKind.UInt32 => (uint)value.Bits,
            _ => value.Bits,
        });
    }

    /// <summary>Turns what Roslyn knows of a constant into ours.</summary>
    public static ConstantValue? Of(object? value) =>
        value switch
        {
            bool b => ConstantValue.Of(b),
            sbyte n => ConstantValue.Of((long)n),
            byte n => ConstantValue.Of((long)n),
            short n => ConstantValue.Of((long)n),
            ushort n => ConstantValue.Of((long)n),
            int n => ConstantValue.Of((long)n),
            uint n => ConstantValue.Of((long)n),
            long n => ConstantValue.Of(n),
            ulong n => ConstantValue.Of(unchecked((long)n)),
            float r => ConstantValue.Of((double)r),
            double r => ConstantValue.Of(r),
            _ => null,
        };

    /// <summary>The value of a static property of a number type, such as <c>Half.One</c>, or null.</summary>
    public static ConstantValue? Member(string name, ElementKind kind)
    {
        bool isSingle = kind == ElementKind.Single;
        double? real = name switch
        {
            "Pi" => isSingle ? (float)Math.PI : Math.PI,
            "E" => isSingle ? (float)Math.E : Math.E,
            "Tau" => isSingle ? (float)(2 * Math.PI) : 2 * Math.PI,
            "NaN" => double.NaN,
            "PositiveInfinity" => double.PositiveInfinity,
            "NegativeInfinity" => double.NegativeInfinity,
            "NegativeZero" => -0.0,
            "One" or "MultiplicativeIdentity" => 1,
            "Zero" or "AdditiveIdentity" => 0,
            "NegativeOne" => -1,
            "Epsilon" => kind switch { ElementKind.Half => Math.Pow(2, -24), ElementKind.Single => float.Epsilon, _ => double.Epsilon },
            "MaxValue" => kind switch { ElementKind.Half => 65504, ElementKind.Single => float.MaxValue, _ => double.MaxValue },
            "MinValue" => kind switch { ElementKind.Half => -65504, ElementKind.Single => float.MinValue, _ => double.MinValue },
            _ => null,
        };
        if (kind is ElementKind.Half or ElementKind.Single or ElementKind.Double)
        {
            return real is { } value ? ConstantValue.Of(value) : null;
        }

        return name switch
        {
            "One" or "MultiplicativeIdentity" => ConstantValue.Of(1L),
            "Zero" or "AdditiveIdentity" => ConstantValue.Of(0L),
            "NegativeOne" or "AllBitsSet" when kind is ElementKind.SByte or ElementKind.Int16 or ElementKind.Int32 or ElementKind.Int64 => ConstantValue.Of(-1L),
            "MaxValue" => Limit(kind, max: true),
            "MinValue" => Limit(kind, max: false),
            _ => null,
        };
    }

    static ConstantValue Limit(ElementKind kind, bool max) => ConstantValue.Of(kind switch
    {
        ElementKind.SByte => max ? sbyte.MaxValue : sbyte.MinValue,
        ElementKind.Byte => max ? byte.MaxValue : byte.MinValue,
        ElementKind.Int16 => max ? short.MaxValue : short.MinValue,
        ElementKind.UInt16 => max ? ushort.MaxValue : ushort.MinValue,
        ElementKind.Int32 => max ? int.MaxValue : int.MinValue,
        ElementKind.UInt32 => max ? uint.MaxValue : uint.MinValue,
        ElementKind.UInt64 => max ? -1 : 0,
        _ => max ? long.MaxValue : long.MinValue,
    });
}
