namespace TypedTensors.Kernels;

/// <summary>A kernel as devices other than the processor take it: printed at build time, so that nothing is compiled when the program runs.</summary>
/// <remarks>The members are static, so that a device can be generic in the program and keep what it made of it in a field.</remarks>
public interface IDeviceProgram : IKernel
{
    /// <summary>The number of inputs; they are bound first.</summary>
    static abstract int InputCount { get; }

    /// <summary>The number of outputs, which are bound after the inputs.</summary>
    static abstract int OutputCount { get; }

    /// <summary>The dtype of the elements that the program reads or writes at a binding.</summary>
    static abstract Dtype BindingType(int index);

    /// <summary>What devices other than the processor run. Asked for once: it is read from the kernel's attributes.</summary>
    static abstract DeviceTextAttribute DeviceText { get; }
}
