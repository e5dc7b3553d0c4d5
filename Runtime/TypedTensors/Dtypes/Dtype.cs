namespace TypedTensors;

/// <summary>The element type of a tensor, as a value. The names are those of <c>System</c>; NumPy's names are in the members' docs.</summary>
public enum Dtype : byte
{
    /// <summary><see cref="bool"/>, one byte that is 0 or 1 (NumPy <c>bool</c>).</summary>
    Boolean,

    /// <summary><see cref="sbyte"/> (NumPy <c>int8</c>).</summary>
    SByte,

    /// <summary><see cref="byte"/> (NumPy <c>uint8</c>).</summary>
    Byte,

    /// <summary><see cref="short"/> (NumPy <c>int16</c>).</summary>
    Int16,

    /// <summary><see cref="ushort"/> (NumPy <c>uint16</c>).</summary>
    UInt16,

    /// <summary><see cref="int"/> (NumPy <c>int32</c>).</summary>
    Int32,

    /// <summary><see cref="uint"/> (NumPy <c>uint32</c>).</summary>
    UInt32,

    /// <summary><see cref="long"/> (NumPy <c>int64</c>).</summary>
    Int64,

    /// <summary><see cref="ulong"/> (NumPy <c>uint64</c>).</summary>
    UInt64,

    /// <summary><see cref="System.Half"/> (NumPy <c>float16</c>).</summary>
    Half,

    /// <summary><see cref="float"/> (NumPy <c>float32</c>).</summary>
    Single,

    /// <summary><see cref="double"/> (NumPy <c>float64</c>).</summary>
    Double,

    /// <summary><see cref="Complex{T}"/> of <see cref="float"/> (NumPy <c>complex64</c>).</summary>
    ComplexSingle,

    /// <summary><see cref="Complex{T}"/> of <see cref="double"/> (NumPy <c>complex128</c>).</summary>
    ComplexDouble,
}
