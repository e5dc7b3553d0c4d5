using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>A device as a type: a marker struct whose static members allocate memory, move bytes and run kernels.</summary>
/// <remarks>
/// The device stands in the tensor's type, so an operation on tensors of two devices does not compile, and
/// <c>To&lt;TDevice&gt;()</c> is the only way across. The element types named below are those that every device computes with.
/// </remarks>
public interface IDevice :
    IComputesFunctions<bool>, IComputesFunctions<sbyte>, IComputesFunctions<byte>, IComputesFunctions<short>, IComputesFunctions<ushort>, IComputesFunctions<int>,
    IComputesFunctions<uint>, IComputesFunctions<Half>, IComputesFunctions<float>
{
    /// <summary>The device's name as it is printed, for instance <c>cpu</c>.</summary>
    static abstract string Name { get; }

    /// <summary>Allocates storage on the device.</summary>
    /// <param name="dtype">The dtype of the elements, which may take more room there than in this process.</param>
    /// <param name="byteLength">The number of bytes of the elements in this process; 0 is allowed.</param>
    /// <param name="clear">Whether the bytes must be zero; otherwise their content is arbitrary.</param>
    static abstract DeviceStorage Allocate(Dtype dtype, nint byteLength, bool clear);

    /// <summary>Copies bytes of this process into a storage of the device, from <paramref name="byteOffset"/> on.</summary>
    static abstract void Upload(ref readonly byte source, nint byteLength, DeviceStorage destination, nint byteOffset);

    /// <summary>Copies bytes of a storage of the device, from <paramref name="byteOffset"/> on, into this process.</summary>
    static abstract void Download(DeviceStorage source, nint byteOffset, nint byteLength, ref byte destination);

    /// <summary>Copies the elements of one tensor over those of another of the same shape, converting the dtype where they differ.</summary>
    static abstract void Copy(in KernelOperand source, in KernelOperand destination);

    /// <summary>Runs an element-wise kernel over operands that have been checked and have one common shape.</summary>
    static abstract void Run<TKernel>(in Shape shape, ReadOnlySpan<KernelOperand> inputs, ReadOnlySpan<KernelOperand> outputs)
        where TKernel : struct, IElementwiseKernel;

    /// <summary>Runs a reduction over operands that have been checked; neither is empty, except that there may be nothing to reduce.</summary>
    /// <param name="source">The tensor.</param>
    /// <param name="result">Where the results go: of the source's rank with axes of length 1, or without the reduced axes.</param>
    /// <param name="axes">The reduced axes of the source, as bits.</param>
    /// <param name="scalars">What else the results depend on, in the kernel's order.</param>
    static abstract void Reduce<TKernel>(Tensor source, Tensor result, uint axes, ReadOnlySpan<KernelOperand> scalars)
        where TKernel : struct, IReductionKernel;

    /// <summary>Runs a kernel over an index space, in whole groups, on operands that have been checked.</summary>
    /// <param name="grid">The threads to run; at least one along each axis.</param>
    /// <param name="buffers">The tensors in the order of the kernel's buffers; one that is written shares memory with no other.</param>
    /// <param name="scalars">The scalars in the order of the kernel's.</param>
    static abstract void Launch<TKernel>(GridSize grid, ReadOnlySpan<KernelOperand> buffers, ReadOnlySpan<KernelOperand> scalars)
        where TKernel : struct, IComputeKernel;
}
