using System.Buffers.Binary;
using System.Text;

namespace TypedTensors;

/// <summary>Reads the header of a <c>.npy</c> file, and believes none of it that can be checked.</summary>
internal static class NpyHeaderReader
{
    /// <summary>
    /// The longest header that is read, in bytes: the longest that version 1.0 can have. Those of plain arrays take 128; only structured dtypes grow beyond.
    /// </summary>
    private const int LongestHeader = ushort.MaxValue;

    /// <summary>Reads the header; the source then stands at the first element.</summary>
    /// <exception cref="NumpyFormatException">It is not a header, or not that of an array a tensor can hold.</exception>
    public static NpyHeader Read(NpySource source)
    {
        Span<byte> prefix = stackalloc byte[8];
        source.Read(prefix, "magic");
        if (!prefix.StartsWith(NpyHeaderWriter.Magic))
        {
            throw source.Fault(prefix.StartsWith("PK"u8)
                ? "this is a zip archive, not a .npy file; read it with Npz.Load."
                : "this is not a .npy file: it does not begin with \\x93NUMPY.");
        }

        var version = new Version(prefix[6], prefix[7]);
        int length = ReadLength(source, version);
        var bytes = new byte[length];
        source.Read(bytes, "header");
        Encoding encoding = version.Major == 3 ? Encoding.UTF8 : Encoding.Latin1;
        Dictionary<string, object?> entries = PythonLiteral.ParseDictionary(encoding.GetString(bytes), source);
        return Interpret(entries, version, source);
    }

    private static int ReadLength(NpySource source, Version version)
    {
        if (version is not { Major: 1 or 2 or 3, Minor: 0 })
        {
            throw source.Fault($"version {version} of the format is unknown; 1.0, 2.0 and 3.0 are read.");
        }

        Span<byte> field = stackalloc byte[4];
        field.Clear();
        source.Read(version.Major == 1 ? field[..2] : field, "header's length");
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(field);
        if (source.Length - source.Position < length)
        {
            throw source.Fault($"the file is truncated: the header is said to be {length} bytes long, but only {source.Length - source.Position} follow.");
        }

        return length <= LongestHeader
            ? (int)length
            : throw source.Fault($"the header is {length} bytes long; no array of numbers needs more than {LongestHeader}.");
    }

    private static NpyHeader Interpret(Dictionary<string, object?> entries, Version version, NpySource source)
    {
        foreach (string key in entries.Keys)
        {
            if (key is not ("descr" or "fortran_order" or "shape"))
            {
                throw source.Fault($"the header has the unknown key '{key}'.");
            }
        }

        Dtype dtype = NpyDescr.Parse(Entry(entries, "descr", source), source, out bool isBigEndian);
        bool fortranOrder = Entry(entries, "fortran_order", source) as bool? ?? throw source.Fault("'fortran_order' is neither True nor False.");
        Shape shape = ParseShape(Entry(entries, "shape", source), dtype, source);
        return new NpyHeader(version, (string)entries["descr"]!, dtype, isBigEndian, fortranOrder, shape, source.Position);
    }

    private static object? Entry(Dictionary<string, object?> entries, string key, NpySource source) =>
        entries.TryGetValue(key, out object? value) ? value : throw source.Fault($"the header lacks the key '{key}'.");

    private static Shape ParseShape(object? value, Dtype dtype, NpySource source)
    {
        object?[] items = value as object?[] ?? throw source.Fault("'shape' is not a tuple.");
        if (items.Length > Shape.MaxRank)
        {
            throw source.Fault($"the array has rank {items.Length}; the highest a tensor has is {Shape.MaxRank}.");
        }

        Span<nint> sizes = stackalloc nint[items.Length];
        UInt128 bytes = (UInt128)Dtypes.SizeOf(dtype);
        for (int axis = 0; axis < items.Length; axis++)
        {
            long size = items[axis] as long? ?? throw source.Fault($"axis {axis} of 'shape' is not a whole number.");
            if (size < 0)
            {
                throw source.Fault($"axis {axis} has the negative length {size}.");
            }

            // Axes of length 0 are left out, so that strides cannot overflow either.
            bytes *= (UInt128)Math.Max(size, 1);
            if (bytes > (UInt128)nint.MaxValue)
            {
                throw source.Fault($"the shape overflows: up to axis {axis}, of length {size}, it has more bytes than an address can count.");
            }

            sizes[axis] = (nint)size;
        }

        return new Shape(sizes);
    }
}
