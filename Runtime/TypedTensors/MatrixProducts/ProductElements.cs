using System.Numerics;
using System.Runtime.CompilerServices;

namespace TypedTensors.MatrixProducts;

/// <summary>What the lanes of a vector compute, for one element.</summary>
internal static unsafe class ProductElements
{
    /// <summary>Adds to an element the product of two others; of float and double rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MultiplyAdd<T>(T* x, T* y, T* sum)
        where T : unmanaged, INumber<T>
    {
        if (typeof(T) == typeof(float))
        {
            *(float*)sum = MathF.FusedMultiplyAdd(*(float*)x, *(float*)y, *(float*)sum);
        }
        else if (typeof(T) == typeof(double))
        {
            *(double*)sum = Math.FusedMultiplyAdd(*(double*)x, *(double*)y, *(double*)sum);
        }
        else
        {
            *sum += *x * *y;
        }
    }
}
