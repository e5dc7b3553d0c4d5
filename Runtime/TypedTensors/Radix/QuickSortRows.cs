using System.Buffers;
using System.Runtime.Intrinsics.X86;
using TypedTensors.Kernels;
using TypedTensors.Loops;

namespace TypedTensors.Radix;

/// <summary>Sorts rows of elements of 32 bits with vectors of 512 bits; a very long one on several threads.</summary>
/// <remarks>
/// 2^20 floats took 3.3 ms where moving them digit by digit (<see cref="RadixPasses{T, TResult, TEntry, TSource, TReader}"/>) took from 4.8 to 8.6, by what of the keys falls together in the caches.
/// Equal keys are equal elements, so that both give the same bits.
/// </remarks>
internal readonly unsafe struct QuickSortRows<T>(uint flip) : IRowBody<T, T>
    where T : unmanaged
{
    /// <summary>From so many elements on, sharing them out among threads is worth a pass of its own.</summary>
    private const int ShortestShared = 1 << 16;

    /// <summary>Whether elements of this type can be sorted so, on this processor.</summary>
    public static bool IsSupported => Avx512F.IsSupported && KeyVectors.Has<T>();

    public void Run(ReadOnlySpan<T> x, Span<T> result)
    {
        if (x.IsEmpty)
        {
            return;
        }

        fixed (T* source = x, target = result)
        {
            if (x.Length <= KeyNetwork.Longest)
            {
                KeyVectors.Copy<T>((uint*)source, x.Length, (uint*)target, flip);
                KeyNetwork.Sort<T>((uint*)target, x.Length, (uint*)target, flip);
                return;
            }

            uint[] scratch = ArrayPool<uint>.Shared.Rent(x.Length);
            fixed (uint* keys = scratch)
            {
                if (x.Length >= ShortestShared && Cpu.ThreadCount > 1 && !ParallelLoop.IsInside)
                {
                    SharedQuickSort<T>.Run((uint*)source, x.Length, keys, (uint*)target, flip);
                }
                else
                {
                    KeyVectors.Copy<T>((uint*)source, x.Length, keys, flip);
                    QuickSort.Run<T>(keys, x.Length, (uint*)target, (uint*)target, flip);
                }
            }

            ArrayPool<uint>.Shared.Return(scratch);
        }
    }
}
