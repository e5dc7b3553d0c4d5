using TypedTensors.Compiler.Intrinsics;
using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Printing;

/// <summary>Estimates how much work a kernel does for one element, from which the runtime decides when threads pay.</summary>
public static class CostEstimate
{
    // What a loop of unknown length, and a function written elsewhere, are taken for.
    const int UnknownRounds = 8, UnknownFunction = 15;

    /// <summary>Estimates a kernel.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <returns>Roughly the number of machine operations, at least 1.</returns>
    public static int Of(KernelModel kernel)
    {
        var constants = kernel.Body.Instructions.OfType<ConstantInstruction>().ToDictionary(constant => constant.Id, constant => constant.Value.Bits);
        return (int)Math.Min(100_000, Math.Max(1, kernel.Body.Instructions.Sum(instruction => Of(instruction, constants))));
    }

    static long Of(Instruction instruction, Dictionary<int, long> constants) =>
        instruction switch
        {
            ConstantInstruction or ParameterInstruction or BitCastInstruction => 0,
            BinaryInstruction { Operator: BinaryOperator.Divide or BinaryOperator.Remainder } => 5,
            IntrinsicInstruction call => IntrinsicTable.Get(call.Intrinsic).Cost,
            CallInstruction => UnknownFunction,
            LoopInstruction loop => Rounds(loop, constants) * loop.Body.Sum(inner => Of(inner, constants)),
            _ => 1,
        };

    static long Rounds(LoopInstruction loop, Dictionary<int, long> constants) =>
        constants.TryGetValue(loop.Start, out long start) && constants.TryGetValue(loop.Bound, out long bound)
            ? Math.Max(1, Math.Abs((bound - start) / Math.Max(1, Math.Abs(loop.Step))))
            : UnknownRounds;
}
