using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Printing;
using TypedTensors.Compiler.Printing.Spirv;
using TypedTensors.Testing.Generation;

namespace TypedTensors.Compiler.Tests.Printing.Spirv;

/// <summary>Lowered kernels: by hand, or read from methods that name only what devices have.</summary>
static class DeviceKernels
{
    /// <summary>All dtypes.</summary>
    public static TheoryData<ElementKind> Dtypes { get; } = [.. Promotion.Kinds];

    /// <summary>A method whose body needs no lowering.</summary>
    public static DeviceKernelModel Of(string method)
    {
        KernelModel model = KernelSource.Model(method);
        return new(
            model.Method,
            model.Source,
            "",
            model.Parameters.Select(parameter => new DeviceOperand(parameter.Name, parameter.Type)).ToEquatableArray(),
            model.Results.Select(result => new DeviceOperand(result.Name ?? "result", result.Type)).ToEquatableArray(),
            model.Body,
            EquatableArray<DeviceFunctionModel>.Empty);
    }

    /// <summary>The choice between two values of a dtype.</summary>
    public static DeviceKernelModel Where(ElementKind dtype)
    {
        var type = new ElementType(dtype);
        DeviceOperand[] inputs = [new("condition", ElementType.Boolean), new("x", type), new("y", type)];
        Instruction[] body =
        [
            .. inputs.Select((input, index) => new ParameterInstruction(index, input.Computed, input.Name, index)),
            new SelectInstruction(3, inputs[1].Computed, null, 0, 1, 2),
        ];
        return Of("Where_" + dtype, inputs, [new("result", type)], body, 3);
    }

    /// <summary>The quotient and the remainder of integers.</summary>
    public static DeviceKernelModel DivRem(ElementKind kind)
    {
        var type = new ElementType(kind);
        return Of(
            "DivRem_" + kind,
            [new("x", type), new("y", type)],
            [new("quotient", type), new("remainder", type)],
            [
                new ParameterInstruction(0, type, "x", 0),
                new ParameterInstruction(1, type, "y", 1),
                new BinaryInstruction(2, type, null, BinaryOperator.Divide, 0, 1),
                new BinaryInstruction(3, type, null, BinaryOperator.Remainder, 0, 1),
            ],
            2,
            3);
    }

    /// <summary>A number as all types that kernels compute with.</summary>
    public static DeviceKernelModel ConvertToAll(ElementKind from)
    {
        ElementKind[] kinds = [ElementKind.Int32, ElementKind.UInt32, ElementKind.Int64, ElementKind.UInt64, ElementKind.Single, ElementKind.Double];
        return Of(
            "Convert_" + from,
            [new("x", new(from))],
            [.. kinds.Select(kind => new DeviceOperand("as" + kind, new(kind)))],
            [
                new ParameterInstruction(0, new(from), "x", 0),
                .. kinds.Select((kind, index) => new ConvertInstruction(index + 1, new(kind), null, 0, Native: true)),
            ],
            [1, 2, 3, 4, 5, 6]);
    }

    /// <summary>A kernel of the given steps.</summary>
    public static DeviceKernelModel Of(string name, DeviceOperand[] inputs, DeviceOperand[] outputs, Instruction[] body, params int[] results) =>
        new(
            name,
            "",
            "",
            inputs.ToEquatableArray(),
            outputs.ToEquatableArray(),
            new BodyModel(body.ToEquatableArray(), results.ToEquatableArray()),
            EquatableArray<DeviceFunctionModel>.Empty);

    /// <summary>Prints a kernel.</summary>
    public static uint[] Print(DeviceKernelModel kernel) => ElementwisePrinter.Print(kernel, ElementwiseConstants.Of(kernel)!);
}
