using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Printing.Spirv;

/// <summary>Writes a lowered body as a function of a module.</summary>
sealed class FunctionPrinter
{
    readonly SpirvFunction _function;
    readonly InstructionPrinter _instructions;

    FunctionPrinter(SpirvFunction function, IReadOnlyDictionary<string, uint> functions)
    {
        _function = function;
        _instructions = new InstructionPrinter(function, functions);
    }

    /// <summary>Writes the function.</summary>
    /// <param name="module">The module.</param>
    /// <param name="name">Its name.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="result">The type of its result: that of the one value, or a tuple of several.</param>
    /// <param name="body">What it computes.</param>
    /// <param name="functions">The functions that it may call, by name.</param>
    /// <returns>The function.</returns>
    public static uint Print(
        SpirvModule module, string name, IEnumerable<DeviceParameter> parameters, uint result, BodyModel body, IReadOnlyDictionary<string, uint> functions)
    {
        var function = new SpirvFunction(module, name, result, [.. parameters.Select(parameter => (parameter.Name, module.Type(parameter.Type)))]);
        var printer = new FunctionPrinter(function, functions);
        printer.Write(body.Instructions);
        uint[] results = [.. body.Results.Select(printer._instructions.Use)];
        function.Return(results.Length == 1 ? results[0] : function.Value(SpirvOp.CompositeConstruct, result, results));
        return function.End();
    }

    void Write(IEnumerable<Instruction> instructions)
    {
        foreach (Instruction instruction in instructions)
        {
            if (instruction is LoopInstruction loop)
            {
                Write(loop);
            }
            else
            {
                _instructions.Write(instruction);
            }
        }
    }

    void Write(LoopInstruction loop)
    {
        SpirvModule module = _function.Module;
        uint start = _instructions.Use(loop.Start), bound = _instructions.Use(loop.Bound);
        SpirvLoop printed = _function.BeginLoop();
        uint counter = printed.Carry(module.Type(loop.Type), start);
        _instructions.Define(loop.Id, loop.Type, counter);
        uint[] carried = new uint[loop.Variables.Count];
        for (int index = 0; index < carried.Length; index++)
        {
            LoopVariable variable = loop.Variables[index];
            carried[index] = printed.Carry(module.Type(variable.Type), _instructions.Use(variable.Initial));
            _instructions.Define(variable.Inside, variable.Type, carried[index]);
        }

        uint condition = _instructions.Compare(loop.While, loop.Type, counter, bound);
        if (loop.ActiveVariable >= 0)
        {
            condition = _function.Value(SpirvOp.LogicalAnd, module.Boolean, condition, carried[loop.ActiveVariable]);
        }

        printed.While(condition);
        Write(loop.Body);
        for (int index = 0; index < carried.Length; index++)
        {
            printed.Next(carried[index], _instructions.Use(loop.Variables[index].Next));
        }

        uint step = module.Constant(loop.Type, ConstantValue.Of(loop.Step));
        printed.Next(counter, _function.Value(SpirvOp.IAdd, module.Type(loop.Type), counter, step));
        printed.End();
    }
}
