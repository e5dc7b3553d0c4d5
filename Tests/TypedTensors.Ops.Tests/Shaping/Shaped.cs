using TypedTensors.Testing.Values;

namespace TypedTensors.Ops.Tests.Shaping;

/// <summary>What the tests of operations that move elements have in common.</summary>
static class Shaped
{
    /// <summary>The numbers 0, 1, 2, ... in a shape.</summary>
    public static Tensor<int, Device> Numbers(params nint[] shape) => Tensor<int, Device>.Arange((int)new Shape(shape).Length).Reshape(shape);

    /// <summary>The elements of a NumPy array that many tests index.</summary>
    public static Tensor<int, Device> Mixed => new[] { 3, -1, 4, 1, -5, 9, 2, -6, 5, 3, -5, 8 }.AsTensor(3, 4).To<Device>();

    /// <summary>Elements on the device.</summary>
    public static Tensor<T, Device> On<T>(params T[] elements)
        where T : unmanaged => elements.AsTensor().To<Device>();

    /// <summary>Checks shape and elements.</summary>
    public static void Is<T>(Tensor<T, Device> actual, nint[] shape, params T[] elements)
        where T : unmanaged
    {
        Assert.Equal(shape, actual.Shape.ToArray());
        Assert.Equal(elements, actual.ToArray());
    }

    /// <summary>An operation sees the same elements whatever their layout.</summary>
    public static void SameOnEveryLayout(Func<Tensor<float, Device>, Tensor<float, Device>> operation)
    {
        foreach (Tensor<float, Device> x in TypedTensors.Ops.Tests.Layouts.Of<float, Device>().Where(x => x.Rank > 0))
        {
            Tensor<float, Device> expected = operation(x.Clone()), actual = operation(x);
            Assert.Equal(expected.Shape, actual.Shape);
            Assert.Equal(expected.ToArray(), actual.ToArray());
        }
    }

    /// <summary>An operation moves elements of all dtypes of real numbers as it moves ints, to which they are cast.</summary>
    public static void SameInEveryDtype(IShapeOperation operation, params nint[] shape)
    {
        foreach (Dtype dtype in DtypeDispatch.Real)
        {
            Assert.True(DtypeDispatch.Run(dtype, new InDtype(operation, shape)), $"{dtype} moves in another way than int.");
        }
    }

    readonly struct InDtype(IShapeOperation operation, nint[] shape) : IDtypeAction<bool>
    {
        public bool Run<T>()
            where T : unmanaged
        {
            // 0 and 1 are values of all dtypes, in an order that a wrong move does not keep.
            Tensor<int, Device> x = Tensor<int, Cpu>.FromFunction(i => (int)((i * i * 7 / 3) + (i / 5)) & 1, new Shape(shape).Length).Reshape(shape).To<Device>();
            return operation.Run(x.Cast<T>()).Cast<int>().ToArray().SequenceEqual(operation.Run(x).ToArray());
        }
    }
}

/// <summary>An operation that moves elements of any dtype.</summary>
interface IShapeOperation
{
    /// <summary>Runs it.</summary>
    Tensor<T, Device> Run<T>(Tensor<T, Device> x)
        where T : unmanaged;
}
