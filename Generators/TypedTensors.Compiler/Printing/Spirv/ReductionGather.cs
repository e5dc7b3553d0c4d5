using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Printing.Spirv;

/// <summary>The function by which one thread takes its share of a result's elements, or of its partial accumulators, into one accumulator.</summary>
sealed class ReductionGather
{
    const int Unrolled = 4;

    readonly SpirvModule _module;
    readonly DeviceReductionModel _reduction;
    readonly StorageBuffer[] _buffers;
    readonly ReductionArguments _arguments;
    readonly ReductionIndices _indices;
    readonly ReductionBodies _bodies;
    readonly SpirvFunction _function;
    readonly UnsignedWriter _write;

    ReductionGather(
        SpirvModule module, DeviceReductionModel reduction, StorageBuffer[] buffers, ReductionArguments arguments, ReductionIndices indices, ReductionBodies bodies)
    {
        (_module, _reduction, _buffers, _arguments, _indices, _bodies) = (module, reduction, buffers, arguments, indices, bodies);
        _function = new SpirvFunction(
            module, "Gather", bodies.Accumulator, ("result", module.UInt32), ("start", module.UInt32), ("end", module.UInt32), ("step", module.UInt32));
        _write = new UnsignedWriter(_function);
    }

    uint Result => _function.Parameters[0];

    uint Start => _function.Parameters[1];

    uint End => _function.Parameters[2];

    uint Step => _function.Parameters[3];

    /// <summary>Writes the function.</summary>
    public static uint Print(
        SpirvModule module, DeviceReductionModel reduction, StorageBuffer[] buffers, ReductionArguments arguments, ReductionIndices indices, ReductionBodies bodies) =>
        new ReductionGather(module, reduction, buffers, arguments, indices, bodies).Print();

    uint Print()
    {
        uint[] identity = _bodies.Identity(_function);
        _function.If(_arguments.LoadFlag(_function, ReductionConstants.ReadsPartials), () => _function.Return(_bodies.Join(_function, Partials(identity))));

        uint first = _function.Value(SpirvOp.CompositeExtract, _module.UInt32, _function.Call(_indices.OfResult, _indices.Pair, Result), 0);

        // Four reads at once, as an element-wise kernel has; a software device takes the elements one by one.
        uint reach = _write.Multiply(Step, _write.Constant(Unrolled - 1));
        uint unrolls = _function.Value(
            SpirvOp.LogicalAnd, _module.Boolean, _module.Switch(ElementwisePrinter.UnrollSwitch, "unrolls"), _write.IsLess(reach, End));
        uint end = _write.Select(unrolls, _write.Subtract(End, reach), _write.Constant(0));
        (uint next, uint[] total) = Elements(first, Start, end, identity, Unrolled);
        (_, total) = Elements(first, next, End, total, 1);
        _function.Return(_bodies.Join(_function, total));
        return _function.End();
    }

    uint[] Partials(uint[] identity)
    {
        uint first = _write.Multiply(Result, _arguments.Load(_function, ReductionConstants.PartialStride));
        SpirvLoop loop = _function.BeginLoop();
        uint partial = loop.Carry(_module.UInt32, Start);
        uint[] total = Carry(loop, identity);
        loop.While(_write.IsLess(partial, End));
        uint index = _write.Add(first, partial);
        uint[] right = [.. _reduction.Accumulator.Select((_, component) =>
            _buffers[ReductionPrinter.FirstPartial + component].Convert(_function, _buffers[ReductionPrinter.FirstPartial + component].Load(_function, index)))];
        Next(loop, total, _bodies.Combine(_function, total, right));
        loop.Next(partial, _write.Add(partial, Step));
        loop.End();
        return total;
    }

    (uint Next, uint[] Total) Elements(uint first, uint start, uint end, uint[] initial, int count)
    {
        SpirvLoop loop = _function.BeginLoop();
        uint element = loop.Carry(_module.UInt32, start);
        uint[] total = Carry(loop, initial);
        loop.While(_write.IsLess(element, end));
        uint[] elements = new uint[count], stored = new uint[count];
        uint current = element;
        for (int index = 0; index < count; index++)
        {
            elements[index] = current;
            uint at = _write.Add(first, _function.Call(_indices.OfElement, _module.UInt32, current));
            stored[index] = _buffers[ReductionPrinter.Source].Load(_function, at);
            current = _write.Add(current, Step);
        }

        uint[] sum = total;
        for (int index = 0; index < count; index++)
        {
            uint value = _buffers[ReductionPrinter.Source].Convert(_function, stored[index]);
            sum = _bodies.Accumulate(_function, sum, [value, .. Position(elements[index])]);
        }

        Next(loop, total, sum);
        loop.Next(element, current);
        loop.End();
        return (element, total);
    }

    uint[] Position(uint element)
    {
        if (!_reduction.UsesPositions)
        {
            return [];
        }

        var type = new ElementType(ElementKind.Int64);
        uint wide = _function.Value(SpirvOp.UConvert, _module.Integer(64, signed: false), element);
        uint first = _arguments.LoadScalar(_function, ReductionConstants.FirstPosition, type);
        return [_function.Value(SpirvOp.IAdd, _module.Type(type), first, _function.Value(SpirvOp.Bitcast, _module.Type(type), wide))];
    }

    uint[] Carry(SpirvLoop loop, uint[] initial) => [.. initial.Select((value, component) => loop.Carry(_bodies.Types[component], value))];

    static void Next(SpirvLoop loop, uint[] carried, uint[] values)
    {
        for (int component = 0; component < carried.Length; component++)
        {
            loop.Next(carried[component], values[component]);
        }
    }
}
