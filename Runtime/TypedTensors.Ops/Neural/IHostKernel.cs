using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>A kernel written by hand for this process, where vectors and blocks make more of the processor than the kernel that other devices run.</summary>
/// <remarks>Launched on <see cref="Cpu"/> only, which asks for no program.</remarks>
internal interface IHostKernel : IComputeKernel
{
    static GridSize IComputeKernel.GroupSize => 256;

    static bool IComputeKernel.HasLayoutBuffer => false;

    static DeviceTextAttribute IComputeKernel.DeviceText => new("");
}
