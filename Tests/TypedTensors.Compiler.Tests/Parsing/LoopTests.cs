using TypedTensors.Testing.Generation;

namespace TypedTensors.Compiler.Tests.Parsing;

/// <summary>Loops count the same for all elements; who has left keeps its values.</summary>
public class LoopTests
{
    [Fact]
    public void CountedLoop_StaysALoop() => Assert.Equal(
        """
        static float Evaluate(float x)
        {
            float sum = 0f;

            for (int i = 0; i < 4; i++)
            {
                sum = sum * x + (float)i;
            }

            return sum;
        }
        """,
        KernelSource.Print("static float F(float x) { float sum = 0; for (int i = 0; i < 4; i++) sum = sum * x + i; return sum; }"));

    [Fact]
    public void ScalarParameter_MayBoundALoop() => Assert.Contains(
        "for (int i = 1; i <= rounds; i += 2)",
        KernelSource.Print("static float F(float x, [Scalar] int rounds) { for (int i = 1; i <= rounds; i += 2) x *= x; return x; }", bits: 512));

    [Fact]
    public void Break_LeavesElementsThatHaveLeftUnchanged() => Assert.Equal(
        """
        static Vector256<float> Evaluate(Vector256<float> x)
        {
            Vector256<float> active = Vector256<float>.AllBitsSet;
            Vector256<float> y = x;

            for (int i = 0; i < 9; i++)
            {
                if (active == Vector256<float>.Zero)
                {
                    break; // Every element has left the loop.
                }

                Vector256<float> condition = active & ~Vector256.GreaterThan(y, Vector256.Create<float>(100f));
                active = condition;
                y = Vector256.ConditionalSelect(condition, y * y, y);
            }

            return y;
        }
        """,
        KernelSource.Print("static float F(float x) { float y = x; for (int i = 0; i < 9; i++) { if (y > 100) break; y *= y; } return y; }", bits: 256));

    [Fact]
    public void VariablesThatReadEachOther_ChangeAtOnce() => Assert.Equal(
        """
        static float Evaluate(float a, float b)
        {
            float a2 = a;
            float b2 = b;

            for (int i = 0; i < 3; i++)
            {
                float nextA = b2;
                float nextB = a2;
                a2 = nextA;
                b2 = nextB;
            }

            return a2 - b2;
        }
        """,
        KernelSource.Print("static float F(float a, float b) { for (int i = 0; i < 3; i++) (a, b) = (b, a); return a - b; }"));

    [Fact]
    public void BoundThatDependsOnElements_IsAFault() => Assert.Equal(
        Compiler.Parsing.FaultKind.Loop,
        KernelSource.Fault("static float F(float x, int n) { for (int i = 0; i < n; i++) x *= x; return x; }").Kind);

    [Fact]
    public void WhileLoop_IsAFault() => Assert.Equal(
        Compiler.Parsing.FaultKind.Loop,
        KernelSource.Fault("static float F(float x) { while (x > 1) x /= 2; return x; }").Kind);
}
