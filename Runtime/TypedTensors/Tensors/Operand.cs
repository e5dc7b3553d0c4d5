using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>An argument that is a tensor or a scalar; both convert to it implicitly, so <c>g.Swish(1.5f)</c> and <c>g.Swish(beta)</c> are one method.</summary>
/// <typeparam name="TDtype">The element type the operation computes in.</typeparam>
/// <typeparam name="TDevice">The device of the tensor.</typeparam>
public readonly struct Operand<TDtype, TDevice>
    where TDtype : unmanaged
    where TDevice : struct, IDevice
{
    private readonly KernelOperand operand;
    private readonly bool isSet;

    private Operand(KernelOperand operand)
    {
        this.operand = operand;
        isSet = true;
    }

    /// <summary>The argument that is a tensor.</summary>
    /// <exception cref="ArgumentNullException">The tensor is null.</exception>
    public static implicit operator Operand<TDtype, TDevice>(Tensor<TDtype, TDevice> tensor) => new(tensor);

    /// <summary>The argument that is one value for all elements.</summary>
    public static implicit operator Operand<TDtype, TDevice>(TDtype scalar) => new(KernelOperand.Scalar(scalar));

    /// <summary>The operand without its static type, as kernels take it.</summary>
    /// <remarks>A default-constructed operand is the scalar zero.</remarks>
    public static implicit operator KernelOperand(Operand<TDtype, TDevice> operand) =>
        operand.isSet ? operand.operand : KernelOperand.Scalar(default(TDtype));

    /// <summary>The argument that is a tensor of another element type, each element of which is converted to <typeparamref name="TDtype"/> as it is read.</summary>
    /// <remarks>No converted copy of the tensor is made. The conversion is that of <c>Cast</c>.</remarks>
    public static Operand<TDtype, TDevice> Convert<TFrom>(Tensor<TFrom, TDevice> tensor)
        where TFrom : unmanaged => new(tensor);
}
