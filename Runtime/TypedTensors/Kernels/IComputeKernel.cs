namespace TypedTensors.Kernels;

/// <summary>A kernel over an index space as the generator emits it: for this process as a function that runs one group, for other devices as programs printed at build time.</summary>
/// <remarks>The members are static, so that a device can be generic in the kernel and keep what it made of it in a field.</remarks>
public interface IComputeKernel
{
    /// <summary>The kernel's name, for messages.</summary>
    static abstract string Name { get; }

    /// <summary>The threads of a group.</summary>
    static abstract GridSize GroupSize { get; }

    /// <summary>The number of buffers; they are bound in the order of the kernel's parameters.</summary>
    static abstract int BufferCount { get; }

    /// <summary>The number of scalars.</summary>
    static abstract int ScalarCount { get; }

    /// <summary>Whether the layouts of the buffers do not fit the constants and are read from one more buffer, bound after the others.</summary>
    static abstract bool HasLayoutBuffer { get; }

    /// <summary>What devices other than the processor run. Asked for once: it is read from the kernel's attributes.</summary>
    static abstract DeviceTextAttribute DeviceText { get; }

    /// <summary>The buffer at a binding.</summary>
    static abstract ComputeBuffer Buffer(int index);

    /// <summary>The dtype of a scalar.</summary>
    static abstract Dtype ScalarType(int index);

    /// <summary>Runs all threads of one group in this process.</summary>
    static abstract void Run(in ComputeGroup group);
}
