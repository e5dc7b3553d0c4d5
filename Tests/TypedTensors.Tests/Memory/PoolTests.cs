using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace TypedTensors.Tests.Memory;

[Collection(MemoryCollection.Name)]
public class PoolTests
{
    [Fact]
    public void DisposedMemory_IsReusedAtEverySize()
    {
        for (int size = 2_100; size < 2_000_000; size += 1 + (size / 7))
        {
            Tensor<byte, Cpu> first = Tensor<byte, Cpu>.Empty(size);
            nint address = Addresses.Of(first);
            first.Dispose();
            using Tensor<byte, Cpu> second = Tensor<byte, Cpu>.Empty(size);
            Assert.Equal(address, Addresses.Of(second));
        }
    }

    [Fact]
    public void DroppedMemory_IsReusedAfterACollection()
    {
        const int Size = 7_654_321;
        nint address = Drop(Size);
        Addresses.Collect();
        using Tensor<byte, Cpu> second = Tensor<byte, Cpu>.Empty(Size);
        Assert.Equal(address, Addresses.Of(second));

        [MethodImpl(MethodImplOptions.NoInlining)]
        static nint Drop(int size) => Addresses.Of(Tensor<byte, Cpu>.Empty(size));
    }

    [Fact]
    public void HeldMemory_IsNotReused()
    {
        const int Size = 300_000;
        Tensor<int, Cpu> held = Tensor<int, Cpu>.Full(7, Size);
        for (int round = 0; round < 50; round++)
        {
            Tensor<int, Cpu>.Full(-round, Size);
            if (round % 10 == 0)
            {
                Addresses.Collect();
            }
        }

        Assert.DoesNotContain(held.ToArray(), element => element != 7);
    }

    [Fact]
    public void View_KeepsTheMemoryOfADisposedOwner()
    {
        Tensor<int, Cpu> owner = Tensor<int, Cpu>.Full(7, 1_000, 300);
        Tensor<int, Cpu> part = owner[5.., ..], view = part.Transpose();
        nint address = Addresses.Of(owner);
        owner.Dispose();
        using Tensor<int, Cpu> other = Tensor<int, Cpu>.Full(8, 1_000, 300);
        Assert.NotEqual(address, Addresses.Of(other));
        Assert.DoesNotContain(view.ToArray(), element => element != 7);
        part.Dispose();
        view.Dispose();
        using Tensor<int, Cpu> third = Tensor<int, Cpu>.Empty(1_000, 300);
        Assert.Equal(address, Addresses.Of(third));
    }

    [Fact]
    public void SecondDispose_DoesNotGiveBackTwice()
    {
        Tensor<int, Cpu> tensor = Tensor<int, Cpu>.Empty(123_456), view = tensor.Transpose();
        tensor.Dispose();
        tensor.Dispose();
        using Tensor<int, Cpu> first = Tensor<int, Cpu>.Empty(123_456);
        Assert.NotEqual(Addresses.Of(view), Addresses.Of(first));
        view.Dispose();
        view.Dispose();
        tensor.Dispose();
        using Tensor<int, Cpu> second = Tensor<int, Cpu>.Empty(123_456), third = Tensor<int, Cpu>.Empty(123_456);
        Assert.Equal(3, new HashSet<nint> { Addresses.Of(first), Addresses.Of(second), Addresses.Of(third) }.Count);
    }

    [Fact]
    public void ClonesThatAreDropped_StayWithinBoundsAndAreReused()
    {
        Tensor<float, Cpu> million = Tensor<float, Cpu>.Zeros(1_000_000);
        var fresh = new HashSet<nint>();
        Process self = Process.GetCurrentProcess();
        long before = self.WorkingSet64, most = 0;
        for (int round = 0; round < 1_500; round++)
        {
            nint address = Addresses.Of(million.Clone());
            if (round >= 100)
            {
                fresh.Add(address);
            }

            if (round % 100 == 0)
            {
                self.Refresh();
                most = Math.Max(most, self.WorkingSet64 - before);
            }
        }

        Assert.InRange(most, long.MinValue, 400L << 20);
        Assert.InRange(fresh.Count, 1, 100);
    }

