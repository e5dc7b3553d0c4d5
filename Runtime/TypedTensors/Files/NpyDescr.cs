namespace TypedTensors;

/// <summary>NumPy's short names of element types: <c>&lt;f8</c> is a little-endian float64.</summary>
internal static class NpyDescr
{
    /// <summary>The name under which this machine writes a dtype.</summary>
    public static string Of(Dtype dtype)
    {
        char order = Dtypes.SizeOf(dtype) == 1 ? '|' : BitConverter.IsLittleEndian ? '<' : '>';
        char kind = dtype switch
        {
            Dtype.Boolean => 'b',
            Dtype.SByte or Dtype.Int16 or Dtype.Int32 or Dtype.Int64 => 'i',
            Dtype.Byte or Dtype.UInt16 or Dtype.UInt32 or Dtype.UInt64 => 'u',
            Dtype.ComplexSingle or Dtype.ComplexDouble => 'c',
            _ => 'f',
        };
        return $"{order}{kind}{Dtypes.SizeOf(dtype)}";
    }

    /// <summary>Reads a name; the byte orders <c>=</c> and <c>|</c> mean that of this machine, as in NumPy.</summary>
    /// <exception cref="NumpyFormatException">No tensor holds elements of that type; the message says which it is.</exception>
    public static Dtype Parse(object? descr, NpySource source, out bool isBigEndian)
    {
        string name = descr as string ?? throw source.Fault(descr is List<object?>
            ? "the array has a structured dtype; a tensor has one number per element. Save its fields one by one."
            : "'descr' is not the name of an element type.");
        Dtype dtype = name is ['<' or '>' or '=' or '|', ..]
            ? ParseKind(name[1..], source)
            : throw source.Fault($"'descr' is '{name}', which has no byte order ('<', '>', '=' or '|').");
        isBigEndian = Dtypes.SizeOf(dtype) > 1 && (name[0] == '>' || (name[0] != '<' && !BitConverter.IsLittleEndian));
        return dtype;
    }

    private static Dtype ParseKind(string kind, NpySource source) => kind switch
    {
        "b1" => Dtype.Boolean,
        "i1" => Dtype.SByte,
        "i2" => Dtype.Int16,
        "i4" => Dtype.Int32,
        "i8" => Dtype.Int64,
        "u1" => Dtype.Byte,
        "u2" => Dtype.UInt16,
        "u4" => Dtype.UInt32,
        "u8" => Dtype.UInt64,
        "f2" => Dtype.Half,
        "f4" => Dtype.Single,
        "f8" => Dtype.Double,
        "c8" => Dtype.ComplexSingle,
        "c16" => Dtype.ComplexDouble,
        _ => throw source.Fault($"the array holds {Describe(kind)} ('{kind}'), which no tensor holds. {Remedy(kind)}"),
    };

    private static string Describe(string kind) => kind switch
    {
        ['O', ..] => "Python objects, which are pickled and could run code when read",
        ['U', ..] => "Unicode text",
        ['S' or 'a', ..] => "byte strings",
        ['c', ..] => "complex numbers of another size",
        ['M', ..] => "dates",
        ['m', ..] => "time spans",
        ['V', ..] => "raw bytes of no type (void)",
        ['f', ..] => "floating-point numbers of another size",
        _ => "elements of an unknown type",
    };

    private static string Remedy(string kind) => kind switch
    {
        ['c', ..] => "Save .astype('complex128') of it.",
        ['M' or 'm', ..] => "Save .astype('int64') of it.",
        ['f', ..] => "Save .astype('float64') of it.",
        _ => "Save it as numbers or bool.",
    };
}
