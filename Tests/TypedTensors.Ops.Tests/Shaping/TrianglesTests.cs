using System.Numerics;

namespace TypedTensors.Ops.Tests.Shaping;

/// <summary>Triangles of matrices and coordinates of grids, against NumPy 1.24.</summary>
public abstract class TrianglesTests<TDevice>
    where TDevice : struct, IDevice, IComputes<long>, IComputes<ulong>, IComputes<double>
{
    [DeviceFact]
    public void Tril_IsNumpys()
    {
        Tensor<int, TDevice> x = Tensor<int, TDevice>.Arange(12).Reshape(3, 4);
        Is(x.Tril(), 0, 0, 0, 0, 4, 5, 0, 0, 8, 9, 10, 0);
        Is(x.Tril(1), 0, 1, 0, 0, 4, 5, 6, 0, 8, 9, 10, 11);
        Is(x.Tril(int.MinValue), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        Is(x.Tril(int.MaxValue), x.ToArray());
        Is(Tensor<int, TDevice>.Arange(8).Reshape(2, 2, 2).Tril(), 0, 0, 2, 3, 4, 0, 6, 7);
    }

    [DeviceFact]
    public void Triu_IsNumpys()
    {
        Tensor<int, TDevice> x = Tensor<int, TDevice>.Arange(12).Reshape(3, 4);
        Is(x.Triu(), 0, 1, 2, 3, 0, 5, 6, 7, 0, 0, 10, 11);
        Is(x.Triu(-1), 0, 1, 2, 3, 4, 5, 6, 7, 0, 9, 10, 11);
        Is(x.Triu(9), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        Is(x.Transpose().Triu(), 0, 4, 8, 0, 5, 9, 0, 0, 10, 0, 0, 0);
        Is(Tensor<float, TDevice>.Full(float.NaN, 2, 2).Triu(1), 0, float.NaN, 0, 0);
        Is(Tensor<bool, TDevice>.Ones(2, 2).Triu(), true, true, false, true);
        Assert.Equal([2, 0, 3], Tensor<int, TDevice>.Zeros(2, 0, 3).Triu().Shape.ToArray());
    }

    [DeviceFact]
    public void EveryDtype_KeepsItsElements()
    {
        Corner<sbyte>(Triangles.Tril); Corner<byte>(Triangles.Tril); Corner<short>(Triangles.Tril); Corner<ushort>(Triangles.Tril); Corner<int>(Triangles.Tril);
        Corner<uint>(Triangles.Tril); Corner<long>(Triangles.Tril); Corner<ulong>(Triangles.Tril); Corner<Half>(Triangles.Tril); Corner<float>(Triangles.Tril);
        Corner<double>(Triangles.Tril);

        static void Corner<T>(Func<Tensor<T, TDevice>, int, Tensor<T, TDevice>> tril)
            where T : unmanaged, INumber<T>
        {
            T three = T.CreateChecked(3), two = T.CreateChecked(2);
            Is(tril(new[] { T.One, three, two, T.One }.AsTensor(2, 2).To<TDevice>(), 0), T.One, T.Zero, two, T.One);
        }
    }

    [DeviceFact]
    public void AVector_HasNoTriangle() => Assert.Equal(
        "Tril: shape [3] has fewer than two axes; a triangle is one of a matrix.", Assert.Throws<ShapeException>(() => Tensor<int, TDevice>.Zeros(3).Tril()).Message);

    [DeviceFact]
    public void Meshgrid_IsNumpys()
    {
        Tensor<int, TDevice> a = new[] { 1, 2, 3 }.AsTensor().To<TDevice>(), b = new[] { 4, 5 }.AsTensor().To<TDevice>();
        Tensor<int, TDevice>[] xy = Tensor.Meshgrid([a, b]), ij = Tensor.Meshgrid([a, b], MeshgridOrder.IJ), xyz = Tensor.Meshgrid([a[..2], a[2..], b]);
        Assert.Equal([2, 3], xy[0].Shape.ToArray());
        Is(xy[0], 1, 2, 3, 1, 2, 3);
        Is(xy[1], 4, 4, 4, 5, 5, 5);
        Assert.Equal([3, 2], ij[0].Shape.ToArray());
        Is(ij[0], 1, 1, 2, 2, 3, 3);
        Is(ij[1], 4, 5, 4, 5, 4, 5);
        Assert.Equal([1, 2, 2], xyz[1].Shape.ToArray());
        Is(xyz[0], 1, 1, 2, 2);
        Is(xyz[1], 3, 3, 3, 3);
        Is(xyz[2], 4, 5, 4, 5);
        Is(Tensor.Meshgrid([a])[0], 1, 2, 3);
        Assert.Equal([2, 0], Tensor.Meshgrid([a[..0], b])[1].Shape.ToArray());
        Assert.True(xy[0].IsReadOnly && xy[0].SharesMemoryWith(a));
        Assert.Equal(
            "Meshgrid: coordinates 1 have shape [1, 3]; they lie along one axis.", Assert.Throws<ShapeException>(() => Tensor.Meshgrid([a, a.Unsqueeze(0)])).Message);
    }

    static void Is<T>(Tensor<T, TDevice> actual, params T[] elements)
        where T : unmanaged => Check.Elements(actual, elements);
}

/// <summary>The tests on the device of this project.</summary>
public sealed class DeviceTrianglesTests : TrianglesTests<Device>;
