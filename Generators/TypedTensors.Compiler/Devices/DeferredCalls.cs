using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Devices;

/// <summary>
/// Finds calls whose value only one choice reads: <c>x > limit ? F(x) : G(x)</c>. Where F is a long function, most elements should not compute it for nothing.
/// </summary>
sealed class DeferredCalls
{
    // Shorter functions cost less than the branch that would skip them.
    const int LongFunction = 64;

    readonly Dictionary<SelectInstruction, Instruction> _calls = [];
    readonly HashSet<int> _ids = [];

    public DeferredCalls(BodyModel body)
    {
        Dictionary<int, int> uses = [];
        Count(body.Instructions, uses);
        foreach (int result in body.Results)
        {
            Use(result, uses);
        }

        Find(body.Instructions, uses);
    }

    /// <summary>Whether a function is long enough.</summary>
    public static bool IsWorthwhile(DeviceFunctionModel callee) => callee.Body.Instructions.Count > LongFunction;

    /// <summary>Whether a call is to be made where it is chosen.</summary>
    public bool IsDeferred(int id, DeviceFunctionModel callee) => _ids.Contains(id) && IsWorthwhile(callee);

    /// <summary>The call that a choice makes, or null.</summary>
    public Instruction? CallOf(SelectInstruction select) => _calls.TryGetValue(select, out Instruction? call) ? call : null;

    void Find(IEnumerable<Instruction> region, Dictionary<int, int> uses)
    {
        Dictionary<int, Instruction> calls = [];
        foreach (Instruction instruction in region)
        {
            switch (instruction)
            {
                case CallInstruction or IntrinsicInstruction when uses.TryGetValue(instruction.Id, out int count) && count == 1:
                    calls[instruction.Id] = instruction;
                    break;
                case SelectInstruction select when (calls.TryGetValue(select.WhenTrue, out Instruction? call) || calls.TryGetValue(select.WhenFalse, out call))
                    && call.Id != select.Condition:
                    _calls[select] = call;
                    _ids.Add(call.Id);
                    break;
                case LoopInstruction loop:
                    Find(loop.Body, uses);
                    break;
            }
        }
    }

    static void Count(IEnumerable<Instruction> instructions, Dictionary<int, int> uses)
    {
        foreach (Instruction instruction in instructions)
        {
            foreach (int operand in instruction.Operands)
            {
                Use(operand, uses);
            }

            if (instruction is LoopInstruction loop)
            {
                Count(loop.Body, uses);
                foreach (LoopVariable variable in loop.Variables)
                {
                    Use(variable.Next, uses);
                }
            }
        }
    }

    static void Use(int id, Dictionary<int, int> uses) => uses[id] = (uses.TryGetValue(id, out int count) ? count : 0) + 1;
}
