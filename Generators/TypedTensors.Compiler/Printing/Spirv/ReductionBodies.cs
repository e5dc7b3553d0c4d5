using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Printing.Spirv;

/// <summary>The parts of a reduction as functions of a module, and accumulators as values: one for each component.</summary>
sealed class ReductionBodies
{
    readonly SpirvModule _module;
    readonly uint _identity, _accumulate, _combine, _finish, _accumulator, _result;

    /// <summary>Writes the functions.</summary>
    public ReductionBodies(SpirvModule module, DeviceReductionModel reduction)
    {
        _module = module;
        Types = [.. reduction.Accumulator.Select(component => module.Type(component.Computed))];
        _accumulator = Types.Count == 1 ? Types[0] : module.Tuple([.. Types]);
        _result = module.Type(reduction.Result.Computed);
        var functions = new Dictionary<string, uint>(StringComparer.Ordinal);
        foreach (DeviceFunctionModel function in reduction.Functions)
        {
            functions.Add(function.Name, FunctionPrinter.Print(module, function.Name, function.Parameters, module.Type(function.Results[0]), function.Body, functions));
        }

        _identity = FunctionPrinter.Print(module, "Identity", [], _accumulator, reduction.Identity, functions);
        _accumulate = FunctionPrinter.Print(module, "Accumulate", reduction.AccumulateParameters, _accumulator, reduction.Accumulate, functions);
        _combine = FunctionPrinter.Print(module, "Combine", reduction.CombineParameters, _accumulator, reduction.Combine, functions);
        _finish = FunctionPrinter.Print(module, "Finish", reduction.FinishParameters, _result, reduction.Finish, functions);
    }

    /// <summary>The types of the components.</summary>
    public IReadOnlyList<uint> Types { get; }

    /// <summary>The type of an accumulator as the result of a function.</summary>
    public uint Accumulator => _accumulator;

    public uint[] Identity(SpirvFunction function) => Split(function, function.Call(_identity, _accumulator));

    public uint[] Accumulate(SpirvFunction function, uint[] total, params uint[] element) => Split(function, function.Call(_accumulate, _accumulator, [.. total, .. element]));

    public uint[] Combine(SpirvFunction function, uint[] left, uint[] right) => Split(function, function.Call(_combine, _accumulator, [.. left, .. right]));

    public uint Finish(SpirvFunction function, uint[] total, IEnumerable<uint> scalars) => function.Call(_finish, _result, [.. total, .. scalars]);

    /// <summary>The components of what a function returned.</summary>
    public uint[] Split(SpirvFunction function, uint accumulator) =>
        Types.Count == 1 ? [accumulator] : [.. Types.Select((type, index) => function.Value(SpirvOp.CompositeExtract, type, accumulator, (uint)index))];

    /// <summary>The components as what a function returns.</summary>
    public uint Join(SpirvFunction function, uint[] total) => Types.Count == 1 ? total[0] : function.Value(SpirvOp.CompositeConstruct, _accumulator, total);
}
