using System.Numerics;
using System.Runtime.InteropServices;
using TypedTensors.Kernels;

namespace TypedTensors.Ops.Tests.Laws.Widths;

/// <summary>A number that stands for the bits of matrix products, to compare vectors of different widths.</summary>
static class ProductDigest
{
    /// <summary>Vectors and matrices that end within a tile and a panel of every width, and along the inner axis within a block.</summary>
    static readonly (int Rows, int Inner, int Columns)[] Sizes = [(1, 300, 1), (3, 77, 5), (37, 70, 1), (1, 70, 130), (29, 530, 75), (130, 40, 200)];

    public static ulong Of<T>()
        where T : unmanaged, INumber<T>
    {
        ulong digest = 14695981039346656037;
        foreach ((int rows, int inner, int columns) in Sizes)
        {
            Tensor<T, Cpu> x = Inexact<T>(rows, inner), y = Inexact<T>(columns, inner).Transpose(), product = Tensor<T, Cpu>.Empty(rows, columns);
            MatrixProduct.Run(x, y, product);
            digest = Add(digest, product);
            MatrixProduct.Run(x, y.Clone(), product);
            digest = Add(digest, product);
        }

        return digest;
    }

    static Tensor<T, Cpu> Inexact<T>(params nint[] shape)
        where T : unmanaged, INumber<T> =>
        Enumerable.Range(0, (int)(shape[0] * shape[1])).Select(position => T.CreateTruncating(Math.Sin(position * 0.7) * 30)).ToArray().AsTensor(shape);

    static ulong Add<T>(ulong digest, Tensor<T, Cpu> product)
        where T : unmanaged
    {
        foreach (byte part in MemoryMarshal.AsBytes<T>(product.ToArray()))
        {
            digest = (digest ^ part) * 1099511628211;
        }

        return digest;
    }
}
