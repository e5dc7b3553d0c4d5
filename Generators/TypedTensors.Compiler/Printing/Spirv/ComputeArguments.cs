using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Printing.Spirv;

/// <summary>The push constants and the buffers of a kernel over an index space.</summary>
sealed class ComputeArguments
{
    readonly SpirvModule _module;
    readonly ComputeConstants _constants;
    readonly EquatableArray<ComputeParameter> _parameters;
    readonly Dictionary<int, (int Member, uint Type)> _members = [];
    readonly Dictionary<int, StorageBuffer> _buffers = [];
    readonly StorageBuffer? _layout;
    readonly uint _variable;

    /// <summary>Declares them.</summary>
    public ComputeArguments(SpirvModule module, ComputeDeviceModel kernel)
    {
        _module = module;
        _parameters = kernel.Parameters;
        _constants = new ComputeConstants(kernel.Parameters);
        var members = new SortedList<int, (string Name, uint Type)>();
        for (int axis = 0; axis < 3; axis++)
        {
            members.Add(ComputeConstants.Grid + axis, ("grid" + "XYZ"[axis], module.UInt32));
            members.Add(ComputeConstants.FirstGroup + axis, ("firstGroup" + "XYZ"[axis], module.UInt32));
        }

        for (int index = 0; index < _parameters.Count; index++)
        {
            ComputeParameter parameter = _parameters[index];
            ElementType computed = new DeviceOperand(parameter.Name, parameter.Type).Computed;
            if (!parameter.IsBuffer)
            {
                members.Add(_constants.Scalar(index), (parameter.Name, computed.IsBoolean ? module.UInt32 : module.Type(computed)));
                continue;
            }

            _buffers.Add(index, new StorageBuffer(module, _buffers.Count, new DeviceOperand(parameter.Name, parameter.Type)));
            for (int word = 0; word <= 2 * parameter.Rank && !_constants.HasLayoutBuffer; word++)
            {
                string name = word == 0 ? "base" : word <= parameter.Rank ? $"size{word - 1}" : $"stride{word - parameter.Rank - 1}";
                members.Add(_constants.Base(index) + word, ($"{parameter.Name}_{name}", module.UInt32));
            }
        }

        _layout = _constants.HasLayoutBuffer ? new StorageBuffer(module, _buffers.Count, new DeviceOperand("layout", new ElementType(ElementKind.UInt32))) : null;
        foreach (KeyValuePair<int, (string Name, uint Type)> member in members)
        {
            _members.Add(member.Key, (_members.Count, member.Value.Type));
        }

        BlockMember[] block = [.. members.Select(member => new BlockMember(member.Value.Name, member.Value.Type, (uint)member.Key * sizeof(uint)))];
        _variable = module.Variable(StorageClass.PushConstant, module.Block("Arguments", block), "arguments");
    }

    /// <summary>A buffer, by its position among the parameters.</summary>
    public StorageBuffer Buffer(int parameter) => _buffers[parameter];

    /// <summary>Reads a word of the constants.</summary>
    public uint LoadWord(SpirvFunction function, int position) =>
        function.Load(StorageClass.PushConstant, _variable, _members[position].Type, _module.Constant(_members[position].Member));

    /// <summary>Reads a scalar as a value to compute with.</summary>
    public uint LoadScalar(SpirvFunction function, int parameter, ElementType type)
    {
        uint value = LoadWord(function, _constants.Scalar(parameter));
        return type.IsBoolean ? function.Value(SpirvOp.INotEqual, _module.Boolean, value, _module.Constant(0u)) : value;
    }

    /// <summary>Reads the length of a buffer's axis as an <see cref="int"/>.</summary>
    public uint LoadSize(SpirvFunction function, int parameter, int axis) =>
        function.Value(SpirvOp.Bitcast, _module.Int32, LoadLayout(function, _constants.Base(parameter) + 1 + axis));

    /// <summary>Reads where a buffer's first element is.</summary>
    public uint LoadBase(SpirvFunction function, int parameter) => LoadLayout(function, _constants.Base(parameter));

    /// <summary>Reads how far a buffer's axis steps.</summary>
    public uint LoadStride(SpirvFunction function, int parameter, int axis) =>
        LoadLayout(function, _constants.Base(parameter) + 1 + _parameters[parameter].Rank + axis);

    uint LoadLayout(SpirvFunction function, int position) =>
        _layout is null ? LoadWord(function, position) : _layout.Load(function, _module.Constant((uint)position));
}
