using Xunit;

namespace TypedTensors.Testing.Devices;

/// <summary>A test that runs a program which a machine may lack, and is skipped there.</summary>
public sealed class ToolFactAttribute : FactAttribute
{
    /// <summary>Names the program.</summary>
    /// <param name="tool">The program.</param>
    public ToolFactAttribute(string tool) => Skip = Tool.ReasonToSkip(tool);
}

/// <summary>A test over several data that runs a program which a machine may lack, and is skipped there.</summary>
public sealed class ToolTheoryAttribute : TheoryAttribute
{
    /// <summary>Names the program.</summary>
    /// <param name="tool">The program.</param>
    public ToolTheoryAttribute(string tool) => Skip = Tool.ReasonToSkip(tool);
}
