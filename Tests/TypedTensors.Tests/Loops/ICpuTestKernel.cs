using TypedTensors.Kernels;

namespace TypedTensors.Tests.Loops;

/// <summary>A kernel that only the processor runs: no test hands its program to another device.</summary>
internal interface ICpuTestKernel : IElementwiseKernel
{
    static int IDeviceProgram.InputCount => 0;

    static int IDeviceProgram.OutputCount => 0;

    static DeviceTextAttribute IDeviceProgram.DeviceText => new("");

    static Dtype IDeviceProgram.BindingType(int index) => Dtype.Single;
}
