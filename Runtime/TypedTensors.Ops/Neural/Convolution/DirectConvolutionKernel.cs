using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>A group computes one tile of places of the result, for all output channels of one group of channels of one image.</summary>
internal struct DirectConvolutionKernel<T> : IHostKernel
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>What a group counts as when the loop is shared out.</summary>
    public const int GroupThreads = 256;

    private static readonly string[] Names = ["phases", "kernels", "shifts", "bias", "sizes", "result"];

    public static string Name => "Convolution";

    public static int BufferCount => Names.Length;

    public static int ScalarCount => 0;

    public static Dtype ScalarType(int index) => throw new ArgumentOutOfRangeException(nameof(index));

    public static ComputeBuffer Buffer(int index)
    {
        Dtype dtype = index is 2 or 4 ? Dtype.Int32 : Dtypes.Of<T>();
        return new ComputeBuffer(Names[index], dtype, dtype, Rank: 1, IsReadOnly: index < 5);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static unsafe void Run(in ComputeGroup group)
    {
        Buffer1D<int> sizes = group.Buffer1D<int>(4, Names[4]), shifts = group.Buffer1D<int>(2, Names[2]);
        Buffer1D<T> phases = group.Buffer1D<T>(0, Names[0]), kernels = group.Buffer1D<T>(1, Names[1]), bias = group.Buffer1D<T>(3, Names[3]);
        Buffer1D<T> result = group.Buffer1D<T>(5, Names[5]);
        int tiles = sizes[0], groups = sizes[1], inputs = sizes[2], outputs = sizes[3], blocks = sizes[4], channel = sizes[5], run = sizes[6];
        int planes = sizes[7], rows = sizes[8], columns = sizes[9], rowSteps = sizes[10], columnSteps = sizes[11];

        int length = ConvolutionTile.Length<T>();
        (int upper, int tile) = Math.DivRem(group.X, tiles);
        (int image, int part) = Math.DivRem(upper, groups);
        int place = tile * length, count = Math.Min(length, run - place);
        nint from = (((nint)image * groups) + part) * inputs * channel;
        int volume = planes * rows * columns;
        T* tileSums = stackalloc T[ConvolutionTile.Channels * length];
        T* first = stackalloc T[ConvolutionTile.Channels];
        for (int block = 0; block < blocks; block++)
        {
            int channels = Math.Min(ConvolutionTile.Channels, outputs - (block * ConvolutionTile.Channels)), output = (part * outputs) + (block * ConvolutionTile.Channels);
            for (int i = 0; i < ConvolutionTile.Channels; i++)
            {
                first[i] = i < channels ? bias[output + i] : T.Zero;
            }

            int depth = shifts.Length;
            ConvolutionTile.Run(
                ref phases[checked((int)from + place)], ref shifts[0], depth, ref kernels[((part * blocks) + block) * depth * ConvolutionTile.Channels], first, tileSums);
            nint to = (((nint)image * groups * outputs) + output) * volume;
            for (int start = 0; start < count;)
            {
                // A piece of a row of the result, or what lies between two rows.
                (int line, int column) = Math.DivRem(place + start, columnSteps);
                (int plane, int row) = Math.DivRem(line, rowSteps);
                int piece = Math.Min(count - start, column < columns ? columns - column : columnSteps - column);
                if (column < columns && row < rows)
                {
                    int target = (((plane * rows) + row) * columns) + column;
                    for (int i = 0; i < channels; i++)
                    {
                        Copy(tileSums + (i * length) + start, ref result[checked((int)(to + ((nint)i * volume)) + target)], piece);
                    }
                }

                start += piece;
            }
        }
    }

    /// <summary>Copies a few elements, which a call of the runtime's own copy would take longer for than the copy itself: vectors, of which the last may reach back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Copy(T* from, ref T to, int count)
    {
        int lanes = Vector<T>.Count;
        if (count < lanes)
        {
            new ReadOnlySpan<T>(from, count).CopyTo(MemoryMarshal.CreateSpan(ref to, count));
            return;
        }

        for (int i = 0; i < count - lanes; i += lanes)
        {
            Vector.Load(from + i).StoreUnsafe(ref to, (nuint)i);
        }

        Vector.Load(from + count - lanes).StoreUnsafe(ref to, (nuint)(count - lanes));
    }
}
