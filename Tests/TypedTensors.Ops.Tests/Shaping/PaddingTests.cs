namespace TypedTensors.Ops.Tests.Shaping;

/// <summary>Borders, against NumPy 1.24.</summary>
public class PaddingTests
{
    static Tensor<int, Device> A => Shaped.Numbers(2, 3);

    [DeviceFact]
    public void Constant_IsNumpys()
    {
        Shaped.Is(A.Pad([(1, 0), (0, 2)], value: 9), [3, 5], 9, 9, 9, 9, 9, 0, 1, 2, 9, 9, 3, 4, 5, 9, 9);
        Shaped.Is(Tensor<int, Device>.Zeros(0, 1).Pad(1, value: 4), [2, 3], 4, 4, 4, 4, 4, 4);
        Shaped.Is(Tensor<int, Device>.Scalar(3).Pad([]), [], 3);
        Shaped.Is(A.Pad(0), [2, 3], 0, 1, 2, 3, 4, 5);
        Check.Elements(Shaped.On(1f).Pad(1, value: float.NaN), float.NaN, 1, float.NaN);
    }

    [DeviceFact]
    public void Edge_IsNumpys()
    {
        Shaped.Is(Vector.Pad([(2, 3)], PadMode.Edge), [9], 1, 1, 1, 2, 3, 4, 4, 4, 4);
        Shaped.Is(A.Pad([(1, 2), (2, 1)], PadMode.Edge), [5, 6], 0, 0, 0, 1, 2, 2, 0, 0, 0, 1, 2, 2, 3, 3, 3, 4, 5, 5, 3, 3, 3, 4, 5, 5, 3, 3, 3, 4, 5, 5);
        Shaped.Is(A.Transpose().Pad(1, PadMode.Edge), [5, 4], 0, 0, 3, 3, 0, 0, 3, 3, 1, 1, 4, 4, 2, 2, 5, 5, 2, 2, 5, 5);
    }

    [DeviceFact]
    public void Reflect_IsNumpys()
    {
        Shaped.Is(Vector.Pad([(2, 3)], PadMode.Reflect), [9], 3, 2, 1, 2, 3, 4, 3, 2, 1);
        Shaped.Is(Vector[..3].Pad([(7, 8)], PadMode.Reflect), [18], 2, 3, 2, 1, 2, 3, 2, 1, 2, 3, 2, 1, 2, 3, 2, 1, 2, 3);
        Shaped.Is(A.Pad([(1, 2), (2, 1)], PadMode.Reflect), [5, 6], 5, 4, 3, 4, 5, 4, 2, 1, 0, 1, 2, 1, 5, 4, 3, 4, 5, 4, 2, 1, 0, 1, 2, 1, 5, 4, 3, 4, 5, 4);
        Shaped.Is(A.Transpose().Pad(1, PadMode.Reflect), [5, 4], 4, 1, 4, 1, 3, 0, 3, 0, 4, 1, 4, 1, 5, 2, 5, 2, 4, 1, 4, 1);
        Shaped.Is(Shaped.On(7).Pad([(2, 1)], PadMode.Reflect), [4], 7, 7, 7, 7);
    }

    [DeviceFact]
    public void Wrap_IsNumpys()
    {
        Shaped.Is(Vector.Pad([(2, 3)], PadMode.Wrap), [9], 3, 4, 1, 2, 3, 4, 1, 2, 3);
        Shaped.Is(Vector[..3].Pad([(7, 8)], PadMode.Wrap), [18], 3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2);
        Shaped.Is(A.Pad([(1, 2), (2, 1)], PadMode.Wrap), [5, 6], 4, 5, 3, 4, 5, 3, 1, 2, 0, 1, 2, 0, 4, 5, 3, 4, 5, 3, 1, 2, 0, 1, 2, 0, 4, 5, 3, 4, 5, 3);
        Shaped.Is(A.Transpose().Pad(1, PadMode.Wrap), [5, 4], 5, 2, 5, 2, 3, 0, 3, 0, 4, 1, 4, 1, 5, 2, 5, 2, 3, 0, 3, 0);
        Shaped.Is(Shaped.On(7).Pad([(2, 1)], PadMode.Wrap), [4], 7, 7, 7, 7);
    }

    [DeviceFact]
    public void EveryDtypeAndLayout_MovesUnchanged()
    {
        Shaped.SameInEveryDtype(default(All), 3, 5);
        foreach (PadMode mode in Enum.GetValues<PadMode>())
        {
            Shaped.SameOnEveryLayout(x => x.Pad(2, mode, 5f));
        }
    }

    [DeviceFact]
    public void WhatDoesNotFit_IsRefused()
    {
        Assert.Equal("Pad: 1 pairs of widths for shape [2, 3] of rank 2; it needs one for each axis.", Assert.Throws<ShapeException>(() => A.Pad([(1, 1)])).Message);
        Assert.Equal(
            "Pad: axis 1 of shape [2, 3] has the negative width -2; take a slice to cut elements off.", Assert.Throws<ShapeException>(() => A.Pad([(1, 1), (0, -2)])).Message);
        Assert.Equal(
            "Pad: axis 0 of shape [0, 3] has no elements to fill a border with; pad it with a constant.",
            Assert.Throws<ShapeException>(() => A[..0, ..].Pad(1, PadMode.Wrap)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => A.Pad(1, (PadMode)4));
    }

    static Tensor<int, Device> Vector => Shaped.On(1, 2, 3, 4);

    readonly struct All : IShapeOperation
    {
        public Tensor<T, Device> Run<T>(Tensor<T, Device> x)
            where T : unmanaged => x.Pad([(1, 2), (3, 0)]).Pad(2, PadMode.Reflect).Pad(1, PadMode.Edge).Pad([(0, 3), (4, 1)], PadMode.Wrap);
    }
}
