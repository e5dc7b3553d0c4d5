using TypedTensors.Direct3D.Shaders;
using TypedTensors.Dispatch;
using TypedTensors.Kernels;

namespace TypedTensors.Direct3D.Programs;

/// <summary>A reduction of tensors of one element type in the terms of DirectX.</summary>
internal readonly struct ReductionSource<TKernel, TElement> : IShaderSource
    where TKernel : struct, IDeviceReduction
    where TElement : unmanaged
{
    public static int ThreadsX => ElementwiseGroups.Card.Size;

    public static int ThreadsY => 1;

    public static int ThreadsZ => 1;

    public static int BindingCount => 2 + TKernel.Components;

    public static int ConstantBytes => ReductionConstants<TKernel>.Words * sizeof(uint);

    public static string Hlsl => TKernel.DeviceText(Dtypes.Of<TElement>()).Hlsl;
}
