namespace TypedTensors;

/// <summary>Makes a tensor of a <c>.npy</c> file that is mapped rather than read.</summary>
internal static class NpyMapper
{
    /// <summary>Maps an open file, which then belongs to the tensor's storage.</summary>
    /// <exception cref="NumpyFormatException">The file is damaged, holds another dtype, or lies in a way that only reading can set right.</exception>
    public static Tensor<T, Cpu> Map<T>(FileStream file, string path, MapMode mode)
        where T : unmanaged
    {
        Dtype wanted = Dtypes.Of<T>();
        NpySource source = NpySource.FromStream(file, path);
        NpyHeader header = NpyHeaderReader.Read(source);
        NpyReader.CheckDtype(source, header, wanted, static dtype => $"Npy.Map<{Dtypes.NameOf(dtype)}>(...)");
        NpyDataReader.CheckLength(source, header);
        CheckMappable(source, header);

        var storage = new MappedStorage(file, header.DataOffset, (nint)header.DataLength, mode);
        var tensor = new Tensor<T, Cpu>(storage, header.DataLayout(), isView: true, isReadOnly: mode == MapMode.Read);
        try
        {
            if (header.Dtype == Dtype.Boolean)
            {
                CheckBooleans(source, header, storage);
            }

            return tensor;
        }
        catch
        {
            tensor.Dispose();
            throw;
        }
    }

    private static void CheckMappable(NpySource source, NpyHeader header)
    {
        string load = $"Read it with Npy.Load<{Dtypes.NameOf(header.Dtype)}>(...), which copies.";
        if (header.IsForeignEndian)
        {
            throw source.Fault($"the file is {(header.IsBigEndian ? "big" : "little")}-endian ('{header.Descr}'), and a map cannot turn bytes around. {load}");
        }

        if (header.DataOffset % Dtypes.SizeOf(header.Dtype) != 0)
        {
            throw source.Fault($"the elements begin at byte {header.DataOffset}, which is not a multiple of their size, {Dtypes.SizeOf(header.Dtype)}. {load}");
        }
    }

    private static unsafe void CheckBooleans(NpySource source, NpyHeader header, MappedStorage storage)
    {
        fixed (byte* bytes = &storage.Start)
        {
            for (nint offset = 0; offset < storage.ByteLength; offset += NpyBytes.PieceLength)
            {
                int length = (int)Math.Min(NpyBytes.PieceLength, storage.ByteLength - offset);
                NpyDataReader.CheckBooleans(source, new ReadOnlySpan<byte>(bytes + offset, length), header.DataOffset + offset);
            }
        }
    }
}
