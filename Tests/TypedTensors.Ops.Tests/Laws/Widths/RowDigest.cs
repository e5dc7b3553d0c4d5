using System.Numerics;
using System.Runtime.InteropServices;

namespace TypedTensors.Ops.Tests.Laws.Widths;

/// <summary>Numbers that stand for the bits of operations on rows, to compare vectors of different widths.</summary>
static class RowDigest
{
    public static IEnumerable<(string Name, ulong Digest)> All() => Of<float, Cpu>().Concat(Of<double, Cpu>());

    static IEnumerable<(string Name, ulong Digest)> Of<T, TDevice>()
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        string dtype = Dtypes.NameOf(Dtypes.Of<T>());
        yield return ($"Softmax on {dtype}", Digest<T, TDevice>(x => x.Softmax(1)));
        yield return ($"LogSoftmax on {dtype}", Digest<T, TDevice>(x => x.LogSoftmax(1)));
        yield return ($"LayerNorm on {dtype}", Digest<T, TDevice>(x => x.LayerNorm()));
        yield return ($"LayerNorm with factors on {dtype}", Digest<T, TDevice>(x => x.LayerNorm(x[0, ..], x[1, ..])));
        yield return ($"RmsNorm on {dtype}", Digest<T, TDevice>(x => x.RmsNorm(x[1, ..])));
        yield return ($"GroupNorm on {dtype}", Digest<T, TDevice>(x => x.Unsqueeze(0).GroupNorm(5, x[..10, 0], x[..10, 0])));
    }

    /// <summary>Ten rows each that end within a unit, at the end of one, and behind a block; enough for several threads.</summary>
    static ulong Digest<T, TDevice>(Func<Tensor<T, TDevice>, Tensor<T, TDevice>> operation)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        ulong digest = 14695981039346656037;
        foreach (int length in (int[])[1, 5, 64, 77, 1027, 5000])
        {
            Tensor<T, TDevice> x = Tensor<T, TDevice>.FromFunction(index => T.CreateTruncating(Math.Sin((index[0] * length + index[1]) * 0.7) * 30), 10, length);
            foreach (byte part in MemoryMarshal.AsBytes<T>(operation(x).ToArray()))
            {
                digest = (digest ^ part) * 1099511628211;
            }
        }

        return digest;
    }
}
