using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TypedTensors.FourierTransforms;
using TypedTensors.Loops;

namespace TypedTensors.Kernels;

/// <summary>Discrete Fourier transforms in this process, along one axis of tensors of any layout. What the operations check has been checked.</summary>
/// <remarks>
/// Lengths whose prime factors are small are transformed by Stockham's method with radices 8, 4, 5, 3 and so on, as many transforms side by side as a vector has lanes; a long one
/// alone as a matrix of short ones; others by Bluestein's method. The bits of the results depend on shapes and dtype alone, not on threads or the width of vectors.
/// </remarks>
public static unsafe class FourierTransform
{
    /// <summary>Up to how many lines of a length that can be cut are cut one by one, rather than put beside one another in half-filled vectors.</summary>
    private const nint FewLines = 3;

    /// <summary>From so many elements on a second thread saves more than it costs.</summary>
    private const nint SmallestParallelWork = 1 << 14;

    /// <summary>Transforms complex numbers.</summary>
    /// <param name="source">The tensor.</param>
    /// <param name="destination">Where the results go, sharing no memory with the source; the length of its axis is the transform's, to which the source is cropped or filled up with zeros.</param>
    /// <param name="axis">The axis, not negative.</param>
    /// <param name="scale">What the results are multiplied by.</param>
    /// <param name="isInverse">Whether the exponent is positive.</param>
    public static void Run<T>(Tensor<Complex<T>, Cpu> source, Tensor<Complex<T>, Cpu> destination, int axis, T scale, bool isInverse)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Start(FourierKind.Full, source, destination, axis, destination.Shape[axis], scale, isInverse);

    /// <summary>Transforms real numbers to all of their spectrum.</summary>
    /// <inheritdoc cref="Run{T}(Tensor{Complex{T}, Cpu}, Tensor{Complex{T}, Cpu}, int, T, bool)"/>
    public static void Run<T>(Tensor<T, Cpu> source, Tensor<Complex<T>, Cpu> destination, int axis, T scale, bool isInverse)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Start(FourierKind.Full, source, destination, axis, destination.Shape[axis], scale, isInverse);

    /// <summary>Transforms real numbers to the first half of their spectrum, of which the other is the mirror image.</summary>
    /// <param name="source">The tensor.</param>
    /// <param name="destination">Where the results go, sharing no memory with the source; its axis is length / 2 + 1 long.</param>
    /// <param name="axis">The axis, not negative.</param>
    /// <param name="length">The transform's length.</param>
    /// <param name="scale">What the results are multiplied by.</param>
    public static void ToSpectrum<T>(Tensor<T, Cpu> source, Tensor<Complex<T>, Cpu> destination, int axis, nint length, T scale)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Start(FourierKind.ToSpectrum, source, destination, axis, length, scale, isInverse: false);

    /// <summary>Transforms the first half of a spectrum back to real numbers.</summary>
    /// <param name="source">The tensor.</param>
    /// <param name="destination">Where the results go, sharing no memory with the source; the length of its axis is the transform's.</param>
    /// <param name="axis">The axis, not negative.</param>
    /// <param name="scale">What the results are multiplied by.</param>
    public static void FromSpectrum<T>(Tensor<Complex<T>, Cpu> source, Tensor<T, Cpu> destination, int axis, T scale)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Start(FourierKind.FromSpectrum, source, destination, axis, destination.Shape[axis], scale, isInverse: true);

    private static void Start<T, TFrom, TTo>(FourierKind kind, Tensor<TFrom, Cpu> source, Tensor<TTo, Cpu> destination, int axis, nint length, T scale, bool isInverse)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TFrom : unmanaged
        where TTo : unmanaged
    {
        source.ThrowIfDisposed();
        if (destination.Length == 0)
        {
            return;
        }

        var from = (CpuStorage)source.Storage;
        var to = (CpuStorage)destination.Storage;
        byte* read = from.Pin(out GCHandle readPin), written = to.Pin(out GCHandle writtenPin);
        try
        {
            nint count = source.Shape[axis], step = source.Layout.Strides[axis], sourceScale = Unsafe.SizeOf<TFrom>() / sizeof(T);
            nint targetCount = destination.Shape[axis], targetStep = destination.Layout.Strides[axis], targetScale = Unsafe.SizeOf<TTo>() / sizeof(T);
            T* first = (T*)(read + (source.Layout.Offset * Unsafe.SizeOf<TFrom>())), target = (T*)(written + (destination.Layout.Offset * Unsafe.SizeOf<TTo>()));
            bool isPaired = kind != FourierKind.Full && nint.IsEvenInteger(length);
            nint used = Math.Min(count, kind == FourierKind.FromSpectrum ? (length / 2) + 1 : length);
            Strands<T> sourceStrands = typeof(TFrom) != typeof(T) ? Strands<T>.OfComplex(first, 2 * step, used)
                : kind == FourierKind.ToSpectrum && isPaired ? Strands<T>.OfPairs(first, step, used)
                : Strands<T>.OfReal(first, step, used);
            Strands<T> targetStrands = typeof(TTo) != typeof(T) ? Strands<T>.OfComplex(target, 2 * targetStep, targetCount)
                : isPaired ? Strands<T>.OfPairs(target, targetStep, targetCount)
                : Strands<T>.OfReal(target, targetStep, targetCount);
            var offsets = new LineOffsets(source.Layout, sourceScale, destination.Layout, targetScale, axis);
            FourierPlan<T> plan = FourierPlan<T>.Of(isPaired ? length / 2 : length);
            if (Vector512.IsHardwareAccelerated)
            {
                Run(new FourierLines<Lanes512<T>, T> { Kind = kind, Length = length, Plan = plan, Source = sourceStrands, Target = targetStrands, Offsets = offsets, Scale = scale, IsInverse = isInverse });
            }
            else if (Vector256.IsHardwareAccelerated)
            {
                Run(new FourierLines<Lanes256<T>, T> { Kind = kind, Length = length, Plan = plan, Source = sourceStrands, Target = targetStrands, Offsets = offsets, Scale = scale, IsInverse = isInverse });
            }
            else
            {
                Run(new FourierLines<Lanes128<T>, T> { Kind = kind, Length = length, Plan = plan, Source = sourceStrands, Target = targetStrands, Offsets = offsets, Scale = scale, IsInverse = isInverse });
            }
        }
        finally
        {
            from.Unpin(readPin);
            to.Unpin(writtenPin);
            GC.KeepAlive(source);
            GC.KeepAlive(destination);
        }
    }

    private static void Run<TLanes, T>(FourierLines<TLanes, T> lines)
        where TLanes : unmanaged, ILanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint count = lines.Offsets.Count;
        lines.UsesPanels = lines.Plan.Panel is not null && (lines.Plan.FourStep is null || count > FewLines);
        int threads = count * lines.Length < SmallestParallelWork ? 1 : Cpu.ThreadCount;
        if (count == 1)
        {
            // Not as a loop of one, within which the line itself could not be shared out.
            lines.Run(0, 1);
            return;
        }

        ParallelLoop.Run(lines, lines.UsesPanels ? (count + TLanes.Count - 1) / TLanes.Count : count, threads);
    }
}
