using TypedTensors.Testing.Generation;
using TypedTensors.Testing.Snapshots;

namespace TypedTensors.Generators.Tests.Kernels;

/// <summary>Whole emitted files of kernels over an index space: one without barriers, one with.</summary>
public class ComputeEmittedFileTests
{
    [Fact]
    public Task IndependentThreads() => Verify("""
        namespace MyApp;

        public static partial class Fractals
        {
            /// <summary>Escape counts of the Mandelbrot set.</summary>
            /// <param name="counts">Where the counts go.</param>
            [Kernel(16, 16, Over = nameof(counts))]
            public static void Mandelbrot(Threads at, Buffer2D<int> counts, float left, float top, float step, int limit = 100)
            {
                if (at.X >= counts.Columns || at.Y >= counts.Rows)
                {
                    return;
                }

                float real = left + at.X * step, imaginary = top - at.Y * step; // the point
                float x = 0, y = 0;
                int n = 0;
                while (n < limit && x * x + y * y <= 4)
                {
                    (x, y) = (x * x - y * y + real, 2 * x * y + imaginary);
                    n++;
                }

                counts[at.Y, at.X] = n;
            }
        }
        """);

    [Fact]
    public Task ThreadsThatShare() => Verify("""
        namespace MyApp;

        internal static partial class Products
        {
            /// <summary>The product of two matrices, tile by tile.</summary>
            [Kernel(16, 16, Over = nameof(product))]
            internal static void Multiply<T>(Threads at, ReadOnlyBuffer2D<T> a, ReadOnlyBuffer2D<T> b, Buffer2D<T> product)
                where T : unmanaged, System.Numerics.INumber<T>
            {
                Span<T> tileA = at.Shared<T>(16 * 16), tileB = at.Shared<T>(16 * 16);
                int place = at.LocalY * 16 + at.LocalX;
                T sum = T.Zero;
                for (int start = 0; start < a.Columns; start += 16)
                {
                    int column = start + at.LocalX, row = start + at.LocalY;
                    tileA[place] = at.Y < a.Rows && column < a.Columns ? a[at.Y, column] : T.Zero;
                    tileB[place] = row < b.Rows && at.X < b.Columns ? b[row, at.X] : T.Zero;
                    at.Barrier();
                    for (int k = 0; k < 16; k++)
                    {
                        sum += tileA[at.LocalY * 16 + k] * tileB[k * 16 + at.LocalX];
                    }

                    at.Barrier();
                }

                if (at.Y < product.Rows && at.X < product.Columns)
                {
                    product[at.Y, at.X] = sum;
                }
            }
        }
        """);

    static async Task Verify(string source, [System.Runtime.CompilerServices.CallerMemberName] string testMethod = "")
    {
        (string hintName, string text) = Assert.Single(GeneratorHarness.Run(source).Sources);
        await Snapshot.Verify(text, hintName, testMethod: testMethod);
    }
}
