using TypedTensors.Direct3D.Shaders;
using TypedTensors.Dispatch;
using TypedTensors.Kernels;

namespace TypedTensors.Direct3D.Programs;

/// <summary>An element-wise program in the terms of DirectX.</summary>
internal readonly struct ElementwiseSource<TProgram> : IShaderSource
    where TProgram : struct, IDeviceProgram
{
    public static int ThreadsX => ElementwiseGroups.Card.Size;

    public static int ThreadsY => 1;

    public static int ThreadsZ => 1;

    public static int BindingCount => ConstantLayout<TProgram>.OperandCount;

    public static int ConstantBytes => ConstantLayout<TProgram>.WordCount * sizeof(uint);

    public static string Hlsl => TProgram.DeviceText.Hlsl;
}
