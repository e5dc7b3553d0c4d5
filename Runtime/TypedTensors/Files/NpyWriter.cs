namespace TypedTensors;

/// <summary>Writes a whole <c>.npy</c> file: header and data.</summary>
internal static class NpyWriter
{
    /// <summary>Writes a tensor.</summary>
    public static void Write<T>(Stream stream, Tensor<T, Cpu> tensor)
        where T : unmanaged
    {
        NpyHeaderWriter.Write(stream, tensor.Dtype, tensor.Shape);
        NpyDataWriter.Write(stream, tensor);
    }

    /// <summary>Writes a tensor over what a file holds, and cuts off what is left of that.</summary>
    /// <remarks>
    /// A file that is emptied first gives its pages back and takes fresh ones, and on Linux's ext4 waits for the disk when it is closed (the mount option auto_da_alloc): 64 MB took 59 ms, and
    /// over the old pages 5. Until the elements are there the header is blank, so that a file whose writing was cut short is not taken for a mixture of two arrays.
    /// </remarks>
    public static void Replace<T>(Stream file, Tensor<T, Cpu> tensor)
        where T : unmanaged
    {
        if (!file.CanSeek)
        {
            Write(file, tensor);
            return;
        }

        Span<byte> blank = stackalloc byte[NpyHeaderWriter.Length];
        blank.Clear();
        file.Write(blank);
        NpyDataWriter.Write(file, tensor);
        if (file.Length > file.Position)
        {
            file.SetLength(file.Position);
        }

        file.Position = 0;
        NpyHeaderWriter.Write(file, tensor.Dtype, tensor.Shape);
    }

    /// <summary>Writes a tensor on the CPU whose dtype is known only now.</summary>
    public static void Write(Stream stream, Tensor tensor)
    {
        switch (tensor.Dtype)
        {
            case Dtype.Boolean: Write(stream, (Tensor<bool, Cpu>)tensor); break;
            case Dtype.SByte: Write(stream, (Tensor<sbyte, Cpu>)tensor); break;
            case Dtype.Byte: Write(stream, (Tensor<byte, Cpu>)tensor); break;
            case Dtype.Int16: Write(stream, (Tensor<short, Cpu>)tensor); break;
            case Dtype.UInt16: Write(stream, (Tensor<ushort, Cpu>)tensor); break;
            case Dtype.Int32: Write(stream, (Tensor<int, Cpu>)tensor); break;
            case Dtype.UInt32: Write(stream, (Tensor<uint, Cpu>)tensor); break;
            case Dtype.Int64: Write(stream, (Tensor<long, Cpu>)tensor); break;
            case Dtype.UInt64: Write(stream, (Tensor<ulong, Cpu>)tensor); break;
            case Dtype.Half: Write(stream, (Tensor<Half, Cpu>)tensor); break;
            case Dtype.Single: Write(stream, (Tensor<float, Cpu>)tensor); break;
            case Dtype.ComplexSingle: Write(stream, (Tensor<Complex<float>, Cpu>)tensor); break;
            case Dtype.ComplexDouble: Write(stream, (Tensor<Complex<double>, Cpu>)tensor); break;
            default: Write(stream, (Tensor<double, Cpu>)tensor); break;
        }
    }
}
