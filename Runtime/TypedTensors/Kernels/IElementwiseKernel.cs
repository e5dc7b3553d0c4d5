namespace TypedTensors.Kernels;

/// <summary>An element-wise operation as the generator emits it: for the processor of this machine, and for the devices that take programs.</summary>
public interface IElementwiseKernel : ICpuKernel, IDeviceProgram;
