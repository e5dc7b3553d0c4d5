using System.Numerics;
using System.Numerics.Tensors;

namespace TypedTensors;

/// <summary>Running totals in this process: from the first element to the last, all rows that lie side by side together.</summary>
internal static class HostScan
{
    /// <summary>The running totals of a tensor.</summary>
    public static Tensor<T, Cpu> Run<T>(Tensor<T, Cpu> x, int axis, int scan)
        where T : unmanaged, INumber<T>
    {
        Tensor<T, Cpu> result = x.Clone();
        nint length = result.Shape[axis], width = 1;
        for (int inner = axis + 1; inner < result.Rank; inner++)
        {
            width *= result.Shape[inner];
        }

        if (result.Length == 0)
        {
            return result;
        }

        Tensor<T, Cpu> blocks = result.Reshape(-1, length * width);
        for (nint block = 0; block < blocks.Shape[0]; block++)
        {
            Accumulate(blocks[block, ..].AsSpan(), (int)width, scan);
        }

        return result;
    }

    private static void Accumulate<T>(Span<T> block, int width, int scan)
        where T : unmanaged, INumber<T>
    {
        if (width == 1)
        {
            for (int i = 1; i < block.Length; i++)
            {
                block[i] = ScanKernels.Combine(block[i - 1], block[i], scan);
            }

            return;
        }

        for (int start = width; start < block.Length; start += width)
        {
            Combine(block.Slice(start - width, width), block.Slice(start, width), scan);
        }
    }

    private static void Combine<T>(ReadOnlySpan<T> before, Span<T> row, int scan)
        where T : unmanaged, INumber<T>
    {
        switch (scan)
        {
            case Scan.Sums: TensorPrimitives.Add(before, row, row); break;
            case Scan.Products: TensorPrimitives.Multiply(before, row, row); break;
            case Scan.Largest: TensorPrimitives.Max(before, row, row); break;
            default: TensorPrimitives.Min(before, row, row); break;
        }
    }
}
