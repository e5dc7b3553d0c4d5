using System.Runtime.InteropServices;
using System.Text;

namespace TypedTensors.Tests;

/// <summary>Files that NumPy wrote, files made by hand, and what is in them.</summary>
internal static class NumpyFiles
{
    /// <summary>The path of a file that NumPy wrote; see <c>write_numpy_files.py</c> beside it.</summary>
    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Files", "Data", name);

    /// <summary>A <c>.npy</c> file of any header text and data.</summary>
    public static byte[] Make(string header, ReadOnlySpan<byte> data, int major = 1, int? length = null)
    {
        byte[] text = Encoding.Latin1.GetBytes(header);
        int said = length ?? text.Length;
        byte[] lengthField = major == 1 ? BitConverter.GetBytes((ushort)said) : BitConverter.GetBytes(said);
        return [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', (byte)major, 0, .. lengthField, .. text, .. data];
    }

    public static MemoryStream Stream(byte[] file) => new(file, writable: false);

    /// <summary>The value at an index, counted in C order, of the arrays that NumPy wrote and of those made here.</summary>
    public static T Value<T>(nint i)
        where T : unmanaged
    {
        long number = ((i * 7) + 3) % 50;
        Dtype dtype = Dtypes.Of<T>();
        object value = dtype switch
        {
            Dtype.Boolean => i % 3 == 1,
            Dtype.SByte => (sbyte)(number - 20),
            Dtype.Byte => (byte)number,
            Dtype.Int16 => (short)(number - 20),
            Dtype.UInt16 => (ushort)number,
            Dtype.Int32 => (int)(number - 20),
            Dtype.UInt32 => (uint)number,
            Dtype.Int64 => number - 20,
            Dtype.UInt64 => (ulong)number,
            Dtype.Half => (Half)((number - 20) * 0.5),
            Dtype.Single => (number - 20) * 0.5f,
            _ => (number - 20) * 0.5,
        };
        return (T)value;
    }

    public static T[] Values<T>(nint count)
        where T : unmanaged
    {
        var values = new T[count];
        for (nint i = 0; i < count; i++)
        {
            values[i] = Value<T>(i);
        }

        return values;
    }

    public static byte[] BytesOf<T>(T[] values)
        where T : unmanaged => MemoryMarshal.AsBytes(values.AsSpan()).ToArray();

    public static byte[] BytesOf<T>(Tensor<T, Cpu> tensor)
        where T : unmanaged => BytesOf(tensor.ToArray());

    public static byte[] Save<T>(Tensor<T, Cpu> tensor)
        where T : unmanaged
    {
        var stream = new MemoryStream();
        Npy.Save(stream, tensor);
        return stream.ToArray();
    }

    /// <summary>The bytes of elements in C order, from the bytes of a file in any order; written without any means of the library.</summary>
    public static byte[] Rearrange(ReadOnlySpan<byte> data, int size, ReadOnlySpan<nint> shape, bool fortranOrder, bool reverseBytes)
    {
        byte[] result = new byte[data.Length];
        Span<nint> index = stackalloc nint[shape.Length];
        for (int i = 0; i < data.Length / size; i++)
        {
            int rest = i;
            for (int axis = shape.Length - 1; axis >= 0; axis--)
            {
                index[axis] = rest % (int)shape[axis];
                rest /= (int)shape[axis];
            }

            nint from = i;
            if (fortranOrder)
            {
                from = 0;
                for (int axis = shape.Length - 1; axis >= 0; axis--)
                {
                    from = (from * shape[axis]) + index[axis];
                }
            }

            Span<byte> element = result.AsSpan(i * size, size);
            data.Slice((int)from * size, size).CopyTo(element);
            if (reverseBytes)
            {
                element.Reverse();
            }
        }

        return result;
    }
}
