using TypedTensors.Testing.Generation;

namespace TypedTensors.Compiler.Tests.Parsing;

/// <summary>Branches become choices between values that have both been computed.</summary>
public class BranchTests
{
    [Fact]
    public void EarlyReturn_TakesPrecedenceOverWhatFollows() => Assert.Equal(
        """
        static float Evaluate(float x) =>
            x < 0f ? 0f : x > 6f ? 6f : x;
        """,
        KernelSource.Print("static float F(float x) { if (x < 0) return 0; if (x > 6) return 6; return x; }"));

    [Fact]
    public void IfElse_JoinsTheLocalsItAssigns() => Assert.Equal(
        """
        static float Evaluate(float x)
        {
            float y = x > 0f ? x * 2f : x + 1f;
            return y * y;
        }
        """,
        KernelSource.Print("static float F(float x) { float y; if (x > 0) { y = x * 2; } else { y = x + 1; } return y * y; }"));

    [Fact]
    public void ReturnInBothBranches_NeedsNothingAfter() => Assert.Equal(
        """
        static float Evaluate(float x) =>
            x > 0f ? x : -x;
        """,
        KernelSource.Print("static float F(float x) { if (x > 0) { return x; } else { return -x; } }"));

    [Fact]
    public void ReturnInANestedBranch_NeedsBothConditions() => Assert.Equal(
        """
        static float Evaluate(float x, float y)
        {
            bool condition = x > 0f;
            float z = condition ? 2f : 3f;
            return condition & (y > 0f) ? 1f : z;
        }
        """,
        KernelSource.Print("static float F(float x, float y) { float z = 3; if (x > 0) { if (y > 0) return 1; z = 2; } return z; }"));

    [Fact]
    public void SwitchOverConstants_BecomesAChainOfChoices() => Assert.Equal(
        """
        static float Evaluate(int mode, float x) =>
            mode == 0 ? x : (mode == 1) | (mode == 2) ? x * x : 0f;
        """,
        KernelSource.Print("""
            static float F(int mode, float x)
            {
                switch (mode)
                {
                    case 0: return x;
                    default: return 0;
                    case 1: case 2: return x * x;
                }
            }
            """));

    [Fact]
    public void SwitchExpression_GivesItsLastArmWhatIsLeft() => Assert.Equal(
        """
        static float Evaluate(float x) =>
            x < 0f ? -1f : x == 0f ? 0f : 1f;
        """,
        KernelSource.Print("static float F(float x) => x switch { < 0 => -1f, 0 => 0f, _ => 1f };"));

    [Fact]
    public void LogicalOperators_LookAtBothSides() => Assert.Equal(
        """
        static bool Evaluate(float x) =>
            (x > 0f) & !float.IsNaN(x);
        """,
        KernelSource.Print("static bool F(float x) => x > 0 && !float.IsNaN(x);"));
}
