using System.Numerics;
using System.Runtime.CompilerServices;
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

    /// <summary>Adds results to a digest, in the manner of FNV-1a, element by element; every NaN counts as the same.</summary>
    internal static ulong Add(ulong digest, Array[] results) =>
        results.Aggregate(digest, (sum, values) => DtypeDispatch.Run(DtypeDispatch.Of(values.GetType().GetElementType()!), new Fold(sum, values)));

    readonly record struct Fold(ulong Digest, Array Values) : IDtypeAction<ulong>
    {
        public ulong Run<T>()
            where T : unmanaged
        {
            ulong digest = Digest;
            foreach (T value in (T[])Values)
            {
                // The turn brings the upper bits down, on which a product does not depend otherwise.
                digest = BitOperations.RotateLeft((digest ^ BitsOf(value)) * 1099511628211, 29);
            }

            return digest;
        }

        static ulong BitsOf<T>(T value)
            where T : unmanaged
        {
            if ((typeof(T) == typeof(Half) && Half.IsNaN((Half)(object)value))
                || (typeof(T) == typeof(float) && float.IsNaN((float)(object)value))
                || (typeof(T) == typeof(double) && double.IsNaN((double)(object)value)))
            {
                return ulong.MaxValue;
            }

            ulong bits = 0;
            Unsafe.As<ulong, T>(ref bits) = value;
            return bits;
        }
    }
}
