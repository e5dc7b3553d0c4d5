using System.Globalization;
using System.Text;

namespace TypedTensors;

/// <summary>Writes the header of a <c>.npy</c> file as NumPy does, byte for byte.</summary>
internal static class NpyHeaderWriter
{
    /// <summary>
    /// The bytes before the first element. NumPy pads to a multiple of 64; with at most 8 axes, whose lengths have at most 26 digits together, the text takes 57 to
    /// 95 characters, so that is always 128. Version 1.0 of the format thus suffices for every tensor.
    /// </summary>
    public const int Length = 128;

    private const int PrefixLength = 10;

    /// <summary>What every <c>.npy</c> file begins with.</summary>
    public static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Writes the header of a C-ordered array.</summary>
    public static void Write(Stream stream, Dtype dtype, in Shape shape)
    {
        Span<byte> header = stackalloc byte[Length];
        header.Fill((byte)' ');
        Magic.CopyTo(header);
        ReadOnlySpan<byte> versionAndLength = [1, 0, Length - PrefixLength, 0];
        versionAndLength.CopyTo(header[Magic.Length..]);
        Encoding.ASCII.GetBytes($"{{'descr': '{NpyDescr.Of(dtype)}', 'fortran_order': False, 'shape': {FormatShape(shape)}, }}", header[PrefixLength..]);
        header[^1] = (byte)'\n';
        stream.Write(header);
    }

    /// <summary>A shape as a Python tuple: <c>()</c>, <c>(5,)</c>, <c>(2, 3)</c>.</summary>
    private static string FormatShape(in Shape shape)
    {
        var text = new StringBuilder("(");
        for (int axis = 0; axis < shape.Rank; axis++)
        {
            text.Append(axis == 0 ? string.Empty : ", ").Append(shape[axis].ToString(CultureInfo.InvariantCulture));
        }

        return text.Append(shape.Rank == 1 ? ",)" : ")").ToString();
    }
}
