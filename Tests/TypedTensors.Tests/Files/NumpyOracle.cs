using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;

namespace TypedTensors.Tests;

/// <summary>Reads a <c>.npy</c> file by other means than the library's, for files that it accepted: a few regular expressions and plain loops.</summary>
internal static partial class NumpyOracle
{
    /// <summary>The dtype's NumPy code, the shape, and the elements in C order, little-endian.</summary>
    public static (string Kind, nint[] Shape, byte[] Elements) Read(byte[] file)
    {
        int start = file[6] == 1 ? 10 : 12;
        int length = file[6] == 1 ? BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(8)) : BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(8));
        string header = Encoding.Latin1.GetString(file, start, length);

        Match descr = Descr().Match(header);
        Match order = FortranOrder().Match(header);
        Match shape = ShapeTuple().Match(header);
        Assert.True(descr.Success && order.Success && shape.Success, header);

        nint[] sizes = [.. Number().Matches(shape.Groups[1].Value).Select(match => nint.Parse(match.Groups[1].ValueSpan))];
        int size = int.Parse(descr.Groups[3].ValueSpan);
        byte[] data = file[(start + length)..];
        Assert.Equal(sizes.Aggregate((nint)size, (product, next) => product * next), data.Length);
        byte[] elements = NumpyFiles.Rearrange(data, size, sizes, order.Groups[1].Value == "True", descr.Groups[1].Value == ">");
        if (descr.Groups[1].Value == ">" && descr.Groups[2].Value == "c")
        {
            // Turned around as a whole, a number has its imaginary part first.
            for (int i = 0; i < elements.Length; i += size)
            {
                byte[] real = elements[(i + (size / 2))..(i + size)];
                elements.AsSpan(i, size / 2).CopyTo(elements.AsSpan(i + (size / 2)));
                real.CopyTo(elements, i);
            }
        }

        return (descr.Groups[2].Value + descr.Groups[3].Value, sizes, elements);
    }

    /// <summary>CRC-32, bit by bit.</summary>
    public static uint Checksum(byte[] bytes)
    {
        uint state = uint.MaxValue;
        foreach (byte value in bytes)
        {
            state ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                state = (state & 1) != 0 ? (state >> 1) ^ 0xEDB88320 : state >> 1;
            }
        }

        return ~state;
    }

    [GeneratedRegex("""['"]descr['"]\s*:\s*\(?\s*['"]([<>=|])([biufc])(16|[1248])['"]""")]
    private static partial Regex Descr();

    [GeneratedRegex("""['"]fortran_order['"]\s*:\s*\(?\s*(True|False)""")]
    private static partial Regex FortranOrder();

    [GeneratedRegex("""['"]shape['"]\s*:\s*\(([^)]*)\)""")]
    private static partial Regex ShapeTuple();

    [GeneratedRegex("""(\d+)L?""")]
    private static partial Regex Number();
}
