using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using TypedTensors.Kernels;

namespace TypedTensors.Tests.Loops;

public class VectorMaskTests
{
    private static readonly bool[] Flags = [.. Enumerable.Range(0, 200).Select(i => (i * i) % 7 < 3)];

    [Fact]
    public void LanesOfEverySize_AreLoadedAndStored()
    {
        Check<byte>(byte.MaxValue);
        Check<sbyte>(-1);
        Check<short>(-1);
        Check<ushort>(ushort.MaxValue);
        Check<int>(-1);
        Check<uint>(uint.MaxValue);
        Check<long>(-1);
        Check<ulong>(ulong.MaxValue);
        Check<float>(BitConverter.Int32BitsToSingle(-1));
        Check<double>(BitConverter.Int64BitsToDouble(-1));
    }

    private static void Check<T>(T allOnes)
        where T : unmanaged
    {
        foreach (int offset in (int[])[0, 1, 3, 17, 64])
        {
            Vector128<T> narrow = VectorMask.Load128<T>(ref Flags[0], (nuint)offset);
            Vector256<T> middle = VectorMask.Load256<T>(ref Flags[0], (nuint)offset);
            Vector512<T> wide = VectorMask.Load512<T>(ref Flags[0], (nuint)offset);
            for (int lane = 0; lane < Vector512<T>.Count; lane++)
            {
                T expected = Flags[offset + lane] ? allOnes : default;
                Assert.True(Same(expected, wide[lane]));
                Assert.True(lane >= Vector256<T>.Count || Same(expected, middle[lane]));
                Assert.True(lane >= Vector128<T>.Count || Same(expected, narrow[lane]));
            }

            CheckStore(offset, Vector128<T>.Count, (destination, at) => VectorMask.Store(narrow, ref destination[0], at));
            CheckStore(offset, Vector256<T>.Count, (destination, at) => VectorMask.Store(middle, ref destination[0], at));
            CheckStore(offset, Vector512<T>.Count, (destination, at) => VectorMask.Store(wide, ref destination[0], at));
        }
    }

    /// <summary>Exactly the lanes are written, each as a byte that is 0 or 1.</summary>
    private static void CheckStore(int offset, int lanes, Action<bool[], nuint> store)
    {
        var destination = new bool[200];
        Span<byte> bytes = System.Runtime.InteropServices.MemoryMarshal.AsBytes(destination.AsSpan());
        bytes.Fill(0xCC);
        store(destination, (nuint)offset);
        for (int i = 0; i < bytes.Length; i++)
        {
            byte expected = i < offset || i >= offset + lanes ? (byte)0xCC : Unsafe.BitCast<bool, byte>(Flags[i]);
            Assert.Equal(expected, bytes[i]);
        }
    }

    private static bool Same<T>(T left, T right)
        where T : unmanaged => Vector128.EqualsAll(Vector128.CreateScalar(left).AsByte(), Vector128.CreateScalar(right).AsByte());
}
