namespace TypedTensors;

/// <summary>Reads a whole <c>.npy</c> file: header, dtype, data.</summary>
internal static class NpyReader
{
    /// <summary>Reads a tensor whose dtype must be that of the file.</summary>
    /// <param name="source">The file.</param>
    /// <param name="remedy">The call that would read a file of a dtype.</param>
    /// <exception cref="NumpyFormatException">The file is damaged, or holds another dtype.</exception>
    public static Tensor<T, Cpu> Read<T>(NpySource source, Func<Dtype, string> remedy)
        where T : unmanaged
    {
        Dtype wanted = Dtypes.Of<T>();
        NpyHeader header = NpyHeaderReader.Read(source);
        CheckDtype(source, header, wanted, remedy);
        return NpyDataReader.Read<T>(source, header);
    }

    /// <summary>Checks that a file holds the wanted dtype; nothing is converted unasked.</summary>
    public static void CheckDtype(NpySource source, NpyHeader header, Dtype wanted, Func<Dtype, string> remedy)
    {
        if (header.Dtype != wanted)
        {
            throw source.Fault(
                $"the file holds {Dtypes.NumpyNameOf(header.Dtype)}, not {Dtypes.NumpyNameOf(wanted)}; "
                + $"call {remedy(header.Dtype)} and, if you want {Dtypes.NumpyNameOf(wanted)}, .Cast<{Dtypes.NameOf(wanted)}>().");
        }
    }
}
