using TypedTensors.Testing.Catalog;
using TypedTensors.Testing.Values;

namespace TypedTensors.Testing.Laws;

/// <summary>A number that stands for the bits of an operation's results over fixed arguments, to compare processes that compute in vectors of different widths.</summary>
public static class ResultDigest
{
    /// <summary>The digest of nothing.</summary>
    internal const ulong Start = 14695981039346656037;

    static readonly nint[][] Shapes = [[1], [7], [64], [257], [5, 33]];

    /// <summary>The digest of contiguous, strided and special arguments.</summary>
    public static ulong Of<TDevice>(Operation operation, Dtype dtype)
        where TDevice : struct, IDevice
    {
        var typed = new TypedOperation<TDevice>(operation, dtype);
        ulong digest = Start;
        foreach (nint[] shape in Shapes)
        {
            Samples samples = Samples.Draw(typed, (int)new Shape(shape).Length);
            digest = Add(digest, typed.Contiguous(samples, shape));
            digest = Add(digest, typed.Read(typed.Run(samples.Operands(operation, index =>
                Elements<TDevice>.Of(typed.Inputs[index]).Arranged(LayoutKind.ReversedEveryThird, samples.Columns[index], shape)))));
        }

        Samples special = Samples.Special(typed);
        return Add(digest, typed.Contiguous(special, 0, special.Length));
    }

    /// <summary>Adds results to a digest, by FNV-1a; every NaN counts as the same.</summary>
    internal static ulong Add(ulong digest, Array[] results)
    {
        foreach (Array values in results)
        {
            for (int i = 0; i < values.Length; i++)
            {
                foreach (byte part in Bits.IsNaN(values, i) ? "NaN"u8 : Bits.Bytes(values, i, 1))
                {
                    digest = (digest ^ part) * 1099511628211;
                }
            }
        }

        return digest;
    }
}
