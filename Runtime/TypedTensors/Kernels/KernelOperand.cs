using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels;

/// <summary>One operand of a kernel, without its static type: a tensor or a scalar.</summary>
public readonly struct KernelOperand
{
    private readonly ScalarBits scalarBits;
    private readonly Dtype scalarType;

    private KernelOperand(Tensor? tensor, ScalarBits scalarBits, Dtype scalarType)
    {
        Tensor = tensor;
        this.scalarBits = scalarBits;
        this.scalarType = scalarType;
    }

    /// <summary>The tensor, or null if the operand is a scalar.</summary>
    public Tensor? Tensor { get; }

    /// <summary>The dtype in which the operand is stored.</summary>
    public Dtype Dtype => Tensor?.Dtype ?? scalarType;

    /// <summary>The shape; that of a scalar is <c>[]</c>.</summary>
    public Shape Shape => Tensor?.Shape ?? default;

    /// <summary>The bits of the scalar, in the low bytes.</summary>
    internal ref readonly ScalarBits Bits
    {
        [UnscopedRef]
        get => ref scalarBits;
    }

    /// <summary>The operand that is a tensor.</summary>
    /// <exception cref="ArgumentNullException">The tensor is null.</exception>
    public static implicit operator KernelOperand(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return new KernelOperand(tensor, default, default);
    }

    /// <summary>The operand that is one value for all elements.</summary>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is none of the fourteen element types.</exception>
    public static KernelOperand Scalar<T>(T value)
        where T : unmanaged
    {
        Dtype dtype = Dtypes.Of<T>();
        ScalarBits bits = default;
        Unsafe.As<ScalarBits, T>(ref bits) = value;
        return new KernelOperand(null, bits, dtype);
    }
}