    [Fact]
    public void DisposedSteadyState_AllocatesNoBlocks()
    {
        using Tensor<float, Cpu> square = Tensor<float, Cpu>.Zeros(500, 500);
        for (int round = 0; round < 3; round++)
        {
            Step(square);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int round = 0; round < 20; round++)
        {
            Step(square);
        }

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 20, 0, 8_000);

        static void Step(Tensor<float, Cpu> square)
        {
            using Tensor<float, Cpu> copy = square.Clone(), turned = copy.Transpose();
            copy.CopyFrom(turned);
            using Tensor<float, Cpu> part = copy[..^1, ..];
            copy[1.., ..] = part;
            using Tensor<double, Cpu> cast = turned.Cast<double>();
            using Tensor<float, Cpu> narrowed = cast.NarrowChecked<float>(), there = turned.To<Cpu>();
            there.CopyFrom(narrowed);
            there.CopyTo(Buffer);
            turned.CopyTo(Buffer);
            TypedTensors.Kernels.Elementwise.Run<Loops.AffineKernel, Cpu>([copy, turned], [copy]);
        }
    }

    private static readonly float[] Buffer = new float[250_000];

    [Fact]
    public void FreeMemory_IsBoundedByTheLimit()
    {
        long limit = Cpu.MemoryPoolLimit;
        try
        {
            Cpu.MemoryPoolLimit = 8 << 20;
            Tensor<byte, Cpu>[] tensors = [.. Enumerable.Range(0, 20).Select(_ => Tensor<byte, Cpu>.Empty(1 << 20))];
            foreach (Tensor<byte, Cpu> tensor in tensors)
            {
                tensor.Dispose();
                Assert.InRange(BlockPool.Shared.FreeBytes, 0, 8 << 20);
            }

            Assert.InRange(BlockPool.Shared.FreeBytes, 1 << 20, 8 << 20);
            Cpu.MemoryPoolLimit = 3 << 20;
            Assert.InRange(BlockPool.Shared.FreeBytes, 0, 3 << 20);
            Cpu.MemoryPoolLimit = 0;
            Assert.Equal(0, BlockPool.Shared.FreeBytes);
            Assert.Throws<ArgumentOutOfRangeException>(() => Cpu.MemoryPoolLimit = -1);
            using Tensor<byte, Cpu> unpooled = Tensor<byte, Cpu>.Full(1, 1 << 20);
            Assert.Equal(1, unpooled[(1 << 20) - 1]);
        }
        finally
        {
            Cpu.MemoryPoolLimit = limit;
        }
    }

    [Fact]
    public void SeveralThreads_NeverGetTheSameMemory()
    {
        using var failed = new CancellationTokenSource();
        Thread[] threads = [.. Enumerable.Range(1, 6).Select(id => new Thread(() => Work(id, failed)))];
        foreach (Thread thread in threads)
        {
            thread.Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }

        Assert.False(failed.IsCancellationRequested);
    }

    /// <summary>Tensors come, are marked, change hands between held, disposed and dropped, and must keep their mark.</summary>
    private static void Work(int id, CancellationTokenSource failed)
    {
        var random = new Random(id);
        var held = new (Tensor<int, Cpu> Tensor, int Mark)[12];
        for (int round = 0; round < 3_000 && !failed.IsCancellationRequested; round++)
        {
            ref (Tensor<int, Cpu> Tensor, int Mark) slot = ref held[random.Next(held.Length)];
            if (slot.Tensor is { } old)
            {
                nint last = old.Length - 1;
                if (old[0] != slot.Mark || old[last] != slot.Mark || old[last / 2] != slot.Mark)
                {
                    failed.Cancel();
                }

                switch (random.Next(4))
                {
                    case 0: break;
                    case 1: old.AsSpan(); goto default;
                    default: old.Dispose(); break;
                }
            }

            int size = random.Next(2) == 0 ? random.Next(1, 700) : 1_000 << random.Next(6);
            slot = (Tensor<int, Cpu>.Full((id * 1_000_000) + round, size), (id * 1_000_000) + round);
            if (round % 1_000 == 0)
            {
                GC.Collect(random.Next(3));
            }
        }
    }
}
