using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Printing.Spirv;

/// <summary>Types and constants, each declared once: the specification forbids a second declaration of the same type (2.8).</summary>
sealed partial class SpirvModule
{
    readonly Dictionary<uint[], uint> _declared = new(WordsComparer.Instance);
    readonly List<uint> _floatWidths = [];

    /// <summary>The type of functions without a result.</summary>
    public uint Void => Declare(SpirvOp.TypeVoid);

    /// <summary>The type <see cref="bool"/>.</summary>
    public uint Boolean => Declare(SpirvOp.TypeBool);

    /// <summary>The type <see cref="int"/>.</summary>
    public uint Int32 => Integer(32, signed: true);

    /// <summary>The type <see cref="uint"/>.</summary>
    public uint UInt32 => Integer(32, signed: false);

    /// <summary>The type <see cref="float"/>.</summary>
    public uint Single => Float(32);

    /// <summary>The type of values of a kernel: one of those that a lowered body names.</summary>
    public uint Type(ElementType type) => type.Kind switch
    {
        ElementKind.Boolean => Boolean,
        ElementKind.Single or ElementKind.Double => Float((uint)type.Size * 8),
        ElementKind.Int32 or ElementKind.UInt32 or ElementKind.Int64 or ElementKind.UInt64 => Integer((uint)type.Size * 8, !type.IsUnsigned),
        _ => throw new ArgumentException($"Lowered bodies have no values of type {type.Name}.", nameof(type)),
    };

    /// <summary>An integer type; those of 8 and 16 bits can be stored in buffers only.</summary>
    public uint Integer(uint width, bool signed)
    {
        switch (width)
        {
            case 8:
                Require(Capability.StorageBuffer8BitAccess, "SPV_KHR_8bit_storage");
                break;
            case 16:
                Require(Capability.StorageBuffer16BitAccess);
                break;
            case 64:
                Require(Capability.Int64);
                break;
        }

        return Declare(SpirvOp.TypeInt, width, signed ? 1u : 0u);
    }

    /// <summary>A vector type.</summary>
    public uint Vector(uint element, uint count) => Declare(SpirvOp.TypeVector, element, count);

    /// <summary>A pointer type.</summary>
    public uint Pointer(StorageClass storage, uint type) => Declare(SpirvOp.TypePointer, (uint)storage, type);

    /// <summary>The type of a function.</summary>
    public uint FunctionType(uint result, params uint[] parameters) => Declare(SpirvOp.TypeFunction, [result, .. parameters]);

    /// <summary>A struct without layout: several values in one.</summary>
    public uint Tuple(params uint[] items) => Declare(SpirvOp.TypeStruct, items);

    /// <summary>A struct with layout, the whole of a buffer or of the push constants; each call declares another.</summary>
    public uint Block(string name, params BlockMember[] members)
    {
        uint id = NewId();
        _globals.Add(SpirvOp.TypeStruct, [id, .. members.Select(member => member.Type)]);
        Name(id, name);
        Decorate(id, Decoration.Block);
        for (int index = 0; index < members.Length; index++)
        {
            NameMember(id, index, members[index].Name);
            DecorateMember(id, index, Decoration.Offset, members[index].Offset);
        }

        return id;
    }

    /// <summary>An array in memory, without gaps.</summary>
    /// <param name="element">The type of an element.</param>
    /// <param name="size">The bytes of an element.</param>
    /// <param name="length">The number of elements; 0 when the buffer settles it.</param>
    public uint Array(uint element, uint size, uint length = 0)
    {
        uint[] operands = length == 0 ? [element] : [element, Constant(length)];
        int before = _declared.Count;
        uint id = Declare(length == 0 ? SpirvOp.TypeRuntimeArray : SpirvOp.TypeArray, operands);
        if (_declared.Count > before)
        {
            Decorate(id, Decoration.ArrayStride, size);
        }

        return id;
    }

    /// <summary>A constant of type <see cref="bool"/>.</summary>
    public uint Constant(bool value) => DeclareTyped(value ? SpirvOp.ConstantTrue : SpirvOp.ConstantFalse, Boolean);

    /// <summary>A constant of type <see cref="int"/>.</summary>
    public uint Constant(int value) => DeclareTyped(SpirvOp.Constant, Int32, unchecked((uint)value));

    /// <summary>A constant of type <see cref="uint"/>.</summary>
    public uint Constant(uint value) => DeclareTyped(SpirvOp.Constant, UInt32, value);

    /// <summary>A constant of a type that lowered bodies name.</summary>
    public uint Constant(ElementType type, ConstantValue value)
    {
        if (type.IsBoolean)
        {
            return Constant(value.IsOne);
        }

        ulong bits = unchecked((ulong)(type.Kind switch
        {
            ElementKind.Single => BitConverter.ToInt32(BitConverter.GetBytes((float)value.Real), 0),
            ElementKind.Double => BitConverter.DoubleToInt64Bits(value.Real),
            _ => value.Bits,
        }));
        uint low = unchecked((uint)bits), high = (uint)(bits >> 32);
        return type.Size == sizeof(ulong) ? DeclareTyped(SpirvOp.Constant, Type(type), low, high) : DeclareTyped(SpirvOp.Constant, Type(type), low);
    }

    /// <summary>A bool that is settled when the pipeline is made.</summary>
    /// <param name="number">The number by which the host sets it.</param>
    /// <param name="name">Its name.</param>
    public uint Switch(uint number, string name) => Shared(name, () =>
    {
        uint id = NewId();
        _globals.Add(SpirvOp.SpecConstantTrue, Boolean, id);
        Name(id, name);
        Decorate(id, Decoration.SpecId, number);
        return id;
    });

    uint Float(uint width)
    {
        if (width == 64)
        {
            Require(Capability.Float64);
        }

        if (!_floatWidths.Contains(width))
        {
            _floatWidths.Add(width);
        }

        return Declare(SpirvOp.TypeFloat, width);
    }

    uint Declare(SpirvOp op, params uint[] operands)
    {
        uint[] key = [(uint)op, .. operands];
        if (!_declared.TryGetValue(key, out uint id))
        {
            id = NewId();
            _declared.Add(key, id);
            _globals.Add(op, [id, .. operands]);
        }

        return id;
    }

    uint DeclareTyped(SpirvOp op, uint type, params uint[] operands)
    {
        uint[] key = [(uint)op, type, .. operands];
        if (!_declared.TryGetValue(key, out uint id))
        {
            id = NewId();
            _declared.Add(key, id);
            _globals.AddValue(op, type, id, operands);
        }

        return id;
    }

    sealed class WordsComparer : IEqualityComparer<uint[]>
    {
        public static WordsComparer Instance { get; } = new();

        public bool Equals(uint[] x, uint[] y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(uint[] words)
        {
            uint hash = 17;
            foreach (uint word in words)
            {
                hash = unchecked((hash * 31) + word);
            }

            return unchecked((int)hash);
        }
    }
}

/// <summary>A member of a struct in memory.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Offset">The bytes before it.</param>
readonly record struct BlockMember(string Name, uint Type, uint Offset);
