using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Printing.Spirv;

/// <summary>A buffer of elements of one dtype: what lies in it, and what the kernel computes with.</summary>
/// <remarks>
/// A <see cref="bool"/> lies there as a byte, a <c>Half</c> as 16 bits; they and the 8 and 16-bit integers become 32-bit values when they are read, so that
/// the device needs their storage only, and no arithmetic on them.
/// </remarks>
sealed class StorageBuffer
{
    readonly SpirvModule _module;
    readonly ElementType _stored;
    readonly uint _element;
    readonly uint _variable;

    /// <summary>Declares a buffer of the descriptor set 0.</summary>
    /// <param name="module">The module.</param>
    /// <param name="binding">The number of the binding.</param>
    /// <param name="operand">The name and the dtype of the elements.</param>
    public StorageBuffer(SpirvModule module, int binding, DeviceOperand operand)
    {
        (_module, _stored) = (module, operand.Stored);
        _element = ElementOf(module, _stored);
        uint size = (uint)_stored.Size;
        uint block = module.Shared(
            "buffer of " + _stored.Name, () => module.Block("BufferOf" + _stored.Kind, new BlockMember("elements", module.Array(_element, size), 0)));
        _variable = module.Variable(StorageClass.StorageBuffer, block, operand.Name);
        module.Decorate(_variable, Decoration.DescriptorSet, 0);
        module.Decorate(_variable, Decoration.Binding, (uint)binding);
    }

    /// <summary>Reads an element as it is stored.</summary>
    public uint Load(SpirvFunction function, uint index) =>
        function.Load(StorageClass.StorageBuffer, _variable, _element, _module.Constant(0), index);

    /// <summary>Makes of an element as it is stored a value to compute with.</summary>
    public uint Convert(SpirvFunction function, uint stored) => _stored.Kind switch
    {
        ElementKind.Boolean => function.Value(SpirvOp.INotEqual, _module.Boolean, Widen(function, stored), _module.Constant(0u)),
        ElementKind.SByte or ElementKind.Int16 => function.Value(SpirvOp.SConvert, _module.Int32, stored),
        ElementKind.Byte or ElementKind.UInt16 => Widen(function, stored),
        ElementKind.Half => function.Call(HalfConversion.ToSingle(_module), _module.Single, Widen(function, stored)),
        _ => stored,
    };

    /// <summary>Writes a value as an element.</summary>
    public void Store(SpirvFunction function, uint index, uint value)
    {
        uint stored = _stored.Kind switch
        {
            ElementKind.Boolean => Narrow(function, function.Value(SpirvOp.Select, _module.UInt32, value, _module.Constant(1u), _module.Constant(0u))),
            ElementKind.SByte or ElementKind.Int16 => function.Value(SpirvOp.SConvert, _element, value),
            ElementKind.Byte or ElementKind.UInt16 => Narrow(function, value),
            ElementKind.Half => Narrow(function, function.Call(HalfConversion.FromSingle(_module), _module.UInt32, value)),
            _ => value,
        };
        function.Store(StorageClass.StorageBuffer, _variable, _element, stored, _module.Constant(0), index);
    }

    static uint ElementOf(SpirvModule module, ElementType stored) => stored.Kind switch
    {
        ElementKind.Boolean or ElementKind.Half => module.Integer((uint)stored.Size * 8, signed: false),
        _ when stored.IsInteger => module.Integer((uint)stored.Size * 8, !stored.IsUnsigned),
        _ => module.Type(stored),
    };

    uint Widen(SpirvFunction function, uint stored) => function.Value(SpirvOp.UConvert, _module.UInt32, stored);

    uint Narrow(SpirvFunction function, uint value) => function.Value(SpirvOp.UConvert, _element, value);
}
