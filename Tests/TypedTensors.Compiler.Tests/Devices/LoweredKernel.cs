using TypedTensors.Compiler.Devices;
using TypedTensors.Compiler.Model;
using TypedTensors.Testing.Generation;

namespace TypedTensors.Compiler.Tests.Devices;

/// <summary>A kernel, lowered for dtypes, on C#'s own values.</summary>
sealed class LoweredKernel
{
    readonly DeviceInterpreter interpreter;

    LoweredKernel(DeviceKernelModel model)
    {
        Model = model;
        interpreter = new DeviceInterpreter(model);
    }

    public DeviceKernelModel Model { get; }

    /// <summary>Lowers a kernel.</summary>
    /// <param name="methods">The members of a class; the first is the kernel.</param>
    /// <param name="dtype">What stands for its type parameter.</param>
    public static LoweredKernel Of(string methods, ElementKind? dtype = null) => Of(KernelSource.Model(methods), dtype);

    public static LoweredKernel Of(KernelModel kernel, ElementKind? dtype = null) => new(DeviceCompiler.Compile(kernel, dtype));

    /// <summary>Computes the first result.</summary>
    public object Run(params object[] inputs) => FromDevice(interpreter.Run([.. inputs.Select(ToDevice)])[0], Model.Outputs[0].Stored.Kind);

    public static object ToDevice(object value) => value switch
    {
        sbyte i => (object)(int)i,
        short i => (int)i,
        byte i => (uint)i,
        ushort i => (uint)i,
        Half r => (float)r,
        _ => value,
    };

    // A number that has left its type's range is a fault of the lowering, so these conversions are checked.
    static object FromDevice(object value, ElementKind stored) => stored switch
    {
        ElementKind.SByte => checked((sbyte)(int)value),
        ElementKind.Int16 => checked((short)(int)value),
        ElementKind.Byte => checked((byte)(uint)value),
        ElementKind.UInt16 => checked((ushort)(uint)value),
        ElementKind.Half => (Half)(float)value,
        _ => value,
    };
}
