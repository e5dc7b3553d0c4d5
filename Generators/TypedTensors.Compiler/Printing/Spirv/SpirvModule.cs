using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Printing.Spirv;

/// <summary>A SPIR-V 1.3 module in the making: hands out ids and keeps the sections in the order that the specification demands (2.4).</summary>
/// <remarks>The same calls in the same order give the same words.</remarks>
sealed partial class SpirvModule
{
    const uint Magic = 0x07230203, Version13 = 0x00010300, Generator = 0;
    const int HeaderLength = 5;
    const uint LogicalAddressing = 0, Glsl450Memory = 1, GlCompute = 5;

    readonly SpirvSection _capabilities = new();
    readonly SpirvSection _extensions = new();
    readonly SpirvSection _imports = new();
    readonly SpirvSection _entryPoints = new();
    readonly SpirvSection _executionModes = new();
    readonly SpirvSection _names = new();
    readonly SpirvSection _decorations = new();
    readonly SpirvSection _globals = new();
    readonly SpirvSection _functions = new();
    readonly HashSet<Capability> _required = [];
    readonly Dictionary<string, uint> _shared = new(StringComparer.Ordinal);
    uint _bound = 1;
    uint _glsl;

    /// <summary>Starts a module of compute shaders.</summary>
    public SpirvModule() => Require(Capability.Shader);

    /// <summary>The extended instruction set <c>GLSL.std.450</c>, imported when first asked for.</summary>
    public uint Glsl
    {
        get
        {
            if (_glsl == 0)
            {
                _glsl = NewId();
                _imports.AddText(SpirvOp.ExtInstImport, [_glsl], "GLSL.std.450");
            }

            return _glsl;
        }
    }

    /// <summary>An id that nothing else has.</summary>
    public uint NewId() => _bound++;

    /// <summary>Declares that the device must be capable of something.</summary>
    /// <param name="capability">Of what.</param>
    /// <param name="extension">The extension that brings it, where it is not of SPIR-V 1.3.</param>
    public void Require(Capability capability, string? extension = null)
    {
        if (!_required.Add(capability))
        {
            return;
        }

        _capabilities.Add(SpirvOp.Capability, (uint)capability);
        if (extension is not null)
        {
            _extensions.AddText(SpirvOp.Extension, [], extension);
        }
    }

    /// <summary>Names a value for whoever reads the disassembly.</summary>
    public void Name(uint id, string name) => _names.AddText(SpirvOp.Name, [id], name);

    /// <summary>Names the member of a struct.</summary>
    public void NameMember(uint type, int member, string name) => _names.AddText(SpirvOp.MemberName, [type, (uint)member], name);

    /// <summary>Decorates a value, a variable or a type.</summary>
    public void Decorate(uint id, Decoration decoration) => _decorations.Add(SpirvOp.Decorate, id, (uint)decoration);

    /// <summary>Decorates a value, a variable or a type with a number.</summary>
    public void Decorate(uint id, Decoration decoration, uint value) => _decorations.Add(SpirvOp.Decorate, id, (uint)decoration, value);

    /// <summary>Decorates the member of a struct with a number.</summary>
    public void DecorateMember(uint type, int member, Decoration decoration, uint value) =>
        _decorations.Add(SpirvOp.MemberDecorate, type, (uint)member, (uint)decoration, value);

    /// <summary>Declares a variable of the module.</summary>
    public uint Variable(StorageClass storage, uint type, string name)
    {
        uint id = NewId();
        _globals.Add(SpirvOp.Variable, Pointer(storage, type), id, (uint)storage);
        Name(id, name);
        return id;
    }

    /// <summary>What is made once for a module however often it is asked for: a helper function, a decorated type.</summary>
    /// <param name="key">What it is.</param>
    /// <param name="make">Makes it and returns its id.</param>
    public uint Shared(string key, Func<uint> make)
    {
        if (!_shared.TryGetValue(key, out uint id))
        {
            id = make();
            _shared.Add(key, id);
        }

        return id;
    }

    /// <summary>Adds a finished function.</summary>
    public void Add(SpirvSection function) => _functions.Append(function);

    /// <summary>Declares the entry point; to be called when all types are in use that will be.</summary>
    /// <param name="function">The function, without parameters and result.</param>
    /// <param name="name">The name under which the device finds it.</param>
    /// <param name="group">The number of invocations in a group.</param>
    /// <param name="inputs">The variables that the device fills.</param>
    public void EntryPoint(uint function, string name, GroupModel group, params uint[] inputs)
    {
        _entryPoints.AddText(SpirvOp.EntryPoint, [GlCompute, function], name, inputs);
        _executionModes.Add(SpirvOp.ExecutionMode, function, (uint)ExecutionMode.LocalSize, (uint)group.X, (uint)group.Y, (uint)group.Z);
        foreach (uint width in _floatWidths)
        {
            // Else a compiler may take x + 0 for x, and a NaN for any number.
            Require(Capability.SignedZeroInfNanPreserve, "SPV_KHR_float_controls");
            _executionModes.Add(SpirvOp.ExecutionMode, function, (uint)ExecutionMode.SignedZeroInfNanPreserve, width);
        }
    }

    /// <summary>Lets the host choose how many invocations a group has when the pipeline is made; what <see cref="EntryPoint"/> was told then holds no longer.</summary>
    /// <param name="number">The number by which the host sets it.</param>
    /// <param name="size">How many there are unless it does.</param>
    public void ChooseGroupSize(uint number, uint size)
    {
        uint chosen = NewId(), group = NewId(), one = Constant(1u), vector = Vector(UInt32, 3);
        _globals.AddValue(SpirvOp.SpecConstant, UInt32, chosen, [size]);
        _globals.AddValue(SpirvOp.SpecConstantComposite, vector, group, [chosen, one, one]);
        Name(chosen, "groupSize");
        Decorate(chosen, Decoration.SpecId, number);
        Decorate(group, Decoration.BuiltIn, (uint)BuiltIn.WorkgroupSize);
    }

    /// <summary>The module as words.</summary>
    public uint[] ToWords()
    {
        var memoryModel = new SpirvSection();
        memoryModel.Add(SpirvOp.MemoryModel, LogicalAddressing, Glsl450Memory);
        SpirvSection[] sections =
            [_capabilities, _extensions, _imports, memoryModel, _entryPoints, _executionModes, _names, _decorations, _globals, _functions];
        uint[] words = new uint[HeaderLength + sections.Sum(section => section.Count)];
        (words[0], words[1], words[2], words[3]) = (Magic, Version13, Generator, _bound);
        int position = HeaderLength;
        foreach (SpirvSection section in sections)
        {
            section.CopyTo(words, position);
            position += section.Count;
        }

        return words;
    }
}
