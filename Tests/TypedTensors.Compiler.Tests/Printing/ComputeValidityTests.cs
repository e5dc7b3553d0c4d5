using TypedTensors.Compiler.Devices;
using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Printing.Hlsl;
using TypedTensors.Compiler.Printing.Spirv;
using TypedTensors.Testing.Devices;
using TypedTensors.Testing.Generation;

namespace TypedTensors.Compiler.Tests.Printing;

/// <summary>Kernels over an index space: every SPIR-V module passes the validator, and glslang compiles every HLSL text.</summary>
public class ComputeValidityTests
{
    [ToolTheory(SpirvTools.Validator)]
    [InlineData("static void F(Threads at, Buffer2D<int> x, float a) { if (at.X >= x.Columns || at.Y >= x.Rows) return; int n = 0; float y = 0; while (n < 9 && y < a) { y = y * y + a; n++; } x[at.Y, at.X] = n; }")]
    [InlineData("static void F<T>(Threads at, ReadOnlyBuffer1D<T> x, Buffer1D<T> y, T factor) where T : unmanaged, INumber<T> { if (at.X < y.Length) { y[at.X] = x[at.X] * factor + T.One; y[at.X] += x[0] > T.Zero ? x[at.X - 1] : T.Zero; } }")]
    [InlineData("static void F(Threads at, Buffer1D<float> x) { Span<float> all = at.Shared<float>(64); Span<float> own = stackalloc float[4]; all[at.LocalIndex] = x[at.X]; at.Barrier(); for (int i = 0; i < 4; i++) { if (i == 2) continue; own[i] += all[(at.LocalX + i) % 64]; } x[at.X] = own[0] + own[3]; }")]
    [InlineData("static void F(Threads at, Buffer1D<float> x, int n) { for (int step = 32; step > 0; step /= 2) { at.Barrier(); float y = x[step]; while (true) { if (y > n) break; y += MathF.Exp(y); if (y < 0) { y = 1; continue; } } x[at.X] = y; } if (x[0] < 0) return; x[1] = 2; }")]
    [InlineData("static void F(Threads at, Buffer1D<bool> x) { int i = 0; do { i++; if (i == 3) continue; x[i] = !x[i] && G(i, 4); } while (i < 9 && x[i]); } static bool G(int n, int m) { for (int i = 2; i < n; i++) { for (int j = 0; j < m; j++) if (i * j == n) return false; } if (n > 5) return true; return m < n; }")]
    [InlineData("static void F(Threads at, Buffer4D<Half> a, ReadOnlyBuffer4D<byte> b, ReadOnlyBuffer4D<short> c, Buffer4D<sbyte> d, double s, bool t) { if (t) a[0, 1, at.Y, at.X] += (Half)b[0, 0, at.GroupX, at.GridX]; d[1, 2, c.Rows, c.Blocks] = (sbyte)(s * c[at.Z, 0, at.LocalZ, at.LocalY]); }")]
    public async Task Programs_AreValid(string methods)
    {
        ComputeModel kernel = KernelSource.ComputeModel(methods, "8, 8");
        foreach ((ElementKind? dtype, ComputeDeviceModel model) in ComputeCompiler.CompileAll(kernel))
        {
            await SpirvTools.Validate(ComputePrinter.Print(model));
            bool canSay = HlslComputePrinter.CanSay(model);
            Assert.Equal(dtype is not (ElementKind.Int64 or ElementKind.UInt64), canSay);
            if (canSay)
            {
                await Glslang.Compile(HlslComputePrinter.Print(model));
            }
        }
    }
}
