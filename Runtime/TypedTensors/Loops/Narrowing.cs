using System.Numerics;
using System.Runtime.InteropServices;
using TypedTensors.Kernels;

namespace TypedTensors.Loops;

/// <summary>Converts a tensor and finds the first element, if any, whose value the other type cannot hold.</summary>
internal static class Narrowing
{
    /// <summary>Converts <paramref name="source"/> into <paramref name="result"/>, which has the same shape and memory of its own.</summary>
    /// <returns>The position in C order of the first element that does not fit, or -1.</returns>
    public static nint Run(Tensor source, Tensor result)
    {
        if (Dtypes.IsComplex(source.Dtype) || Dtypes.IsComplex(result.Dtype))
        {
            throw new NotSupportedException(
                $"NarrowChecked: {Dtypes.NameOf(source.Dtype)} to {Dtypes.NameOf(result.Dtype)}: complex numbers are not compared for loss. Narrow Real() and Imag(), or use Cast.");
        }

        using Tensor<bool, Cpu> lost = Tensor<bool, Cpu>.Empty(source.Shape);
        switch (source.Dtype)
        {
            case Dtype.Boolean: Cpu.Copy(source, result); return -1;
            case Dtype.SByte: From<sbyte>(source, result, lost); break;
            case Dtype.Byte: From<byte>(source, result, lost); break;
            case Dtype.Int16: From<short>(source, result, lost); break;
            case Dtype.UInt16: From<ushort>(source, result, lost); break;
            case Dtype.Int32: From<int>(source, result, lost); break;
            case Dtype.UInt32: From<uint>(source, result, lost); break;
            case Dtype.Int64: From<long>(source, result, lost); break;
            case Dtype.UInt64: From<ulong>(source, result, lost); break;
            case Dtype.Half: From<Half>(source, result, lost); break;
            case Dtype.Single: From<float>(source, result, lost); break;
            default: From<double>(source, result, lost); break;
        }

        return FirstTrue(lost);
    }

    private static void From<TFrom>(Tensor source, Tensor result, Tensor lost)
        where TFrom : unmanaged, INumber<TFrom>, IMinMaxValue<TFrom>
    {
        switch (result.Dtype)
        {
            case Dtype.Boolean: Run<NarrowToBooleanKernel<TFrom>>(source, result, lost); break;
            case Dtype.SByte: Run<NarrowKernel<TFrom, sbyte>>(source, result, lost); break;
            case Dtype.Byte: Run<NarrowKernel<TFrom, byte>>(source, result, lost); break;
            case Dtype.Int16: Run<NarrowKernel<TFrom, short>>(source, result, lost); break;
            case Dtype.UInt16: Run<NarrowKernel<TFrom, ushort>>(source, result, lost); break;
            case Dtype.Int32: Run<NarrowKernel<TFrom, int>>(source, result, lost); break;
            case Dtype.UInt32: Run<NarrowKernel<TFrom, uint>>(source, result, lost); break;
            case Dtype.Int64: Run<NarrowKernel<TFrom, long>>(source, result, lost); break;
            case Dtype.UInt64: Run<NarrowKernel<TFrom, ulong>>(source, result, lost); break;
            case Dtype.Half: Run<NarrowKernel<TFrom, Half>>(source, result, lost); break;
            case Dtype.Single: Run<NarrowKernel<TFrom, float>>(source, result, lost); break;
            default: Run<NarrowKernel<TFrom, double>>(source, result, lost); break;
        }
    }

    private static void Run<TKernel>(Tensor source, Tensor result, Tensor lost)
        where TKernel : struct, ICpuKernel
    {
        source.ThrowIfDisposed();
        if (source.Length > 0)
        {
            CpuLoop.Run<TKernel>(result.Layout.Shape, [source], [result, lost]);
        }
    }

    private static nint FirstTrue(Tensor<bool, Cpu> flags)
    {
        // Not AsReadOnlySpan: that would expose the memory, which then could not be reused.
        ref byte first = ref ((CpuStorage)flags.Storage).Start;
        for (nint start = 0; start < flags.Length; start += int.MaxValue)
        {
            var length = (int)nint.Min(flags.Length - start, int.MaxValue);
            int index = MemoryMarshal.CreateReadOnlySpan(ref System.Runtime.CompilerServices.Unsafe.Add(ref first, start), length).IndexOf((byte)1);
            if (index >= 0)
            {
                return start + index;
            }
        }

        return -1;
    }
}
