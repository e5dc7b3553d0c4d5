using System.Runtime.InteropServices;

namespace TypedTensors.MatrixProducts;

/// <summary>Memory of a thread for copies of parts of the factors. It grows to what blocks need at the most, some megabytes, and is used again.</summary>
internal sealed unsafe class ProductScratch
{
    [ThreadStatic]
    private static ProductScratch? mine;

    private Block? left;
    private Block? right;

    /// <summary>The calling thread's.</summary>
    public static ProductScratch Mine => mine ??= new ProductScratch();

    /// <summary>Memory for the left factor, on a cache line.</summary>
    public byte* Left(nint bytes) => Get(ref left, bytes);

    /// <summary>Memory for the right factor, on a cache line.</summary>
    public byte* Right(nint bytes) => Get(ref right, bytes);

    private static byte* Get(ref Block? block, nint bytes)
    {
        if (block is null || block.ByteLength < bytes)
        {
            block = new Block(bytes, clear: false);
        }

        // Blocks never move, and this thread's stays referred to.
        fixed (byte* start = &block.Start)
        {
            return start;
        }
    }
}
