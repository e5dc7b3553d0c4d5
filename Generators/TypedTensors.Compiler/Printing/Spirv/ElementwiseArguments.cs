using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Printing.Spirv;

/// <summary>The push constants of an element-wise kernel.</summary>
sealed class ElementwiseArguments
{
    readonly SpirvModule _module;
    readonly uint _variable;
    readonly Dictionary<int, (int Member, uint Type)> _members = [];

    /// <summary>Declares the block.</summary>
    public ElementwiseArguments(SpirvModule module, DeviceKernelModel kernel, ElementwiseConstants layout)
    {
        _module = module;
        Layout = layout;
        var members = new SortedList<int, (string Name, uint Type)>
        {
            { ElementwiseConstants.Threads, ("threads", module.UInt32) },
            { ElementwiseConstants.Length, ("length", module.UInt32) },
            { ElementwiseConstants.Rank, ("rank", module.UInt32) },
            { ElementwiseConstants.InlineMask, ("inlineMask", module.UInt32) },
            { layout.Bases, ("base", Words(layout.OperandCount)) },
            { layout.Strides, ("stride", Words(layout.OperandCount * layout.MaxRank)) },
        };
        if (layout.MaxRank > 1)
        {
            members.Add(layout.Sizes, ("size", Words(layout.MaxRank - 1)));
        }

        for (int input = 0; input < kernel.Inputs.Count; input++)
        {
            DeviceOperand operand = kernel.Inputs[input];
            members.Add(layout.Scalar(input), (operand.Name, operand.Computed.IsBoolean ? module.UInt32 : module.Type(operand.Computed)));
        }

        foreach (KeyValuePair<int, (string Name, uint Type)> member in members)
        {
            _members.Add(member.Key, (_members.Count, member.Value.Type));
        }

        BlockMember[] block = [.. members.Select(member => new BlockMember(member.Value.Name, member.Value.Type, (uint)member.Key * sizeof(uint)))];
        _variable = module.Variable(StorageClass.PushConstant, module.Block("Arguments", block), "arguments");
    }

    /// <summary>Where each number stands.</summary>
    public ElementwiseConstants Layout { get; }

    /// <summary>Reads a number.</summary>
    /// <param name="function">Where it is read.</param>
    /// <param name="position">Its place in the layout.</param>
    public uint Load(SpirvFunction function, int position) =>
        function.Load(StorageClass.PushConstant, _variable, _members[position].Type, _module.Constant(_members[position].Member));

    /// <summary>Reads an item of the offsets, extents or strides.</summary>
    /// <param name="function">Where it is read.</param>
    /// <param name="position">Where the first of them stands.</param>
    /// <param name="index">The index of the item, as a value.</param>
    public uint LoadItem(SpirvFunction function, int position, uint index) =>
        function.Load(StorageClass.PushConstant, _variable, _module.UInt32, _module.Constant(_members[position].Member), index);

    /// <summary>Reads an input's scalar as a value to compute with.</summary>
    public uint LoadScalar(SpirvFunction function, int input, ElementType type)
    {
        uint value = Load(function, Layout.Scalar(input));
        return type.IsBoolean ? function.Value(SpirvOp.INotEqual, _module.Boolean, value, _module.Constant(0u)) : value;
    }

    // Strides may be negative; sums and products of 32 bits are the same for both kinds.
    uint Words(int count) => _module.Array(_module.UInt32, sizeof(uint), (uint)count);
}
