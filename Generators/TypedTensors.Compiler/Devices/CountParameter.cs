using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Devices;

/// <summary>
/// The number of elements that a reduction's result depends on is a 64-bit integer, which not every device has. Where it is only ever converted to one
/// floating-point type, it is handed over in that type.
/// </summary>
static class CountParameter
{
    static readonly ElementType Int64 = new(ElementKind.Int64);

    /// <summary>Rewrites a lowered body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="index">The index of the parameter.</param>
    /// <returns>The body and the type that the parameter has in it.</returns>
    public static (BodyModel Body, ElementType Type) Simplify(BodyModel body, int index)
    {
        if (body.Instructions.OfType<ParameterInstruction>().FirstOrDefault(parameter => parameter.Index == index) is not { } count)
        {
            return (body, ElementType.Int32);
        }

        Instruction[] readers = [.. body.Instructions.Where(instruction => instruction is LoopInstruction || instruction.Operands.Contains(count.Id))];
        if (body.Results.Contains(count.Id) || readers.Length != 1 || readers[0] is not ConvertInstruction { Type.IsFloating: true } converted)
        {
            return (body, Int64);
        }

        // The conversion gives way to a parameter of its result's type.
        return (body with
        {
            Instructions = body.Instructions.Where(instruction => instruction.Id != count.Id)
                .Select(instruction => instruction.Id == converted.Id ? count with { Id = converted.Id, Type = converted.Type } : instruction)
                .ToEquatableArray(),
        }, converted.Type);
    }
}
