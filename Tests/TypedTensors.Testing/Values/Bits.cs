using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedTensors.Testing.Values;

/// <summary>The bits of elements in arrays whose type is known only as a value.</summary>
public static class Bits
{
    /// <summary>The bytes of some elements.</summary>
    public static Span<byte> Bytes(Array values, int start, int length)
    {
        int size = Dtypes.SizeOf(DtypeDispatch.Of(values.GetType().GetElementType()!));
        ref byte first = ref MemoryMarshal.GetArrayDataReference(values);
        return MemoryMarshal.CreateSpan(ref Unsafe.Add(ref first, start * size), length * size);
    }

    /// <summary>The index of the first element that differs from <paramref name="expected"/>[<paramref name="start"/> + index], or -1.</summary>
    /// <remarks>Bit for bit, so the two zeros differ; but one NaN is like another, since IEEE 754 leaves open which one an operation gives.</remarks>
    public static int FirstDifference(Array expected, int start, Array actual)
    {
        if (Bytes(expected, start, actual.Length).SequenceEqual(Bytes(actual, 0, actual.Length)))
        {
            return -1;
        }

        for (int i = 0; i < actual.Length; i++)
        {
            if (!Bytes(expected, start + i, 1).SequenceEqual(Bytes(actual, i, 1)) && !(IsNaN(expected, start + i) && IsNaN(actual, i)))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether an element is NaN.</summary>
    public static bool IsNaN(Array values, int index) => values switch
    {
        double[] doubles => double.IsNaN(doubles[index]),
        float[] singles => float.IsNaN(singles[index]),
        Half[] halves => Half.IsNaN(halves[index]),
        _ => false,
    };

    /// <summary>An element as text, with its bits where that says more.</summary>
    public static string Show(Array values, int index)
    {
        object value = values.GetValue(index)!;
        return value switch
        {
            double number => FormattableString.Invariant($"{number:R} (0x{BitConverter.DoubleToUInt64Bits(number):X16})"),
            float number => FormattableString.Invariant($"{number:R} (0x{BitConverter.SingleToUInt32Bits(number):X8})"),
            Half number => FormattableString.Invariant($"{number} (0x{BitConverter.HalfToUInt16Bits(number):X4})"),
            _ => $"{value}",
        };
    }
}
