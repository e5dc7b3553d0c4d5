using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Printing.Spirv;

/// <summary>Writes an element-wise kernel as a SPIR-V module with the entry point <c>Execute</c>.</summary>
/// <remarks>
/// As many threads as the host finds right walk over the elements together, each in strides of all threads. A round takes four elements, and reads all of them
/// before it computes, so that four reads are under way at once; the last few elements are taken one by one. A software device takes all of them one by one:
/// it would compile for three times as long and gain nothing.
/// </remarks>
public sealed class ElementwisePrinter
{
    /// <summary>The number of threads in a group, unless the host sets another.</summary>
    public const int GroupSize = 256;

    /// <summary>The name of the entry point.</summary>
    public const string EntryPoint = "Execute";

    /// <summary>The number of the switch by which the host says whether several reads at once are worth the longer code: not where the device is a processor.</summary>
    public const uint UnrollSwitch = 1;

    /// <summary>The number by which the host sets the threads of a group: fewer where the device is a processor.</summary>
    public const uint GroupSizeNumber = 2;

    const int Unrolled = 4;

    readonly SpirvModule _module = new();
    readonly DeviceKernelModel _kernel;
    readonly StorageBuffer[] _buffers;
    readonly ElementwiseArguments _arguments;
    readonly SpirvFunction _main;
    readonly UnsignedWriter _write;
    readonly uint _invocation;
    readonly uint _indices;
    readonly uint _locate;
    readonly uint _result;
    readonly uint _evaluate;
    readonly List<(uint IsInline, uint Value)> _scalars = [];

    ElementwisePrinter(DeviceKernelModel kernel, ElementwiseConstants constants)
    {
        _kernel = kernel;
        _buffers = [.. kernel.Inputs.Concat(kernel.Outputs).Select((operand, binding) => new StorageBuffer(_module, binding, operand))];
        _arguments = new ElementwiseArguments(_module, kernel, constants);
        _invocation = _module.Variable(StorageClass.Input, _module.Vector(_module.UInt32, 3), "invocation");
        _module.Decorate(_invocation, Decoration.BuiltIn, (uint)BuiltIn.GlobalInvocationId);
        _indices = _module.Tuple([.. _buffers.Select(_ => _module.UInt32)]);
        _locate = LocateFunction.Print(_module, _arguments, _indices);
        _result = TypeOf(kernel.Outputs.Select(output => output.Computed));
        _evaluate = PrintBody();
        _main = new SpirvFunction(_module, EntryPoint, _module.Void);
        _write = new UnsignedWriter(_main);
    }

    /// <summary>Writes the module.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="constants">The layout of its constants.</param>
    /// <returns>The words.</returns>
    public static uint[] Print(DeviceKernelModel kernel, ElementwiseConstants constants) => new ElementwisePrinter(kernel, constants).Print();

    uint[] Print()
    {
        uint threads = _arguments.Load(_main, ElementwiseConstants.Threads), length = _arguments.Load(_main, ElementwiseConstants.Length);
        LoadScalars();

        // The last group may be larger than what is left of the threads.
        uint thread = _main.Load(StorageClass.Input, _invocation, _module.UInt32, _module.Constant(0));
        uint first = _write.Select(_write.IsLess(thread, threads), thread, length);
        uint reach = _write.Multiply(threads, _write.Constant(Unrolled - 1));
        uint unrolls = _main.Value(SpirvOp.LogicalAnd, _module.Boolean, _module.Switch(UnrollSwitch, "unrolls"), _write.IsLess(reach, length));
        uint end = _write.Select(unrolls, _write.Subtract(length, reach), _write.Constant(0));
        uint next = PrintLoop(first, end, threads, Unrolled);
        PrintLoop(next, length, threads, 1);
        _main.Return();
        _module.ChooseGroupSize(GroupSizeNumber, GroupSize);
        _module.EntryPoint(_main.End(), EntryPoint, new GroupModel(GroupSize, 1, 1), _invocation);
        return _module.ToWords();
    }

    uint PrintBody()
    {
        var functions = new Dictionary<string, uint>(StringComparer.Ordinal);
        foreach (DeviceFunctionModel function in _kernel.Functions)
        {
            functions.Add(function.Name, FunctionPrinter.Print(_module, function.Name, function.Parameters, TypeOf(function.Results), function.Body, functions));
        }

        IEnumerable<DeviceParameter> parameters = _kernel.Inputs.Select(input => new DeviceParameter(input.Name, input.Computed));
        return FunctionPrinter.Print(_module, "Evaluate", parameters, _result, _kernel.Body, functions);
    }

    void LoadScalars()
    {
        uint mask = _arguments.Load(_main, ElementwiseConstants.InlineMask);
        for (int input = 0; input < _kernel.Inputs.Count; input++)
        {
            uint isInline = _main.Value(SpirvOp.INotEqual, _module.Boolean, _write.And(mask, 1u << input), _write.Constant(0));
            _scalars.Add((isInline, _arguments.LoadScalar(_main, input, _kernel.Inputs[input].Computed)));
        }
    }

    uint PrintLoop(uint first, uint end, uint threads, int count)
    {
        SpirvLoop loop = _main.BeginLoop();
        uint element = loop.Carry(_module.UInt32, first);
        loop.While(_write.IsLess(element, end));
        uint[] indices = new uint[count];
        uint current = element;
        for (int index = 0; index < count; index++)
        {
            indices[index] = _main.Call(_locate, _indices, current);
            current = _write.Add(current, threads);
        }

        // All reads before the first use of one, so that they are under way together.
        uint[][] stored = [.. indices.Select(Load)];
        uint[] results = [.. stored.Select(Evaluate)];
        for (int index = 0; index < count; index++)
        {
            Store(indices[index], results[index]);
        }

        loop.Next(element, current);
        loop.End();
        return element;
    }

    uint[] Load(uint indices) => [.. _kernel.Inputs.Select((_, input) => _buffers[input].Load(_main, Item(indices, input, _module.UInt32)))];

    // The host binds a buffer also for an inline scalar, of which an element is read in vain: cheaper than a branch.
    uint Evaluate(uint[] stored)
    {
        uint[] inputs = new uint[stored.Length];
        for (int input = 0; input < inputs.Length; input++)
        {
            uint value = _buffers[input].Convert(_main, stored[input]);
            uint type = _module.Type(_kernel.Inputs[input].Computed);
            inputs[input] = _main.Value(SpirvOp.Select, type, _scalars[input].IsInline, _scalars[input].Value, value);
        }

        return _main.Call(_evaluate, _result, inputs);
    }

    void Store(uint indices, uint result)
    {
        for (int output = 0; output < _kernel.Outputs.Count; output++)
        {
            int operand = _scalars.Count + output;
            uint value = _kernel.Outputs.Count == 1 ? result : Item(result, output, _module.Type(_kernel.Outputs[output].Computed));
            _buffers[operand].Store(_main, Item(indices, operand, _module.UInt32), value);
        }
    }

    uint Item(uint tuple, int index, uint type) => _main.Value(SpirvOp.CompositeExtract, type, tuple, (uint)index);

    uint TypeOf(IEnumerable<ElementType> results)
    {
        uint[] types = [.. results.Select(_module.Type)];
        return types.Length == 1 ? types[0] : _module.Tuple(types);
    }
}
