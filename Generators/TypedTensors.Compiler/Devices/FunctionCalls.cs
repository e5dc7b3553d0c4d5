using TypedTensors.Compiler.Intrinsics;
using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Devices;

/// <summary>A function that a body calls.</summary>
/// <param name="ContainingType">The full name of the type that declares it, with <c>global::</c>.</param>
/// <param name="Method">Its name.</param>
/// <param name="Parameters">The types of its parameters, all concrete.</param>
readonly record struct FunctionCall(string ContainingType, string Method, EquatableArray<ElementType> Parameters)
{
    /// <summary>The function as messages name it.</summary>
    public override string ToString() =>
        $"{ContainingType.Replace("global::", "")}.{Method}({string.Join(", ", Parameters.Select(type => type.Name))})";
}

/// <summary>Finds the functions that a body calls and that a device needs the bodies of.</summary>
static class FunctionCalls
{
    const string KernelMath = "global::" + RuntimeNames.KernelMath;

    /// <summary>Rounds a float to <c>Half</c>; for kernels that compute in <c>Half</c> itself.</summary>
    public static FunctionCall RoundToHalf { get; } = new(KernelMath, "RoundToHalf", new[] { new ElementType(ElementKind.Single) }.ToEquatableArray());

    /// <summary>The remainder of floating numbers, which no device has exactly.</summary>
    public static FunctionCall RemainderOf(ElementType type) => new(KernelMath, "RemainderBySteps", new[] { type, type }.ToEquatableArray());

    /// <summary>Finds the calls in a body, those in loops too.</summary>
    /// <param name="body">The body.</param>
    /// <param name="choices">The types that a value of an open type may be computed in.</param>
    public static IEnumerable<FunctionCall> Of(BodyModel body, IReadOnlyList<ElementType> choices)
    {
        Dictionary<int, ElementType> types = [];
        return Of(body.Instructions, types, choices);
    }

    /// <summary>The call that an instruction is, or null when the lowering says it without one.</summary>
    public static FunctionCall? Of(Instruction instruction, Func<int, ElementType> typeOf) =>
        instruction switch
        {
            CallInstruction call when !IsOperator(call) => new(call.ContainingType, call.Method, call.Arguments.Select(typeOf).ToEquatableArray()),
            IntrinsicInstruction call when IntrinsicTable.Get(call.Intrinsic).Form == FunctionForm.KernelMath
                => new(KernelMath, call.Intrinsic, call.Arguments.Select(typeOf).ToEquatableArray()),
            BinaryInstruction { Operator: BinaryOperator.Remainder } remainder when typeOf(remainder.Left) is { IsInteger: false } type => RemainderOf(type),
            _ => null,
        };

    /// <summary>Whether a call of <c>KernelMath</c> is an operator, or an intrinsic, in disguise.</summary>
    public static bool IsOperator(CallInstruction call) =>
        call.ContainingType == KernelMath
        && (RuntimeNames.KernelMathOperators.Contains(call.Method) || IntrinsicTable.Find(call.Method) is { Form: not FunctionForm.KernelMath });

    static IEnumerable<FunctionCall> Of(IEnumerable<Instruction> instructions, Dictionary<int, ElementType> types, IReadOnlyList<ElementType> choices)
    {
        foreach (Instruction instruction in instructions)
        {
            types[instruction.Id] = instruction.Type;
            if (instruction is LoopInstruction loop)
            {
                foreach (LoopVariable variable in loop.Variables)
                {
                    types[variable.Inside] = variable.Type;
                }

                foreach (FunctionCall call in Of(loop.Body, types, choices))
                {
                    yield return call;
                }
            }
            else if (Of(instruction, id => types[id]) is { } call)
            {
                IEnumerable<ElementType> instances = call.Parameters.Any(type => type.IsGeneric) ? choices : [default];
                foreach (ElementType choice in instances)
                {
                    yield return call with { Parameters = call.Parameters.Select(type => type.IsGeneric ? choice : type).ToEquatableArray() };
                }
            }
        }
    }
}
