using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Devices;

/// <summary>From a reduction as it was written to what devices other than the processor run: one model for each dtype of tensors.</summary>
public static class ReductionCompiler
{
    /// <summary>Lowers a reduction for one dtype.</summary>
    /// <param name="reduction">The reduction.</param>
    /// <param name="dtype">The dtype that stands for its type parameter; null when it has none.</param>
    /// <returns>The model that the printers take.</returns>
    public static DeviceReductionModel Compile(ReductionModel reduction, ElementKind? dtype)
    {
        KernelModel head = reduction.Head;
        var specialization = new Specialization(head.TypeParameter, dtype);
        var functions = new FunctionSet(head.Functions);
        BodyModel Lower(BodyModel body) => Lowering.Lower(body, specialization, functions);
        DeviceOperand Operand(string name, ElementType type) => new(name, specialization.Stored(type));

        BodyModel identity = Lower(reduction.Identity.Body);
        BodyModel accumulate = Lower(TakenAsStored(reduction));
        BodyModel combine = Lower(reduction.Combine.Body);
        BodyModel finish = Lower(reduction.Finish.Body);
        IEnumerable<DeviceOperand> scalars = reduction.Scalars.Select(scalar => Operand(scalar.Name, scalar.Type));
        if (reduction.UsesCount)
        {
            (finish, ElementType count) = CountParameter.Simplify(finish, reduction.Accumulator.Count);
            scalars = scalars.Prepend(new DeviceOperand("count", count));
        }

        return new DeviceReductionModel(
            FunctionSet.Identifier(dtype is { } kind ? $"{head.Method}_{kind}" : head.Method),
            head.Source,
            Operand(head.Parameters[0].Name, head.Parameters[0].Type),
            Operand("result", head.Results[0].Type),
            reduction.Accumulator.Select(component => new DeviceOperand(component.Name ?? "total", specialization.Stored(component.Type).Compute)).ToEquatableArray(),
            scalars.ToEquatableArray(),
            reduction.UsesPositions,
            identity,
            accumulate,
            combine,
            finish,
            functions.Functions);
    }

    /// <summary>Lowers a reduction for each dtype of its type parameter; once if it has none.</summary>
    /// <param name="reduction">The reduction.</param>
    /// <returns>The dtypes and their models.</returns>
    public static IEnumerable<(ElementKind? Dtype, DeviceReductionModel Model)> CompileAll(ReductionModel reduction) =>
        reduction.Head.TypeParameter is { } generic
            ? generic.Dtypes.Select(dtype => ((ElementKind?)dtype, Compile(reduction, dtype)))
            : [(null, Compile(reduction, null))];

    // The processor's loop takes an element in the type that it is only converted to; a program reads it as it is stored, and converts it.
    static BodyModel TakenAsStored(ReductionModel reduction)
    {
        BodyModel body = reduction.Accumulate.Body;
        ElementType stored = reduction.Head.Parameters[0].Type;
        if (stored == reduction.Element)
        {
            return body;
        }

        const int Unused = -1;
        return body with
        {
            Instructions = body.Instructions.SelectMany(instruction =>
                instruction is ParameterInstruction parameter && parameter.Index == reduction.Accumulator.Count
                    ? [parameter with { Id = Unused, Type = stored }, new ConvertInstruction(parameter.Id, parameter.Type, null, Unused, Native: false)]
                    : new[] { instruction }).ToEquatableArray(),
        };
    }
}
