using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Printing.Spirv;

/// <summary>Writes a reduction as a SPIR-V module with the entry point <c>Execute</c>.</summary>
/// <remarks>
/// The 256 threads of a group are so many lanes for each of a few results, as the host decides by the shape. Each lane takes its share of the elements into an
/// accumulator; then the lanes of a result are combined in pairs through memory that the group shares. Where a result has very many elements, groups take
/// pieces of them and leave their accumulators in buffers, and a second dispatch of the same program combines these. Which elements are combined with which, in
/// what order, follows from the numbers that the host gives, and never from timing.
/// </remarks>
public sealed class ReductionPrinter
{
    internal const int Source = 0, Result = 1, FirstPartial = 2;

    const int GroupSize = ElementwisePrinter.GroupSize, GroupSizeLog = 8;

    readonly SpirvModule _module = new();
    readonly DeviceReductionModel _reduction;
    readonly StorageBuffer[] _buffers;
    readonly ReductionArguments _arguments;
    readonly ReductionIndices _indices;
    readonly ReductionBodies _bodies;
    readonly uint[] _shared;
    readonly uint _group, _thread, _gather;
    readonly SpirvFunction _main;
    readonly UnsignedWriter _write;

    ReductionPrinter(DeviceReductionModel reduction, ReductionConstants constants)
    {
        _reduction = reduction;
        _buffers = [.. reduction.Buffers.Select((operand, binding) => new StorageBuffer(_module, binding, operand))];
        _arguments = new ReductionArguments(_module, constants);
        _group = Input(_module.Vector(_module.UInt32, 3), "group", BuiltIn.WorkgroupId);
        _thread = Input(_module.UInt32, "thread", BuiltIn.LocalInvocationIndex);
        _indices = new ReductionIndices(_module, _arguments);
        _bodies = new ReductionBodies(_module, reduction);
        _gather = ReductionGather.Print(_module, reduction, _buffers, _arguments, _indices, _bodies);
        _shared = [.. reduction.Accumulator.Select((component, index) =>
            _module.Variable(StorageClass.Workgroup, _module.PlainArray(_bodies.Types[index], GroupSize), "shared_" + component.Name))];
        _main = new SpirvFunction(_module, ElementwisePrinter.EntryPoint, _module.Void);
        _write = new UnsignedWriter(_main);
    }

    /// <summary>Writes the module.</summary>
    /// <param name="reduction">The reduction.</param>
    /// <param name="constants">The layout of its constants.</param>
    /// <returns>The words.</returns>
    public static uint[] Print(DeviceReductionModel reduction, ReductionConstants constants) => new ReductionPrinter(reduction, constants).Print();

    uint[] Print()
    {
        uint thread = _main.Load(StorageClass.Input, _thread, _module.UInt32), zero = _write.Constant(0), one = _write.Constant(1);
        uint lanesLog = _arguments.LoadSmall(_main, ReductionConstants.LanesShift), columnsLog = _write.Subtract(_write.Constant(GroupSizeLog), lanesLog);
        uint lanes = _write.ShiftLeft(one, lanesLog), columns = _write.ShiftLeft(one, columnsLog);
        uint across = _arguments.LoadFlag(_main, ReductionConstants.Across);
        uint column = _write.Select(across, Low(thread, columns), _write.ShiftRight(thread, lanesLog));
        uint lane = _write.Select(across, _write.ShiftRight(thread, columnsLog), Low(thread, lanes));
        uint slot = _write.Add(_write.ShiftLeft(lane, columnsLog), column);
        uint outputs = _arguments.Load(_main, ReductionConstants.Outputs), pieces = _arguments.Load(_main, ReductionConstants.Pieces);
        uint tiles = _write.ShiftRight(_write.Add(outputs, _write.Subtract(columns, one)), columnsLog);
        uint tasks = _write.Multiply(tiles, pieces), pieceLength = _arguments.Load(_main, ReductionConstants.PieceLength);
        uint count = _arguments.Load(_main, ReductionConstants.Count), groups = _arguments.Load(_main, ReductionConstants.Groups);

        // All threads of a group take the same way through the loops, as barriers want.
        uint group = _main.Load(StorageClass.Input, _group, _module.UInt32, _module.Constant(0));
        SpirvLoop loop = _main.BeginLoop();
        uint task = loop.Carry(_module.UInt32, group);
        loop.While(_write.IsLess(task, tasks));
        uint tile = _write.Divide(task, pieces), piece = _write.Subtract(task, _write.Multiply(tile, pieces));
        uint firstOutput = _write.ShiftLeft(tile, columnsLog), output = _write.Add(firstOutput, column);
        uint first = _write.Multiply(piece, pieceLength), left = _write.Subtract(count, first);
        uint length = _write.Select(_write.IsLess(left, pieceLength), left, pieceLength);
        uint isThere = _write.IsLess(output, outputs), end = _write.Select(isThere, _write.Add(first, length), zero);
        uint gathered = _main.Call(_gather, _bodies.Accumulator, _write.Select(isThere, output, firstOutput), _write.Add(first, lane), end, lanes);
        Share(slot, _bodies.Split(_main, gathered));
        _main.Barrier();

        FoldLanes(thread, lanes, columns, columnsLog, _write.Select(_write.IsLess(length, lanes), length, lanes));
        uint ownOutput = _write.Add(firstOutput, thread);
        uint writes = _main.Value(SpirvOp.LogicalAnd, _module.Boolean, _write.IsLess(thread, columns), _write.IsLess(ownOutput, outputs));
        _main.If(writes, () => Write(ownOutput, piece, Shared(thread)));
        _main.Barrier();
        loop.Next(task, _write.Add(task, groups));
        loop.End();
        _main.Return();
        _module.EntryPoint(_main.End(), ElementwisePrinter.EntryPoint, new GroupModel(GroupSize, 1, 1), _group, _thread);
        return _module.ToWords();
    }

