using System.Numerics;
using System.Runtime.CompilerServices;

namespace TypedTensors;

/// <summary>What a row is moved and scaled by so that it has mean 0 and variance 1.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Factor">The reciprocal of the standard deviation.</param>
internal readonly record struct RowStandard<T>(T Mean, T Factor)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The moments of a row: first the mean, then the squares of what elements differ from it by, while the row is in the first-level cache.</summary>
    public static RowStandard<T> Of<TUnit>(ref readonly T x, nuint length, T epsilon)
        where TUnit : struct, IRowUnit<TUnit, T>
    {
        T count = T.CreateTruncating(length);
        T mean = RowSum.Of<T, TUnit, RowElements<T, TUnit>>(in x, length, default, ref Unsafe.NullRef<T>()) / count;
        return new RowStandard<T>(mean, FactorOf<TUnit>(in x, length, mean, epsilon));
    }

    /// <summary>The reciprocal of the root of the mean square of what elements differ from a number by.</summary>
    public static T FactorOf<TUnit>(ref readonly T x, nuint length, T origin, T epsilon)
        where TUnit : struct, IRowUnit<TUnit, T>
    {
        T squares = RowSum.Of<T, TUnit, RowSquares<T, TUnit>>(in x, length, new(origin), ref Unsafe.NullRef<T>());
        return T.One / T.Sqrt((squares / T.CreateTruncating(length)) + epsilon);
    }
}
