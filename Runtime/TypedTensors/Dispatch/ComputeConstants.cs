using System.Runtime.InteropServices;
using TypedTensors.Kernels;

namespace TypedTensors.Dispatch;

/// <summary>The constants of a kernel over an index space, as programs for devices read them: the grid, the scalars, and how the buffers lie.</summary>
/// <remarks>In words of 32 bits: the grid (3), the first group (3), the scalars of 8 bytes, those of 4, and for each buffer its base, its sizes and its strides.</remarks>
internal static class ComputeConstants
{
    /// <summary>The most words that constants have.</summary>
    public const int MaxWords = 32;

    /// <summary>The words before the scalars.</summary>
    public const int HeaderWords = 6;

    /// <summary>The words that the layouts of all buffers take.</summary>
    public static int LayoutWords<TKernel>()
        where TKernel : struct, IComputeKernel
    {
        int words = 0;
        for (int index = 0; index < TKernel.BufferCount; index++)
        {
            words += 1 + (2 * TKernel.Buffer(index).Rank);
        }

        return words;
    }

    /// <summary>Writes the constants.</summary>
    /// <param name="grid">The grid of the whole launch.</param>
    /// <param name="firstGroup">The first group of this dispatch.</param>
    /// <param name="scalars">The scalars in the kernel's order.</param>
    /// <param name="layout">What <see cref="WriteLayout"/> wrote; empty where it stands in a buffer.</param>
    /// <param name="words">Where to, <see cref="MaxWords"/> words.</param>
    /// <returns>The number of words written.</returns>
    public static int Write(GridSize grid, GridSize firstGroup, ReadOnlySpan<KernelOperand> scalars, ReadOnlySpan<uint> layout, Span<uint> words)
    {
        ReadOnlySpan<int> header = [grid.X, grid.Y, grid.Z, firstGroup.X, firstGroup.Y, firstGroup.Z];
        MemoryMarshal.Cast<int, uint>(header).CopyTo(words);
        int word = HeaderWords;
        foreach (ref readonly KernelOperand scalar in scalars)
        {
            if (Dtypes.SizeOf(scalar.Dtype) == 8)
            {
                words[word++] = (uint)scalar.Bits.Low;
                words[word++] = (uint)(scalar.Bits.Low >> 32);
            }
        }

        foreach (ref readonly KernelOperand scalar in scalars)
        {
            if (Dtypes.SizeOf(scalar.Dtype) < 8)
            {
                words[word++] = Widened(scalar);
            }
        }

        layout.CopyTo(words[word..]);
        return word + layout.Length;
    }

    /// <summary>Writes how the buffers lie in what is bound.</summary>
    /// <param name="buffers">The tensors in the kernel's order.</param>
    /// <param name="bases">For each, the index of its first element within what is bound.</param>
    /// <param name="words">Where to, as many words as <see cref="LayoutWords"/> says.</param>
    public static void WriteLayout(ReadOnlySpan<KernelOperand> buffers, ReadOnlySpan<nint> bases, Span<uint> words)
    {
        int word = 0;
        for (int index = 0; index < buffers.Length; index++)
        {
            Tensor tensor = buffers[index].Tensor!;
            words[word++] = (uint)bases[index];
            foreach (nint size in tensor.Shape.AsSpan())
            {
                words[word++] = (uint)size;
            }

            foreach (nint stride in tensor.Strides)
            {
                words[word++] = (uint)stride;
            }
        }
    }

    private static unsafe uint Widened(in KernelOperand scalar)
    {
        Dtype wide = scalar.Dtype switch
        {
            Dtype.SByte or Dtype.Int16 => Dtype.Int32,
            Dtype.Boolean or Dtype.Byte or Dtype.UInt16 => Dtype.UInt32,
            Dtype.Half => Dtype.Single,
            _ => scalar.Dtype,
        };
        ulong bits = scalar.Bits.Low;
        uint word = 0;
        Conversion.Run(scalar.Dtype, (byte*)&bits, wide, (byte*)&word, 1);
        return word;
    }
}
