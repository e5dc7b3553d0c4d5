using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Printing.Spirv;

/// <summary>Writes a kernel over an index space as a SPIR-V module with the entry point <c>Execute</c>.</summary>
public sealed class ComputePrinter
{
    readonly SpirvModule _module = new();
    readonly ComputeDeviceModel _kernel;
    readonly ComputeArguments _arguments;
    readonly SpirvFunction _main;
    readonly InstructionPrinter _instructions;
    readonly UnsignedWriter _write;
    readonly ComputePlaces _places;
    readonly uint[] _variables;
    readonly uint[] _arrays;
    readonly Stack<(uint Break, uint Continue)> _loops = new();

    ComputePrinter(ComputeDeviceModel kernel)
    {
        _kernel = kernel;
        _arguments = new ComputeArguments(_module, kernel);
        var functions = new Dictionary<string, uint>(StringComparer.Ordinal);
        foreach (DeviceFunctionModel function in kernel.Functions)
        {
            functions.Add(function.Name, FunctionPrinter.Print(_module, function.Name, function.Parameters, _module.Type(function.Results[0]), function.Body, functions));
        }

        _arrays = [.. kernel.Body.Arrays.Select(array => array.IsShared ? _module.Variable(StorageClass.Workgroup, ArrayType(array), array.Name) : 0)];
        uint[] inputs = ComputePlaces.Declare(_module);
        _main = new SpirvFunction(_module, ElementwisePrinter.EntryPoint, _module.Void);
        _instructions = new InstructionPrinter(_main, functions);
        _write = new UnsignedWriter(_main);
        _variables = [.. kernel.Body.Variables.Select(variable => _main.Variable(_module.Type(variable.Type), variable.Name))];
        for (int index = 0; index < _arrays.Length; index++)
        {
            if (_arrays[index] == 0)
            {
                _arrays[index] = _main.Variable(ArrayType(kernel.Body.Arrays[index]), kernel.Body.Arrays[index].Name);
            }
        }

        _places = new ComputePlaces(_main, _arguments, kernel.Group, inputs);
    }

    /// <summary>Writes the module.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <returns>The words.</returns>
    public static uint[] Print(ComputeDeviceModel kernel) => new ComputePrinter(kernel).Print();

    uint[] Print()
    {
        Write(_kernel.Body.Instructions);
        if (_main.IsOpen)
        {
            _main.Return();
        }

        _module.EntryPoint(_main.End(), ElementwisePrinter.EntryPoint, _kernel.Group, [.. _places.Inputs]);
        return _module.ToWords();
    }

    uint ArrayType(ComputeArray array) => _module.PlainArray(_module.Type(array.Type), (uint)array.Length);

    void Write(IEnumerable<Instruction> instructions)
    {
        foreach (Instruction instruction in instructions)
        {
            if (instruction is StatementInstruction statement)
            {
                WriteStatement(statement);
            }
            else if (Read(instruction) is { } value)
            {
                _instructions.Define(instruction.Id, instruction.Type, value);
            }
            else
            {
                _instructions.Write(instruction);
            }
        }
    }

    uint? Read(Instruction instruction) =>
        instruction switch
        {
            ParameterInstruction parameter => _arguments.LoadScalar(_main, parameter.Index, parameter.Type),
            ThreadInstruction thread => _places.Read(thread),
            SizeInstruction size => _arguments.LoadSize(_main, size.Buffer, size.Axis),
            VariableInstruction read => _main.Load(StorageClass.Function, _variables[read.Variable], _module.Type(read.Type)),
            ElementInstruction read => _arguments.Buffer(read.Buffer).Convert(_main, _arguments.Buffer(read.Buffer).Load(_main, Index(read.Buffer, read.Indices))),
            ItemInstruction read => _main.Load(StorageOf(read.Array), _arrays[read.Array], _module.Type(read.Type), Use(read.Index)),
            _ => null,
        };

    void WriteStatement(StatementInstruction statement)
    {
        switch (statement)
        {
            case DeclareInstruction { Value: StatementInstruction.NoValue }:
                break;
            case DeclareInstruction declare:
                Assign(declare.Variable, declare.Value);
                break;
            case AssignInstruction assign:
                Assign(assign.Variable, assign.Value);
                break;
            case StoreElementInstruction store:
                _arguments.Buffer(store.Buffer).Store(_main, Index(store.Buffer, store.Indices), Use(store.Value));
                break;
            case StoreItemInstruction store:
                _main.Store(StorageOf(store.Array), _arrays[store.Array], _module.Type(_kernel.Body.Arrays[store.Array].Type), Use(store.Value), Use(store.Index));
                break;
            case ClearInstruction clear:
                uint type = ArrayType(_kernel.Body.Arrays[clear.Array]);
                _main.Store(StorageClass.Function, _arrays[clear.Array], type, _module.Null(type));
                break;
            case IfInstruction branch:
                _main.IfElse(Use(branch.Condition), () => Write(branch.WhenTrue), () => Write(branch.WhenFalse));
                break;
            case RepeatInstruction loop:
                WriteLoop(loop);
                break;
            case BarrierInstruction:
                _main.Barrier();
                break;
            case JumpInstruction { Kind: JumpKind.Return }:
                _main.Return();
                break;
            case JumpInstruction jump:
                _main.Jump(jump.Kind == JumpKind.Break ? _loops.Peek().Break : _loops.Peek().Continue);
                break;
        }
    }

    void WriteLoop(RepeatInstruction loop) => _main.Repeat(
        () =>
        {
            Write(loop.Head);
            return loop.Condition == StatementInstruction.NoValue ? null : Use(loop.Condition);
        },
        (after, next) =>
        {
            _loops.Push((after, next));
            Write(loop.Body);
            _loops.Pop();
        },
        () => Write(loop.Step));

    void Assign(int variable, int value) =>
        _main.Store(StorageClass.Function, _variables[variable], _module.Type(_kernel.Body.Variables[variable].Type), Use(value));

    // Sums and products of 32 bits are the same for both kinds of integers.
    uint Index(int buffer, EquatableArray<int> indices)
    {
        uint index = _arguments.LoadBase(_main, buffer);
        for (int axis = 0; axis < indices.Count; axis++)
        {
            index = _write.Add(index, _write.Multiply(Use(indices[axis]), _arguments.LoadStride(_main, buffer, axis)));
        }

        return index;
    }

    uint Use(int id) => _instructions.Use(id);

    StorageClass StorageOf(int array) => _kernel.Body.Arrays[array].IsShared ? StorageClass.Workgroup : StorageClass.Function;
}
