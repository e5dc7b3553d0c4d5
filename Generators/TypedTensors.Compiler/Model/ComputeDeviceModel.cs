namespace TypedTensors.Compiler.Model;

/// <summary>A kernel over an index space for one choice of dtypes, lowered to what every device has (<see cref="DeviceKernelModel"/>); statements stay what they are.</summary>
/// <param name="Name">The kernel and its dtype as an identifier, such as <c>Multiply_Single</c>.</param>
/// <param name="Source">The method as the user wrote it, without comments.</param>
/// <param name="Group">The threads of a group.</param>
/// <param name="Parameters">The buffers and scalars in order, with the dtypes they have in memory.</param>
/// <param name="Body">What each thread does.</param>
/// <param name="Functions">The functions that the body calls, each after those it calls itself.</param>
public sealed record ComputeDeviceModel(
    string Name,
    string Source,
    GroupModel Group,
    EquatableArray<ComputeParameter> Parameters,
    ComputeBody Body,
    EquatableArray<DeviceFunctionModel> Functions)
{
    /// <summary>The operands, the values and the functions, as those look at them who ask what a device must have.</summary>
    /// <returns>An element-wise kernel with the same; it is never printed.</returns>
    public DeviceKernelModel AsElementwise()
    {
        static DeviceOperand Operand(ComputeParameter parameter) => new(parameter.Name, parameter.Type);
        return new DeviceKernelModel(
            Name,
            Source,
            "",
            Parameters.Where(parameter => parameter.IsReadOnly).Select(Operand).ToEquatableArray(),
            Parameters.Where(parameter => !parameter.IsReadOnly).Select(Operand).ToEquatableArray(),
            new BodyModel(Body.Values.ToEquatableArray(), EquatableArray<int>.Empty),
            Functions);
    }
}
