using System.Numerics;

namespace TypedTensors.Ops.Tests;

/// <summary>Tensors of every kind of layout, with small whole numbers of mixed order.</summary>
static class Layouts
{
    /// <summary>Tensors with at least one element.</summary>
    public static IEnumerable<Tensor<T, TDevice>> Of<T, TDevice>()
        where T : unmanaged, INumberBase<T>
        where TDevice : struct, IDevice
    {
        yield return Filled<T, TDevice>(2, 3, 4);
        yield return Filled<T, TDevice>(4, 2, 3).Permute(1, 2, 0);
        yield return Filled<T, TDevice>(2, 3, 4).Flip(0, 2);
        yield return Filled<T, TDevice>(4, 3, 9)[new Slice(step: 2), .., new Slice(start: 8, step: -2)];
        yield return Filled<T, TDevice>(3, 1).BroadcastTo(2, 3, 4);
        yield return Filled<T, TDevice>(2, 1, 3, 2);
        yield return Filled<T, TDevice>(7, 5).Transpose();
        yield return Filled<T, TDevice>(6, 6).Diagonal();
        yield return Filled<T, TDevice>(300);
        yield return Filled<T, TDevice>(1, 1);
        yield return Filled<T, TDevice>();
    }

    /// <summary>Tensors without elements.</summary>
    public static IEnumerable<Tensor<T, TDevice>> Empty<T, TDevice>()
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        yield return Tensor<T, TDevice>.Zeros(0);
        yield return Tensor<T, TDevice>.Zeros(2, 0, 3);
        yield return Tensor<T, TDevice>.Zeros(0, 3).Transpose();
        yield return Tensor<T, TDevice>.Zeros(0, 0);
    }

    /// <summary>A contiguous tensor with the numbers 1 to 100 in mixed order.</summary>
    public static Tensor<T, TDevice> Filled<T, TDevice>(params nint[] shape)
        where T : unmanaged, INumberBase<T>
        where TDevice : struct, IDevice
    {
        nint length = shape.Aggregate((nint)1, (product, axis) => product * axis);
        return Enumerable.Range(0, (int)length).Select(position => T.CreateTruncating((position * 37 % 101) + 1)).ToArray().AsTensor(shape).To<TDevice>();
    }
}
