using TypedTensors.Compiler.Intrinsics;
using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Printing;

/// <summary>Looks for what has no vector form that gives the scalar form's bits; a kernel that has it runs element by element.</summary>
sealed class LaneObstacles(LanePlan plan)
{
    public string? Find(IEnumerable<Instruction> instructions) =>
        instructions.Select(Find).FirstOrDefault(obstacle => obstacle is not null);

    string? Find(Instruction instruction)
    {
        if (instruction is LoopInstruction loop)
        {
            return Find(loop.Body);
        }

        if (plan.IsUniform(instruction.Id))
        {
            return null;
        }

        return instruction switch
        {
            IntrinsicInstruction call => FindInCall(IntrinsicTable.Get(call.Intrinsic), plan.TypeOf(call.Arguments[0])),
            CallInstruction call when call.Arguments.Concat([call.Id]).Select(plan.TypeOf).Where(type => !type.IsBoolean).All(plan.IsNarrow)
                => $"{call.Method} has lanes of another size than the rest",
            BitCastInstruction cast when plan.IsNarrow(cast.Type) => "it reads bits of values narrower than its lanes",
            ConvertInstruction conversion => FindInConversion(plan.TypeOf(conversion.Operand), conversion.Type),
            BinaryInstruction { Operator: BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight or BinaryOperator.ShiftRightLogical } shift
                when plan.IsNarrow(shift.Type) && !plan.IsUniform(shift.Right) => "it shifts values narrower than its lanes by counts of their own",
            _ => null,
        };
    }

    string? FindInCall(Intrinsic function, ElementType type) =>
        type.IsGeneric && function.HasInt ? $"{function.Name} pairs {type.Name} with int, whose lanes would differ in size"
        : plan.IsNarrow(type) && !function.IsExactInDouble ? $"{function.Name} has lanes of another size than the rest"
        : null;

    // Rounding a long to double and then to float is not rounding it to float.
    static string? FindInConversion(ElementType from, ElementType to) =>
        from.IsGeneric || to.IsGeneric ? "it converts between types whose lanes would differ in size"
        : from.IsInteger && from.Size == 8 && to.Kind == ElementKind.Single ? "it rounds 64-bit integers to float"
        : null;
}
