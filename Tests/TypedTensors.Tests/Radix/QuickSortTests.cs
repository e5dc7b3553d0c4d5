using System.Runtime.Intrinsics.X86;
using TypedTensors.Radix;

namespace TypedTensors.Tests;

/// <summary>Keys whose pivots are all bad.</summary>
public unsafe class QuickSortTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void WhatIsLeftAfterTooManyPartings_IsSortedToo(int depth)
    {
        if (!Avx512F.IsSupported)
        {
            return;
        }

        var random = new Random(3);
        int[] x = [.. Enumerable.Range(0, 10_000).Select(_ => random.Next(-1000, 1000))];
        uint[] keys = [.. x.Select(value => ~(uint)SortKeys.Of(value))], others = new uint[keys.Length];
        fixed (uint* from = keys, to = others)
        {
            QuickSort.Part<int>(from, keys.Length, to, from, uint.MaxValue, depth);
        }

        Assert.Equal(x.OrderDescending(), keys.Select(bits => (int)bits));
    }
}
