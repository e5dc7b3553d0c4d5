using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Printing.Spirv;

/// <summary>The push constants of a reduction: words, of which some make up a scalar.</summary>
sealed class ReductionArguments
{
    readonly SpirvModule _module;
    readonly uint _variable;

    /// <summary>Declares the block.</summary>
    public ReductionArguments(SpirvModule module, ReductionConstants layout)
    {
        _module = module;
        Layout = layout;
        uint words = module.Array(module.UInt32, sizeof(uint), ReductionConstants.Words);
        _variable = module.Variable(StorageClass.PushConstant, module.Block("Arguments", new BlockMember("words", words, 0)), "arguments");
    }

    /// <summary>Where each number stands.</summary>
    public ReductionConstants Layout { get; }

    /// <summary>Reads a word.</summary>
    public uint Load(SpirvFunction function, int position) => Load(function, _module.Constant((uint)position));

    /// <summary>Reads the word at a position that is a value.</summary>
    public uint Load(SpirvFunction function, uint position) =>
        function.Load(StorageClass.PushConstant, _variable, _module.UInt32, _module.Constant(0), position);

    /// <summary>Reads one of the small numbers that share a word.</summary>
    public uint LoadSmall(SpirvFunction function, int shift)
    {
        var write = new UnsignedWriter(function);
        return write.And(write.ShiftRight(Load(function, ReductionConstants.Plan), write.Constant((uint)shift)), ReductionConstants.SmallMask);
    }

    /// <summary>Reads a flag as a bool.</summary>
    public uint LoadFlag(SpirvFunction function, uint flag)
    {
        var write = new UnsignedWriter(function);
        return function.Value(SpirvOp.INotEqual, _module.Boolean, write.And(Load(function, ReductionConstants.Plan), flag), write.Constant(0));
    }

    /// <summary>Reads a scalar as a value to compute with.</summary>
    public uint LoadScalar(SpirvFunction function, int position, ElementType type)
    {
        uint low = Load(function, position);
        if (type.IsBoolean)
        {
            return function.Value(SpirvOp.INotEqual, _module.Boolean, low, _module.Constant(0u));
        }

        if (type.Size == sizeof(uint))
        {
            return type.Kind == ElementKind.UInt32 ? low : function.Value(SpirvOp.Bitcast, _module.Type(type), low);
        }

        uint pair = function.Value(SpirvOp.CompositeConstruct, _module.Vector(_module.UInt32, 2), low, Load(function, position + 1));
        return function.Value(SpirvOp.Bitcast, _module.Type(type), pair);
    }
}
