namespace TypedTensors.Kernels;

/// <summary>An element-wise operation as the generator emits it: a loop over one contiguous block, the same for every device of this process.</summary>
/// <remarks>The runner does broadcasting, strides, dtype conversion and threads; a kernel only ever sees blocks.</remarks>
public interface IElementwiseKernel
{
    /// <summary>The operation's name, for messages.</summary>
    static abstract string Name { get; }

    /// <summary>Roughly the machine operations per element; decides from which size on several threads pay.</summary>
    static abstract int Cost { get; }

    /// <summary>The dtype in which <see cref="Run{TStore}"/> takes operand <paramref name="index"/>; inputs count first, then outputs.</summary>
    static abstract Dtype OperandType(int index);

    /// <summary>Computes one block.</summary>
    /// <typeparam name="TStore">How vectors are written to outputs that are not bool.</typeparam>
    static abstract void Run<TStore>(in ElementwiseBlock block)
        where TStore : struct, IVectorStore;
}
