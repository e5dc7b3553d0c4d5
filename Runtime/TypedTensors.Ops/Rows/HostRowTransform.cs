using System.Numerics;
using System.Runtime.Intrinsics;
using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>Transforms rows in this process, in the widest vectors that it has.</summary>
internal static class HostRowTransform
{
    /// <summary>Whether there are units of a dtype, and its rows can be spans.</summary>
    public static bool Takes<T>(nint rowLength)
        where T : unmanaged => (typeof(T) == typeof(float) || typeof(T) == typeof(double)) && rowLength <= int.MaxValue;

    /// <summary>Transforms all rows into a destination, or into a new tensor.</summary>
    /// <returns>The tensor written.</returns>
    /// <inheritdoc cref="RowTransform.Run"/>
    public static Tensor<T, Cpu> Run<T, TTransform>(
        string operation, Tensor<T, Cpu> x, nint rowLength, Tensor<T, Cpu>? weight, Tensor<T, Cpu>? bias, Tensor<T, Cpu>? destination, TTransform transform)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TTransform : struct, IUnitTransform<T>
    {
        destination ??= Tensor<T, Cpu>.Empty(x.Shape);
        RowTransform.Run(operation, x, rowLength, weight, bias, destination, new Widest<T, TTransform>(transform));
        return destination;
    }

    private readonly struct Widest<T, TTransform>(TTransform transform) : IRowTransform<T>
        where T : unmanaged, IFloatingPointIeee754<T>
        where TTransform : struct, IUnitTransform<T>
    {
        public void Run(nint row, ReadOnlySpan<T> x, ReadOnlySpan<T> weight, ReadOnlySpan<T> bias, Span<T> result)
        {
            if (Vector512.IsHardwareAccelerated)
            {
                transform.Run<RowUnit512<T>>(row, x, weight, bias, result);
            }
            else if (Vector256.IsHardwareAccelerated)
            {
                transform.Run<RowUnit256<T>>(row, x, weight, bias, result);
            }
            else
            {
                transform.Run<RowUnit128<T>>(row, x, weight, bias, result);
            }
        }
    }
}
