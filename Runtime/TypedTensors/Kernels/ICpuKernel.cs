namespace TypedTensors.Kernels;

/// <summary>A kernel as the processor takes it: a loop over one contiguous block.</summary>
/// <remarks>The runner does broadcasting, strides, dtype conversion and threads; a kernel only ever sees blocks.</remarks>
public interface ICpuKernel : IKernel
{
    /// <summary>Roughly the machine operations per element; decides from which size on several threads pay.</summary>
    static abstract int Cost { get; }

    /// <summary>The dtype in which <see cref="Run{TStore}"/> takes operand <paramref name="index"/>; inputs count first, then outputs.</summary>
    static abstract Dtype OperandType(int index);

    /// <summary>Computes one block.</summary>
    /// <typeparam name="TStore">How vectors are written to outputs that are not bool.</typeparam>
    static abstract void Run<TStore>(in ElementwiseBlock block)
        where TStore : struct, IVectorStore;
}
