using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>The inner loop of a convolution: the sums of a tile of places for eight output channels, kept in registers.</summary>
/// <remarks>
/// Each element of the kernels is loaded once for three vectors of places, and each of those once for all channels of a step: 8 channels where there are 32
/// registers, 4 where there are 16. A sum is made of fused products in the order of the shifts, so that its bits do not depend on the width of vectors.
/// </remarks>
internal static class ConvolutionTile
{
    /// <summary>The output channels of a tile.</summary>
    public const int Channels = 8;

    /// <summary>The places of a tile.</summary>
    public static int Length<T>()
        where T : unmanaged => 3 * (Vector512.IsHardwareAccelerated ? Vector512<T>.Count : Vector256.IsHardwareAccelerated ? Vector256<T>.Count : Vector128<T>.Count);

    /// <summary>The sums of a tile.</summary>
    /// <param name="x">The input of the first place.</param>
    /// <param name="shifts">How far ahead each element of a kernel looks.</param>
    /// <param name="depth">The number of elements of a kernel.</param>
    /// <param name="kernels">The kernels of the eight channels, element by element.</param>
    /// <param name="first">What each channel's sums begin with.</param>
    /// <param name="sums">Gets the sums, channel by channel.</param>
    public static unsafe void Run<T>(ref T x, ref int shifts, int depth, ref T kernels, T* first, T* sums)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Run512(ref x, ref shifts, depth, ref kernels, first, sums, 0);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Run256(ref x, ref shifts, depth, ref kernels, first, sums, 0);
            Run256(ref x, ref shifts, depth, ref kernels, first, sums, Channels / 2);
        }
        else
        {
            Run128(ref x, ref shifts, depth, ref kernels, first, sums, 0);
            Run128(ref x, ref shifts, depth, ref kernels, first, sums, Channels / 2);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Run512<T>(ref T x, ref int shifts, int depth, ref T kernels, T* first, T* sums, int half)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nuint lanes = (nuint)Vector512<T>.Count;
        Vector512<T> s00 = Vector512.Create(first[half + 0]), s01 = s00, s02 = s00;
        Vector512<T> s10 = Vector512.Create(first[half + 1]), s11 = s10, s12 = s10;
        Vector512<T> s20 = Vector512.Create(first[half + 2]), s21 = s20, s22 = s20;
        Vector512<T> s30 = Vector512.Create(first[half + 3]), s31 = s30, s32 = s30;
        Vector512<T> s40 = Vector512.Create(first[half + 4]), s41 = s40, s42 = s40;
        Vector512<T> s50 = Vector512.Create(first[half + 5]), s51 = s50, s52 = s50;
        Vector512<T> s60 = Vector512.Create(first[half + 6]), s61 = s60, s62 = s60;
        Vector512<T> s70 = Vector512.Create(first[half + 7]), s71 = s70, s72 = s70;
        for (int k = 0; k < depth; k++)
        {
            ref T from = ref Unsafe.Add(ref x, Unsafe.Add(ref shifts, k));
            ref T factors = ref Unsafe.Add(ref kernels, (k * Channels) + half);
            Vector512<T> x0 = Vector512.LoadUnsafe(ref from), x1 = Vector512.LoadUnsafe(ref from, lanes), x2 = Vector512.LoadUnsafe(ref from, 2 * lanes);
            Vector512<T> w0 = Vector512.Create(factors);
            s00 = KernelMath.FusedMultiplyAdd(x0, w0, s00);
            s01 = KernelMath.FusedMultiplyAdd(x1, w0, s01);
            s02 = KernelMath.FusedMultiplyAdd(x2, w0, s02);
            Vector512<T> w1 = Vector512.Create(Unsafe.Add(ref factors, 1));
            s10 = KernelMath.FusedMultiplyAdd(x0, w1, s10);
            s11 = KernelMath.FusedMultiplyAdd(x1, w1, s11);
            s12 = KernelMath.FusedMultiplyAdd(x2, w1, s12);
            Vector512<T> w2 = Vector512.Create(Unsafe.Add(ref factors, 2));
            s20 = KernelMath.FusedMultiplyAdd(x0, w2, s20);
            s21 = KernelMath.FusedMultiplyAdd(x1, w2, s21);
            s22 = KernelMath.FusedMultiplyAdd(x2, w2, s22);
            Vector512<T> w3 = Vector512.Create(Unsafe.Add(ref factors, 3));
            s30 = KernelMath.FusedMultiplyAdd(x0, w3, s30);
            s31 = KernelMath.FusedMultiplyAdd(x1, w3, s31);
            s32 = KernelMath.FusedMultiplyAdd(x2, w3, s32);
            Vector512<T> w4 = Vector512.Create(Unsafe.Add(ref factors, 4));
            s40 = KernelMath.FusedMultiplyAdd(x0, w4, s40);
            s41 = KernelMath.FusedMultiplyAdd(x1, w4, s41);
            s42 = KernelMath.FusedMultiplyAdd(x2, w4, s42);
            Vector512<T> w5 = Vector512.Create(Unsafe.Add(ref factors, 5));
            s50 = KernelMath.FusedMultiplyAdd(x0, w5, s50);
            s51 = KernelMath.FusedMultiplyAdd(x1, w5, s51);
            s52 = KernelMath.FusedMultiplyAdd(x2, w5, s52);
            Vector512<T> w6 = Vector512.Create(Unsafe.Add(ref factors, 6));
            s60 = KernelMath.FusedMultiplyAdd(x0, w6, s60);
            s61 = KernelMath.FusedMultiplyAdd(x1, w6, s61);
            s62 = KernelMath.FusedMultiplyAdd(x2, w6, s62);
            Vector512<T> w7 = Vector512.Create(Unsafe.Add(ref factors, 7));
            s70 = KernelMath.FusedMultiplyAdd(x0, w7, s70);
            s71 = KernelMath.FusedMultiplyAdd(x1, w7, s71);
            s72 = KernelMath.FusedMultiplyAdd(x2, w7, s72);
        }

        nuint length = 3 * lanes;
        sums += half * (int)length;
        s00.Store(sums + (0 * length)); s01.Store(sums + (0 * length) + lanes); s02.Store(sums + (0 * length) + (2 * lanes));
        s10.Store(sums + (1 * length)); s11.Store(sums + (1 * length) + lanes); s12.Store(sums + (1 * length) + (2 * lanes));
        s20.Store(sums + (2 * length)); s21.Store(sums + (2 * length) + lanes); s22.Store(sums + (2 * length) + (2 * lanes));
        s30.Store(sums + (3 * length)); s31.Store(sums + (3 * length) + lanes); s32.Store(sums + (3 * length) + (2 * lanes));
        s40.Store(sums + (4 * length)); s41.Store(sums + (4 * length) + lanes); s42.Store(sums + (4 * length) + (2 * lanes));
        s50.Store(sums + (5 * length)); s51.Store(sums + (5 * length) + lanes); s52.Store(sums + (5 * length) + (2 * lanes));
        s60.Store(sums + (6 * length)); s61.Store(sums + (6 * length) + lanes); s62.Store(sums + (6 * length) + (2 * lanes));
        s70.Store(sums + (7 * length)); s71.Store(sums + (7 * length) + lanes); s72.Store(sums + (7 * length) + (2 * lanes));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Run256<T>(ref T x, ref int shifts, int depth, ref T kernels, T* first, T* sums, int half)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nuint lanes = (nuint)Vector256<T>.Count;
        Vector256<T> s00 = Vector256.Create(first[half + 0]), s01 = s00, s02 = s00;
        Vector256<T> s10 = Vector256.Create(first[half + 1]), s11 = s10, s12 = s10;
        Vector256<T> s20 = Vector256.Create(first[half + 2]), s21 = s20, s22 = s20;
        Vector256<T> s30 = Vector256.Create(first[half + 3]), s31 = s30, s32 = s30;
        for (int k = 0; k < depth; k++)
        {
            ref T from = ref Unsafe.Add(ref x, Unsafe.Add(ref shifts, k));
            ref T factors = ref Unsafe.Add(ref kernels, (k * Channels) + half);
            Vector256<T> x0 = Vector256.LoadUnsafe(ref from), x1 = Vector256.LoadUnsafe(ref from, lanes), x2 = Vector256.LoadUnsafe(ref from, 2 * lanes);
            Vector256<T> w0 = Vector256.Create(factors);
            s00 = KernelMath.FusedMultiplyAdd(x0, w0, s00);
            s01 = KernelMath.FusedMultiplyAdd(x1, w0, s01);
            s02 = KernelMath.FusedMultiplyAdd(x2, w0, s02);
            Vector256<T> w1 = Vector256.Create(Unsafe.Add(ref factors, 1));
            s10 = KernelMath.FusedMultiplyAdd(x0, w1, s10);
            s11 = KernelMath.FusedMultiplyAdd(x1, w1, s11);
            s12 = KernelMath.FusedMultiplyAdd(x2, w1, s12);
            Vector256<T> w2 = Vector256.Create(Unsafe.Add(ref factors, 2));
            s20 = KernelMath.FusedMultiplyAdd(x0, w2, s20);
            s21 = KernelMath.FusedMultiplyAdd(x1, w2, s21);
            s22 = KernelMath.FusedMultiplyAdd(x2, w2, s22);
            Vector256<T> w3 = Vector256.Create(Unsafe.Add(ref factors, 3));
            s30 = KernelMath.FusedMultiplyAdd(x0, w3, s30);
            s31 = KernelMath.FusedMultiplyAdd(x1, w3, s31);
            s32 = KernelMath.FusedMultiplyAdd(x2, w3, s32);
        }

        nuint length = 3 * lanes;
        sums += half * (int)length;
        s00.Store(sums + (0 * length)); s01.Store(sums + (0 * length) + lanes); s02.Store(sums + (0 * length) + (2 * lanes));
        s10.Store(sums + (1 * length)); s11.Store(sums + (1 * length) + lanes); s12.Store(sums + (1 * length) + (2 * lanes));
        s20.Store(sums + (2 * length)); s21.Store(sums + (2 * length) + lanes); s22.Store(sums + (2 * length) + (2 * lanes));
        s30.Store(sums + (3 * length)); s31.Store(sums + (3 * length) + lanes); s32.Store(sums + (3 * length) + (2 * lanes));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Run128<T>(ref T x, ref int shifts, int depth, ref T kernels, T* first, T* sums, int half)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nuint lanes = (nuint)Vector128<T>.Count;
        Vector128<T> s00 = Vector128.Create(first[half + 0]), s01 = s00, s02 = s00;
        Vector128<T> s10 = Vector128.Create(first[half + 1]), s11 = s10, s12 = s10;
        Vector128<T> s20 = Vector128.Create(first[half + 2]), s21 = s20, s22 = s20;
        Vector128<T> s30 = Vector128.Create(first[half + 3]), s31 = s30, s32 = s30;
        for (int k = 0; k < depth; k++)
        {
            ref T from = ref Unsafe.Add(ref x, Unsafe.Add(ref shifts, k));
            ref T factors = ref Unsafe.Add(ref kernels, (k * Channels) + half);
            Vector128<T> x0 = Vector128.LoadUnsafe(ref from), x1 = Vector128.LoadUnsafe(ref from, lanes), x2 = Vector128.LoadUnsafe(ref from, 2 * lanes);
            Vector128<T> w0 = Vector128.Create(factors);
            s00 = KernelMath.FusedMultiplyAdd(x0, w0, s00);
            s01 = KernelMath.FusedMultiplyAdd(x1, w0, s01);
            s02 = KernelMath.FusedMultiplyAdd(x2, w0, s02);
            Vector128<T> w1 = Vector128.Create(Unsafe.Add(ref factors, 1));
            s10 = KernelMath.FusedMultiplyAdd(x0, w1, s10);
            s11 = KernelMath.FusedMultiplyAdd(x1, w1, s11);
            s12 = KernelMath.FusedMultiplyAdd(x2, w1, s12);
            Vector128<T> w2 = Vector128.Create(Unsafe.Add(ref factors, 2));
            s20 = KernelMath.FusedMultiplyAdd(x0, w2, s20);
            s21 = KernelMath.FusedMultiplyAdd(x1, w2, s21);
            s22 = KernelMath.FusedMultiplyAdd(x2, w2, s22);
            Vector128<T> w3 = Vector128.Create(Unsafe.Add(ref factors, 3));
            s30 = KernelMath.FusedMultiplyAdd(x0, w3, s30);
            s31 = KernelMath.FusedMultiplyAdd(x1, w3, s31);
            s32 = KernelMath.FusedMultiplyAdd(x2, w3, s32);
        }

        nuint length = 3 * lanes;
        sums += half * (int)length;
        s00.Store(sums + (0 * length)); s01.Store(sums + (0 * length) + lanes); s02.Store(sums + (0 * length) + (2 * lanes));
        s10.Store(sums + (1 * length)); s11.Store(sums + (1 * length) + lanes); s12.Store(sums + (1 * length) + (2 * lanes));
        s20.Store(sums + (2 * length)); s21.Store(sums + (2 * length) + lanes); s22.Store(sums + (2 * length) + (2 * lanes));
        s30.Store(sums + (3 * length)); s31.Store(sums + (3 * length) + lanes); s32.Store(sums + (3 * length) + (2 * lanes));
    }
}
