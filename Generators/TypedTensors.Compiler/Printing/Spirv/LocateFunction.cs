namespace TypedTensors.Compiler.Printing.Spirv;

/// <summary>The function from an element's number to its index in each operand.</summary>
sealed class LocateFunction
{
    readonly SpirvFunction _function;
    readonly ElementwiseArguments _arguments;
    readonly UnsignedWriter _write;
    readonly uint _result;

    LocateFunction(SpirvModule module, ElementwiseArguments arguments, uint result)
    {
        _function = new SpirvFunction(module, "Locate", result, ("element", module.UInt32));
        _write = new UnsignedWriter(_function);
        (_arguments, _result) = (arguments, result);
    }

    ElementwiseConstants Layout => _arguments.Layout;

    /// <summary>Writes the function.</summary>
    /// <param name="module">The module.</param>
    /// <param name="arguments">The numbers it reads.</param>
    /// <param name="result">The tuple of one <see cref="uint"/> for each operand.</param>
    public static uint Print(SpirvModule module, ElementwiseArguments arguments, uint result) => new LocateFunction(module, arguments, result).Print();

    uint Print()
    {
        uint element = _function.Parameters[0];
        if (Layout.MaxRank > 1)
        {
            // All invocations take the same way; the common one divides nothing.
            uint rank = _arguments.Load(_function, ElementwiseConstants.Rank);
            uint hasAxes = _write.IsLess(_write.Constant(1), rank);
            _function.If(hasAxes, () => ReturnByAxes(element, rank));
        }

        Return(operand => Advance(Base(operand), element, _write.Constant((uint)operand)));
        return _function.End();
    }

    void ReturnByAxes(uint element, uint rank)
    {
        uint zero = _write.Constant(0), one = _write.Constant(1);
        uint outermost = _write.Subtract(rank, one);
        uint[] initial = [.. Operands.Select(Base)];
        SpirvLoop loop = _function.BeginLoop();
        uint axis = loop.Carry(_function.Module.UInt32, zero);
        uint rest = loop.Carry(_function.Module.UInt32, element);
        uint[] indices = [.. initial.Select(index => loop.Carry(_function.Module.UInt32, index))];
        loop.While(_write.IsLess(axis, outermost));
        uint size = _arguments.LoadItem(_function, Layout.Sizes, axis);
        uint quotient = _write.Divide(rest, size);
        uint coordinate = _write.Subtract(rest, _write.Multiply(quotient, size));
        uint row = Row(axis);
        foreach (int operand in Operands)
        {
            loop.Next(indices[operand], Advance(indices[operand], coordinate, InRow(row, operand)));
        }

        loop.Next(rest, quotient);
        loop.Next(axis, _write.Add(axis, one));
        loop.End();
        row = Row(outermost);
        Return(operand => Advance(indices[operand], rest, InRow(row, operand)));
    }

    IEnumerable<int> Operands => Enumerable.Range(0, Layout.OperandCount);

    uint Base(int operand) => _arguments.LoadItem(_function, Layout.Bases, _write.Constant((uint)operand));

    // The strides of an axis stand together, one for each operand.
    uint Row(uint axis) => _write.Multiply(axis, _write.Constant((uint)Layout.OperandCount));

    uint InRow(uint row, int operand) => operand == 0 ? row : _write.Add(row, _write.Constant((uint)operand));

    uint Advance(uint index, uint coordinate, uint stride) =>
        _write.Add(index, _write.Multiply(coordinate, _arguments.LoadItem(_function, Layout.Strides, stride)));

    void Return(Func<int, uint> index) => _function.Return(_function.Value(SpirvOp.CompositeConstruct, _result, [.. Operands.Select(index)]));
}