    /// <summary>Combines the lanes of each result in pairs; those that no element went into take no part. Lane l of result r stands at l * columns + r.</summary>
    void FoldLanes(uint thread, uint lanes, uint columns, uint columnsLog, uint filled)
    {
        uint one = _write.Constant(1);
        uint lane = _write.ShiftRight(thread, columnsLog), half = _write.ShiftRight(lanes, one);
        SpirvLoop loop = _main.BeginLoop();
        uint reach = loop.Carry(_module.UInt32, half);
        loop.While(_write.IsLess(_write.Constant(0), reach));
        uint takes = _main.Value(
            SpirvOp.LogicalAnd, _module.Boolean, _write.IsLess(lane, reach), _write.IsLess(_write.Add(lane, reach), filled));
        _main.If(takes, () => Share(thread, _bodies.Combine(_main, Shared(thread), Shared(_write.Add(thread, _write.Multiply(reach, columns))))));
        _main.Barrier();
        loop.Next(reach, _write.ShiftRight(reach, one));
        loop.End();
    }

    void Write(uint output, uint piece, uint[] total) => _main.IfElse(
        _arguments.LoadFlag(_main, ReductionConstants.WritesPartials),
        () =>
        {
            uint place = _write.Add(_write.Multiply(output, _arguments.Load(_main, ReductionConstants.PartialStride)), _arguments.Load(_main, ReductionConstants.FirstPartial));
            uint index = _write.Add(place, piece);
            for (int component = 0; component < total.Length; component++)
            {
                _buffers[FirstPartial + component].Store(_main, index, total[component]);
            }
        },
        () =>
        {
            IEnumerable<uint> scalars = _reduction.Scalars.Select((scalar, index) => _arguments.LoadScalar(_main, _arguments.Layout.Scalar(index), scalar.Computed));
            uint index = _main.Value(SpirvOp.CompositeExtract, _module.UInt32, _main.Call(_indices.OfResult, _indices.Pair, output), 1);
            _buffers[Result].Store(_main, index, _bodies.Finish(_main, total, scalars.ToArray()));
        });

    void Share(uint slot, uint[] total)
    {
        for (int component = 0; component < total.Length; component++)
        {
            _main.Store(StorageClass.Workgroup, _shared[component], _bodies.Types[component], total[component], slot);
        }
    }

    uint[] Shared(uint slot) => [.. _shared.Select((array, component) => _main.Load(StorageClass.Workgroup, array, _bodies.Types[component], slot))];

    uint Low(uint value, uint powerOfTwo) => _main.Value(SpirvOp.BitwiseAnd, _module.UInt32, value, _write.Subtract(powerOfTwo, _write.Constant(1)));

    uint Input(uint type, string name, BuiltIn builtIn)
    {
        uint id = _module.Variable(StorageClass.Input, type, name);
        _module.Decorate(id, Decoration.BuiltIn, (uint)builtIn);
        return id;
    }
}
