using System.Runtime.CompilerServices;

namespace TypedTensors;

/// <summary>Facts about element types: which <see cref="Dtype"/> a type is, its size and its names.</summary>
public static class Dtypes
{
    /// <summary>The dtype of <typeparamref name="T"/>; a constant once compiled.</summary>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is none of the fourteen element types.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dtype Of<T>()
        where T : unmanaged
    {
        if (typeof(T) == typeof(float)) return Dtype.Single;
        if (typeof(T) == typeof(double)) return Dtype.Double;
        if (typeof(T) == typeof(Half)) return Dtype.Half;
        if (typeof(T) == typeof(bool)) return Dtype.Boolean;
        if (typeof(T) == typeof(sbyte)) return Dtype.SByte;
        if (typeof(T) == typeof(byte)) return Dtype.Byte;
        if (typeof(T) == typeof(short)) return Dtype.Int16;
        if (typeof(T) == typeof(ushort)) return Dtype.UInt16;
        if (typeof(T) == typeof(int)) return Dtype.Int32;
        if (typeof(T) == typeof(uint)) return Dtype.UInt32;
        if (typeof(T) == typeof(long)) return Dtype.Int64;
        if (typeof(T) == typeof(ulong)) return Dtype.UInt64;
        if (typeof(T) == typeof(Complex<float>)) return Dtype.ComplexSingle;
        if (typeof(T) == typeof(Complex<double>)) return Dtype.ComplexDouble;
        throw NotAnElementType(typeof(T));
    }

    /// <summary>The dtype in which kernels compute values of <typeparamref name="T"/>: <see cref="Dtype.Single"/> for <see cref="Half"/>, else its own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dtype ComputeOf<T>()
        where T : unmanaged =>
        typeof(T) == typeof(Half) ? Dtype.Single : Of<T>();

    /// <summary>The size of one element in bytes.</summary>
    public static int SizeOf(Dtype dtype) => dtype switch
    {
        Dtype.Boolean or Dtype.SByte or Dtype.Byte => 1,
        Dtype.Int16 or Dtype.UInt16 or Dtype.Half => 2,
        Dtype.Int32 or Dtype.UInt32 or Dtype.Single => 4,
        Dtype.ComplexDouble => 16,
        _ => 8,
    };

    /// <summary>Whether elements have two parts, a real and an imaginary one. Only <see cref="Cpu"/> holds and computes with those.</summary>
    public static bool IsComplex(Dtype dtype) => dtype is Dtype.ComplexSingle or Dtype.ComplexDouble;

    /// <summary>The C# name of a dtype: <c>float</c> for <see cref="Dtype.Single"/>.</summary>
    public static string NameOf(Dtype dtype) => dtype switch
    {
        Dtype.Boolean => "bool",
        Dtype.SByte => "sbyte",
        Dtype.Byte => "byte",
        Dtype.Int16 => "short",
        Dtype.UInt16 => "ushort",
        Dtype.Int32 => "int",
        Dtype.UInt32 => "uint",
        Dtype.Int64 => "long",
        Dtype.UInt64 => "ulong",
        Dtype.Half => "Half",
        Dtype.Single => "float",
        Dtype.Double => "double",
        Dtype.ComplexSingle => "Complex<float>",
        _ => "Complex<double>",
    };

    /// <summary>NumPy's name of a dtype: <c>float32</c> for <see cref="Dtype.Single"/>.</summary>
    public static string NumpyNameOf(Dtype dtype) => dtype switch
    {
        Dtype.Boolean => "bool",
        Dtype.SByte => "int8",
        Dtype.Byte => "uint8",
        Dtype.Int16 => "int16",
        Dtype.UInt16 => "uint16",
        Dtype.Int32 => "int32",
        Dtype.UInt32 => "uint32",
        Dtype.Int64 => "int64",
        Dtype.UInt64 => "uint64",
        Dtype.Half => "float16",
        Dtype.Single => "float32",
        Dtype.Double => "float64",
        Dtype.ComplexSingle => "complex64",
        _ => "complex128",
    };

    private static NotSupportedException NotAnElementType(Type type) => new(
        $"{type} is not an element type of a tensor; use bool, sbyte, byte, short, ushort, int, uint, long, ulong, Half, float, double, Complex<float> or Complex<double>.");
}
