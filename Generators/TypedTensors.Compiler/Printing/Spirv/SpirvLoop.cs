namespace TypedTensors.Compiler.Printing.Spirv;

/// <summary>A structured loop in the making, with values that one round hands to the next.</summary>
sealed class SpirvLoop(SpirvFunction function, SpirvSection code)
{
    readonly uint _before = function.Block;
    readonly uint _continue = function.Module.NewId();
    readonly uint _after = function.Module.NewId();
    readonly Dictionary<uint, int> _nextPositions = [];

    /// <summary>The block that each round begins with.</summary>
    public uint Header { get; } = function.Module.NewId();

    /// <summary>Adds a value that rounds hand on; only at the beginning of the loop.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="initial">Its value in the first round.</param>
    /// <returns>Its value at the beginning of a round, and after the last.</returns>
    public uint Carry(uint type, uint initial)
    {
        const uint NotYetKnown = 0;
        uint id = function.Value(SpirvOp.Phi, type, initial, _before, NotYetKnown, _continue);
        _nextPositions.Add(id, code.Count - 2);
        return id;
    }

    /// <summary>Ends what is computed before each round; the round itself follows.</summary>
    /// <param name="condition">Whether the round takes place.</param>
    public void While(uint condition)
    {
        const uint NoControl = 0;
        uint round = function.Module.NewId();
        code.Add(SpirvOp.LoopMerge, _after, _continue, NoControl);
        code.Add(SpirvOp.BranchConditional, condition, round, _after);
        function.Begin(round);
    }

    /// <summary>Settles what a carried value is in the next round.</summary>
    public void Next(uint carried, uint value) => code.Patch(_nextPositions[carried], value);

    /// <summary>Ends the round and the loop.</summary>
    public void End()
    {
        function.Branch(_continue);
        code.Add(SpirvOp.Branch, Header);
        function.Begin(_after);
    }
}
