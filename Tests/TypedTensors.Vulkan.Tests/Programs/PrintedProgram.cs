using TypedTensors.Compiler.Devices;
using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Printing;
using TypedTensors.Compiler.Printing.Spirv;
using TypedTensors.Kernels;
using TypedTensors.Testing.Generation;

namespace TypedTensors.VulkanRuntime.Tests.Programs;

/// <summary>A scalar method in C#, of concrete types.</summary>
internal interface IMethodText
{
    static abstract string Method { get; }
}

/// <summary>Such a method as a program, printed when the test runs.</summary>
internal readonly struct PrintedProgram<TMethod> : IDeviceProgram
    where TMethod : struct, IMethodText
{
    private static readonly DeviceKernelModel Kernel = DeviceCompiler.Compile(KernelSource.Model(TMethod.Method), dtype: null);

    private static readonly string Text = Compiler.Printing.Spirv.SpirvText.Encode(ElementwisePrinter.Print(Kernel, ElementwiseConstants.Of(Kernel)!));

    public static string Name => Kernel.Name;

    public static int InputCount => Kernel.Inputs.Count;

    public static int OutputCount => Kernel.Outputs.Count;

    public static DeviceTextAttribute DeviceText => new(Text);

    public static Dtype BindingType(int index) =>
        (Dtype)(index < InputCount ? Kernel.Inputs[index] : Kernel.Outputs[index - InputCount]).Stored.Kind;
}
