using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Printing.Spirv;

/// <summary>Where an invocation is: in its group, which group that is, and in the grid.</summary>
sealed class ComputePlaces
{
    const int Axes = 3;

    readonly SpirvFunction _function;
    readonly ComputeArguments _arguments;
    readonly uint[] _local = new uint[Axes];
    readonly uint[] _group = new uint[Axes];
    readonly uint[] _global = new uint[Axes];
    readonly uint _localIndex;

    /// <summary>Computes the places, at the beginning of a function.</summary>
    public ComputePlaces(SpirvFunction function, ComputeArguments arguments, GroupModel group, uint[] inputs)
    {
        (_function, _arguments, Inputs) = (function, arguments, inputs);
        SpirvModule module = function.Module;
        var write = new UnsignedWriter(function);
        int[] sizes = [group.X, group.Y, group.Z];
        for (int axis = 0; axis < Axes; axis++)
        {
            uint local = function.Load(StorageClass.Input, inputs[0], module.UInt32, module.Constant(axis));
            uint number = write.Add(
                function.Load(StorageClass.Input, inputs[1], module.UInt32, module.Constant(axis)), arguments.LoadWord(function, ComputeConstants.FirstGroup + axis));
            uint global = write.Add(write.Multiply(number, write.Constant((uint)sizes[axis])), local);
            _local[axis] = Signed(local);
            _group[axis] = Signed(number);
            _global[axis] = Signed(global);
        }

        _localIndex = Signed(function.Load(StorageClass.Input, inputs[2], module.UInt32));
    }

    /// <summary>The variables that the device fills.</summary>
    public IReadOnlyList<uint> Inputs { get; }

    /// <summary>Declares the variables that the device fills.</summary>
    public static uint[] Declare(SpirvModule module)
    {
        uint vector = module.Vector(module.UInt32, Axes);
        uint[] inputs =
        [
            module.Variable(StorageClass.Input, vector, "local"), module.Variable(StorageClass.Input, vector, "group"), module.Variable(StorageClass.Input, module.UInt32, "localIndex"),
        ];
        module.Decorate(inputs[0], Decoration.BuiltIn, (uint)BuiltIn.LocalInvocationId);
        module.Decorate(inputs[1], Decoration.BuiltIn, (uint)BuiltIn.WorkgroupId);
        module.Decorate(inputs[2], Decoration.BuiltIn, (uint)BuiltIn.LocalInvocationIndex);
        return inputs;
    }

    /// <summary>The value that a kernel asks for.</summary>
    public uint Read(ThreadInstruction thread) => thread.Place switch
    {
        ThreadPlace.Global => _global[thread.Axis],
        ThreadPlace.Local => _local[thread.Axis],
        ThreadPlace.Group => _group[thread.Axis],
        ThreadPlace.Grid => Signed(_arguments.LoadWord(_function, ComputeConstants.Grid + thread.Axis)),
        _ => _localIndex,
    };

    uint Signed(uint value) => _function.Value(SpirvOp.Bitcast, _function.Module.Int32, value);
}
