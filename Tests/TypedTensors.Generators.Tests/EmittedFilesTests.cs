using TypedTensors.Testing.Generation;
using TypedTensors.Testing.Snapshots;

namespace TypedTensors.Generators.Tests;

/// <summary>Whole emitted files, one of each kind.</summary>
public class EmittedFilesTests
{
    [Fact]
    public Task ConcreteKernel() => Verify("""
        namespace MyApp;

        public static partial class Activations
        {
            /// <summary>Swish: the input gated by its own sigmoid.</summary>
            /// <param name="x">The input.</param>
            /// <param name="beta">How sharp the gate is; see <see cref="MathF.Exp(float)"/>.</param>
            [Elementwise]
            public static float Swish(float x, float beta) => x / (1 + MathF.Exp(-beta * x)); // one pass
        }
        """);

    [Fact]
    public Task GenericKernel() => Verify("""
        namespace MyApp;

        public static partial class Selection
        {
            [Elementwise]
            internal static T Where<T>(bool condition, T x, T y)
                where T : System.Numerics.INumberBase<T>
            {
                if (condition)
                {
                    return x;
                }

                return y;
            }
        }
        """);

    [Fact]
    public Task SeveralResults() => Verify("""
        public static partial class Polar
        {
            [Elementwise]
            public static (double Radius, double Angle) ToPolar(double x, double y = 0, [Scalar] int turns = 1)
            {
                double angle = Math.Atan2(y, x);
                for (int turn = 1; turn < turns; turn++)
                {
                    angle += 2 * Math.PI;
                }

                return (Math.Sqrt(x * x + y * y), angle);
            }
        }
        """);

    [Fact]
    public Task Reduction() => Verify("""
        namespace MyApp;

        public static partial class Statistics
        {
            /// <summary>The mean of the squares, times a gain.</summary>
            [Reduction("MeanPower")]
            public static class Power
            {
                public static double Identity => 0;

                /// <summary>The square.</summary>
                public static double Map(float sample) => (double)sample * sample;

                public static double Combine(double left, double right) => left + right;

                /// <param name="gain">What the mean is multiplied by.</param>
                public static double Finish(double total, long count, double gain = 1) => gain * total / count;
            }
        }
        """);

    [Fact]
    public async Task KernelFunctions()
    {
        GeneratorRun run = GeneratorHarness.Run("""
            namespace MyApp;

            public static partial class Helpers
            {
                /// <summary>The square of x.</summary>
                /// <param name="x">Any number.</param>
                [KernelFunction]
                public static float Square(float x) => x * x;

                /// <inheritdoc cref="Square(float)"/>
                [KernelFunction]
                public static double Square(double x) => x * x;
            }
            """);
        Assert.Equal(["MyApp.Helpers.Square.Double.g.cs", "MyApp.Helpers.Square.Single.g.cs"], run.Sources.Keys);
        await Snapshot.Verify(run.Sources["MyApp.Helpers.Square.Double.g.cs"], "MyApp.Helpers.Square.Double.g.cs");
    }

    static async Task Verify(string source, [System.Runtime.CompilerServices.CallerMemberName] string testMethod = "")
    {
        (string hintName, string text) = Assert.Single(GeneratorHarness.Run(source).Sources);
        await Snapshot.Verify(text, hintName, testMethod: testMethod);
    }
}
