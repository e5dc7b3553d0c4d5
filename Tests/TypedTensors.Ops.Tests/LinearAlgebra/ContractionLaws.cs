using System.Numerics;

namespace TypedTensors.Ops.Tests;

/// <summary>Products along chosen axes on any device, against NumPy 1.24.</summary>
public static class ContractionLaws<TDevice>
    where TDevice : struct, IDevice, IComputes<long>, IComputes<ulong>, IComputes<double>
{
    /// <summary>Equations of Einstein's summation over <see cref="Operand{T}"/> with their results.</summary>
    static readonly (string Equation, nint[][] Operands, nint[] Shape, int[] Elements)[] Equations =
    [
        ("ij,jk->ik", [[2, 3], [3, 2]], [2, 2], [10, 17, -15, 59]),
        ("ij,jk", [[2, 3], [3, 2]], [2, 2], [10, 17, -15, 59]),
        ("ij->ji", [[2, 3]], [3, 2], [-3, 7, 4, 3, 0, -1]),
        ("ba", [[2, 3]], [3, 2], [-3, 7, 4, 3, 0, -1]),
        ("ii->i", [[3, 3]], [3], [-3, 3, -2]),
        ("ii", [[3, 3]], [], [-2]),
        ("iji->j", [[2, 3, 2]], [3], [-1, 5, 0]),
        ("ij->", [[2, 3]], [], [10]),
        ("ij->j", [[2, 3]], [3], [4, 7, -1]),
        ("i,j->ij", [[2], [3]], [2, 3], [6, -15, -3, -8, 20, 4]),
        ("i,i", [[3], [3]], [], [26]),
        ("ij,ij->ij", [[2, 3], [2, 3]], [2, 3], [6, 20, 0, 56, 12, 0]),
        ("bij,bjk->bik", [[2, 2, 3], [2, 3, 2]], [2, 2, 2], [10, 17, -15, 59, 36, 34, 28, 27]),
        ("...ij,...jk->...ik", [[2, 1, 2, 3], [3, 3, 1]], [2, 3, 2, 1], [26, 0, -8, 68, -9, 59, -4, -8, 56, 44, 50, 41]),
        ("...i->...", [[2, 3]], [2], [1, 9]),
        ("i...,i...->...", [[2, 3], [2, 1]], [3], [41, 7, -5]),
        ("ij,jk,kl->il", [[2, 3], [3, 2], [2, 2]], [2, 2], [24, 213, 133, 441]),
        ("bhqd,bhkd->bhqk", [[1, 2, 2, 3], [1, 2, 2, 3]], [1, 2, 2, 2], [26, -8, 0, 68, 50, 44, 41, 38]),
        ("ijk,jil->kl", [[2, 3, 2], [3, 2, 2]], [2, 2], [-3, 43, 52, 51]),
        ("ij,j->i", [[2, 3], [3]], [2], [26, 0]),
        ("i,ij,j->", [[2], [2, 3], [3]], [], [-38]),
        ("ij,kj->ki", [[2, 3], [2, 3]], [2, 2], [26, 0, -8, 68]),
        ("aB,Bc", [[2, 3], [3, 2]], [2, 2], [10, 17, -15, 59]),
        ("ij,jk->ik", [[2, 1], [3, 2]], [2, 2], [-9, -39, 12, 52]),
        ("ij,jk->ik", [[2, 0], [0, 2]], [2, 2], [0, 0, 0, 0]),
        ("i->", [[0]], [], [0]),
        (",i->i", [[], [3]], [3], [6, -15, -3]),
        ("ijij->ij", [[2, 3, 2, 3]], [2, 3], [-3, 2, 7, 1, 6, 0]),
        ("ij,kl->ilkj", [[2, 1], [2, 2]], [2, 2, 2, 1], [6, -3, -15, -24, -8, 4, 20, 32]),
    ];

    /// <summary>Every equation in every kind of dtype and layout.</summary>
    public static void Einsum()
    {
        foreach ((string equation, nint[][] shapes, nint[] shape, int[] elements) in Equations)
        {
            Verify<int>(equation, shapes, shape, elements, operands => LinearAlgebra.Einsum(equation, operands));
            Verify<long>(equation, shapes, shape, elements, operands => LinearAlgebra.Einsum(equation, operands));
            Verify<short>(equation, shapes, shape, elements, operands => LinearAlgebra.Einsum(equation, operands));
            Verify<float>(equation, shapes, shape, elements, operands => LinearAlgebra.Einsum(equation, operands));
            Verify<double>(equation, shapes, shape, elements, operands => LinearAlgebra.Einsum(equation, operands));
            Verify<Half>(equation, shapes, shape, elements, operands => LinearAlgebra.Einsum(equation, operands));
        }
    }

    /// <summary>The result never shares memory with an operand; NaN counts where it stands; white space does not.</summary>
    public static void EinsumOfOne()
    {
        Tensor<float, TDevice> x = Operand<float>(0, 2, 3);
        Assert.False(LinearAlgebra.Einsum("ij", x).SharesMemoryWith(x));
        Assert.False(LinearAlgebra.Einsum("ij->ji", x).SharesMemoryWith(x));
        Assert.True(LinearAlgebra.Einsum("ij->ji", x).IsContiguous);
        Tensor<float, TDevice> withNaN = new[] { 1, float.NaN, 2, 3 }.AsTensor(2, 2).To<TDevice>();
        Check.Elements(LinearAlgebra.Einsum(" i j -> i ", withNaN), float.NaN, 5);
        Check.Elements(LinearAlgebra.Einsum("i,i", new sbyte[] { 100, 100 }.AsTensor().To<TDevice>(), new sbyte[] { 2, 1 }.AsTensor().To<TDevice>()), (sbyte)44);
    }

    /// <summary>Faulty equations and operands that do not fit are named.</summary>
    public static void EinsumRefusals()
    {
        Tensor<float, TDevice> x = Operand<float>(0, 2, 3);
        Refuses<ArgumentException>("ij", "'ij' has 1 operands, but 2 are given.", x, x);
        Refuses<ArgumentException>("ij->k", "'ij->k': label 'k' of the result is in no operand.", x);
        Refuses<ArgumentException>("ij->ii", "'ij->ii': label 'i' is in the result twice.", x);
        Refuses<ArgumentException>("i1", "'i1': '1' in operand 0 is no label; labels are the letters a to z and A to Z.", x);
        Refuses<ArgumentException>("..i", "'..i': operand 0 may have one ellipsis of three dots.", x);
        Refuses<ArgumentException>("...i...", "'...i...': operand 0 may have one ellipsis of three dots.", x);
        Refuses<ArgumentException>("i->j->k", "'i->j->k': it has more than one '->'.", x);
        Refuses<ShapeException>("i,i", "'i,i': operand 0 has shape [2, 3] of rank 2, but 1 label.", x, x);
        Refuses<ShapeException>("ijk...", "'ijk...': operand 0 has shape [2, 3] of rank 2, but 3 labels.", x);
        Refuses<ShapeException>("ij,jk", "'ij,jk': label 'j' is 3 long in operand 0 of shape [2, 3], but 2 in operand 1 of shape [2, 3].", x, x);
        Refuses<ShapeException>("ii", "'ii': label 'i' is 2 and 3 long in operand 0 of shape [2, 3]; a diagonal has one length.", x);
        Refuses<ShapeException>("...,...", "'...,...': axis -2 of the ellipsis is 2 long in operand 0 of shape [2, 3], but 3 in operand 1 of shape [3, 2].", x, x.Transpose());
        Assert.Throws<ArgumentNullException>(() => LinearAlgebra.Einsum(null!, x));
        Assert.Throws<ArgumentNullException>(() => LinearAlgebra.Einsum<float, TDevice>("i", [null!]));
    }

    /// <summary>Products of vectors.</summary>
    public static void Vectors()
    {
        Check.Elements(Operand<int>(0, 3).Dot(Operand<int>(1, 3)), 26);
        Check.Elements(Operand<double>(0, 3).Flip().Dot(Operand<double>(1, 3).Flip()), 26d);
        Check.Elements(Tensor<float, TDevice>.Ones(0).Dot(Tensor<float, TDevice>.Ones(0)), 0f);
        Check.Elements(Tensor<Half, TDevice>.Ones(3000).Dot(Tensor<Half, TDevice>.Ones(3000)), (Half)3000);
        Check.Elements(Operand<int>(0, 2, 3).VecDot(Operand<int>(1, 3)), 26, 0);
        Check.Elements(Operand<float>(0, 3, 2).VecDot(Operand<float>(1, 3, 2), -2), 18f, 76);
        Check.Elements(Operand<int>(0, 2).Outer(Operand<int>(1, 3)), 6, -15, -3, -8, 20, 4);
        Assert.Equal([0, 3], Tensor<int, TDevice>.Ones(0).Outer(Operand<int>(1, 3)).Shape.AsSpan());
        Tensor<int, TDevice> written = Tensor<int, TDevice>.Empty(3, 2).Transpose();
        Assert.Same(written, Operand<int>(0, 2).Outer(Operand<int>(1, 3), written));
        Check.Elements(written, 6, -15, -3, -8, 20, 4);

        Tensor<int, TDevice> matrix = Operand<int>(0, 2, 3), vector = Operand<int>(0, 3);
        Says("Dot: shapes [2, 3] and [3]: both operands must be vectors.", () => matrix.Dot(vector));
        Says("Dot: shapes [3] and [2]: the lengths are 3 and 2.", () => vector.Dot(Operand<int>(0, 2)));
        Says("Outer: shapes [3] and [2, 3]: both operands must be vectors.", () => vector.Outer(matrix));
        Says("VecDot: axis -2 is not in -1 to -1 for shapes [2, 3] and [3].", () => matrix.VecDot(vector, -2));
        Says("VecDot: shapes [2, 3] and [2]: axis -1 is 3 against 2.", () => matrix.VecDot(Operand<int>(0, 2)));
    }

    /// <summary>Products along axes of tensors, and Kronecker's.</summary>
    public static void Tensors()
    {
        Tensor<int, TDevice> x = Operand<int>(0, 2, 3), y = Operand<int>(1, 2, 3);
        Check.Elements(x.Inner(y), 26, -8, 0, 68);
        Check.Elements(x.Inner(Tensor<int, TDevice>.Scalar(2)), -6, 8, 0, 14, 6, -2);
        Check.Elements(Operand<float>(0, 2, 3, 2).Tensordot(Operand<float>(0, 3, 2, 2)), 44f, 48, 1, 64);
        Check.Elements(Operand<int>(0, 2).Tensordot(Operand<int>(0, 3), 0), 9, -12, 0, -12, 16, 0);
        Check.Elements(Operand<int>(0, 2, 3, 2).Tensordot(Operand<int>(1, 2, 2, 3), [0, 1], [1, -1]), 49, 6, 62, 78);
        Check.Elements(Tensor<int, TDevice>.Ones(2, 0).Tensordot(Tensor<int, TDevice>.Ones(0, 2), 1), 0, 0, 0, 0);
        Check.Elements(Operand<int>(0, 2, 2).Kron(Operand<int>(1, 1, 3)), 6, -15, -3, -8, 20, 4, 0, 0, 0, -14, 35, 7);
        Check.Elements(Operand<int>(0, 3).Kron(Operand<int>(0, 2, 2)), 9, -12, -12, 16, 0, 0, 0, -21, 0, 28, 0, 0);
        Assert.Equal([2, 6], Operand<int>(0, 3).Kron(Operand<int>(0, 2, 2)).Shape.AsSpan());
        Check.Elements(x.Transpose().Kron(Tensor<int, TDevice>.Scalar(1)), -3, 7, 4, 3, 0, -1);

        Says("Inner: shapes [2, 3] and [3, 2]: axis 1 of the first is 3 against 2 of axis 1 of the second.", () => x.Inner(y.Transpose()));
        Says("Tensordot: 3 axes of shapes [2, 3] and [2, 3] cannot be summed.", () => x.Tensordot(y, 3));
        Says("Tensordot: shapes [2, 3] and [2, 3]: axis 1 of the first is 3 against 2 of axis 0 of the second.", () => x.Tensordot(y, 1));
        Says("Tensordot: 2 axes of one tensor are given and 1 of the other.", () => x.Tensordot(y, [0, 1], [0]));
        Says("Tensordot: axis -1 of shape [2, 3] is given twice.", () => x.Tensordot(y, [1, -1], [1, 1]));
        Says("Kron: shapes [1, 1, 1, 1, 1] and []: factors may have at most 4 axes.", () => Tensor<int, TDevice>.Ones(1, 1, 1, 1, 1).Kron(Tensor<int, TDevice>.Scalar(1)));
    }

    /// <summary>Sums of diagonals.</summary>
    public static void Traces()
    {
        Check.Elements(Operand<float>(0, 3, 4).Trace(), -3f);
        Check.Elements(Operand<double>(0, 3, 4).Trace(1), 7d);
        Check.Elements(Operand<int>(0, 3, 4).Trace(-1), 8L);
        Check.Elements(Operand<short>(0, 2, 3, 3).Trace(0, 1, 2), -2L, 11);
        Check.Elements(Tensor<sbyte, TDevice>.Full(100, 2, 2).Trace(), 200L);
        Check.Elements(Tensor<byte, TDevice>.Full(200, 2, 2).Trace(), 400UL);
        Check.Elements(Tensor<float, TDevice>.Ones(0, 3).Trace(), 0f);
        Check.Elements(Tensor<Half, TDevice>.Ones(3000, 1).BroadcastTo(3000, 3000).Trace(), (Half)3000);
        Assert.Throws<ShapeException>(() => Operand<float>(0, 3).Trace());
        Assert.Throws<ShapeException>(() => Operand<float>(0, 3, 3).Trace(0, 1, 1));
    }

    /// <summary>The numbers 7i mod 11 - 3 + start in C order.</summary>
    static Tensor<T, TDevice> Operand<T>(int start, params nint[] shape)
        where T : unmanaged, INumber<T>
    {
        int length = (int)new Shape(shape).Length;
        return Enumerable.Range(0, length).Select(position => T.CreateChecked((position * 7 % 11) - 3 + start)).ToArray().AsTensor().Reshape(shape).To<TDevice>();
    }

    delegate Tensor<T, TDevice> Sum<T>(params Tensor<T, TDevice>[] operands)
        where T : unmanaged;

    static void Verify<T>(string equation, nint[][] shapes, nint[] shape, int[] elements, Sum<T> sum)
        where T : unmanaged, INumber<T>
    {
        Tensor<T, TDevice>[] operands = [.. shapes.Select((lengths, number) => Operand<T>(number, lengths))];
        Tensor<T, TDevice>[] turned = [.. operands.Select(operand => operand.Transpose().Clone().Transpose())];
        foreach (Tensor<T, TDevice> result in (Tensor<T, TDevice>[])[sum(operands), sum(turned)])
        {
            Assert.True(result.Shape == new Shape(shape), $"{equation}: shape {result.Shape}");
            Assert.Equal(elements.Select(T.CreateChecked), result.ToArray());
        }
    }

    static void Refuses<TException>(string equation, string message, params Tensor<float, TDevice>[] operands)
        where TException : Exception =>
        Assert.StartsWith($"Einsum: {message}", Assert.Throws<TException>(() => LinearAlgebra.Einsum(equation, operands)).Message, StringComparison.Ordinal);

    static void Says(string message, Func<object> call) => Assert.Equal(message, Assert.Throws<ShapeException>(call).Message);
}
