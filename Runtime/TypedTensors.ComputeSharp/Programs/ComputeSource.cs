using TypedTensors.Direct3D.Shaders;
using TypedTensors.Dispatch;
using TypedTensors.Kernels;

namespace TypedTensors.Direct3D.Programs;

/// <summary>A kernel over an index space in the terms of DirectX.</summary>
internal readonly struct ComputeSource<TKernel> : IShaderSource
    where TKernel : struct, IComputeKernel
{
    public static int ThreadsX => TKernel.GroupSize.X;

    public static int ThreadsY => TKernel.GroupSize.Y;

    public static int ThreadsZ => TKernel.GroupSize.Z;

    public static int BindingCount => TKernel.BufferCount + (TKernel.HasLayoutBuffer ? 1 : 0);

    public static int ConstantBytes { get; } = CountConstants() * sizeof(uint);

    public static string Hlsl => TKernel.DeviceText.Hlsl;

    private static int CountConstants()
    {
        int words = ComputeConstants.HeaderWords + (TKernel.HasLayoutBuffer ? 0 : ComputeConstants.LayoutWords<TKernel>());
        for (int scalar = 0; scalar < TKernel.ScalarCount; scalar++)
        {
            words += Dtypes.SizeOf(TKernel.ScalarType(scalar)) == 2 * sizeof(uint) ? 2 : 1;
        }

        return words;
    }
}
