namespace TypedTensors.Compiler.Printing.Spirv;

/// <summary>The functions from a result's number, and from an element's number among those of a result, to indices in the buffers.</summary>
sealed class ReductionIndices
{
    readonly SpirvModule _module;
    readonly ReductionArguments _arguments;

    /// <summary>Writes the functions.</summary>
    public ReductionIndices(SpirvModule module, ReductionArguments arguments)
    {
        (_module, _arguments) = (module, arguments);
        Pair = module.Tuple(module.UInt32, module.UInt32);
        OfResult = PrintOfResult();
        OfElement = PrintOfElement();
    }

    /// <summary>Two indices.</summary>
    public uint Pair { get; }

    /// <summary>The function that gives for a result the index of its first element and its own.</summary>
    public uint OfResult { get; }

    /// <summary>The function that gives for an element how far it lies behind the first of its result.</summary>
    public uint OfElement { get; }

    uint PrintOfResult()
    {
        const uint WordsPerAxis = 3;
        var function = new SpirvFunction(_module, "LocateResult", Pair, ("result", _module.UInt32));
        uint source = _arguments.Load(function, _arguments.Layout.SourceBase), result = _arguments.Load(function, _arguments.Layout.ResultBase);
        uint[] indices = Walk(function, _arguments.LoadSmall(function, ReductionConstants.KeptShift), new UnsignedWriter(function).Constant((uint)_arguments.Layout.Axes), WordsPerAxis, source, result);
        function.Return(function.Value(SpirvOp.CompositeConstruct, Pair, indices));
        return function.End();
    }

    uint PrintOfElement()
    {
        const uint WordsPerAxis = 2, WordsPerKeptAxis = 3;
        var function = new SpirvFunction(_module, "LocateElement", _module.UInt32, ("element", _module.UInt32));
        var write = new UnsignedWriter(function);

        // After the axes that stay, of which the outermost has no length.
        uint kept = write.Multiply(_arguments.LoadSmall(function, ReductionConstants.KeptShift), write.Constant(WordsPerKeptAxis));
        uint first = write.Add(kept, write.Constant((uint)_arguments.Layout.Axes - 1));
        function.Return(Walk(function, _arguments.LoadSmall(function, ReductionConstants.ReducedShift), first, WordsPerAxis, write.Constant(0))[0]);
        return function.End();
    }

    /// <summary>Takes a number apart along axes, innermost first, and moves indices by the strides. One axis takes no division.</summary>
    uint[] Walk(SpirvFunction function, uint rank, uint first, uint wordsPerAxis, params uint[] start)
    {
        var write = new UnsignedWriter(function);
        uint outermost = write.Subtract(rank, write.Constant(1));
        SpirvLoop loop = function.BeginLoop();
        uint axis = loop.Carry(_module.UInt32, write.Constant(0));
        uint word = loop.Carry(_module.UInt32, first);
        uint rest = loop.Carry(_module.UInt32, function.Parameters[0]);
        uint[] indices = [.. start.Select(index => loop.Carry(_module.UInt32, index))];
        loop.While(write.IsLess(axis, outermost));
        uint size = _arguments.Load(function, write.Add(word, write.Constant(wordsPerAxis - 1)));
        uint quotient = write.Divide(rest, size);
        uint coordinate = write.Subtract(rest, write.Multiply(quotient, size));
        uint[] moved = Move(indices, coordinate);
        for (int index = 0; index < indices.Length; index++)
        {
            loop.Next(indices[index], moved[index]);
        }

        loop.Next(rest, quotient);
        loop.Next(word, write.Add(word, write.Constant(wordsPerAxis)));
        loop.Next(axis, write.Add(axis, write.Constant(1)));
        loop.End();
        return Move(indices, rest);

        uint[] Move(uint[] from, uint steps) =>
            [.. from.Select((index, number) => write.Add(index, write.Multiply(steps, _arguments.Load(function, number == 0 ? word : write.Add(word, write.Constant((uint)number))))))];
    }
}
