using System.Runtime.CompilerServices;

namespace TypedTensors;

/// <summary>A block that small storages are cut from one after the other; it is reused when the last of them is unreachable.</summary>
/// <remarks>
/// A small tensor costs a few nanoseconds this way and is still aligned to 64 bytes, which a small array on the ordinary heap would not stay
/// when the collector moves it. Each thread cuts from a slab of its own.
/// </remarks>
internal sealed class Slab
{
    /// <summary>The size of a slab in bytes.</summary>
    public const int ByteLength = 32 * 1024;

    /// <summary>Storages up to this many bytes are cut from slabs.</summary>
    public const int LargestPiece = 2 * 1024;

    [ThreadStatic]
    private static Slab? current;

    private nint used;

    private Slab(Block block) => Block = block;

    /// <summary>The memory the pieces lie in.</summary>
    public Block Block { get; }

    /// <summary>Cuts a piece from the calling thread's slab.</summary>
    public static BlockStorage Allocate(nint byteLength, bool clear)
    {
        nint rounded = (Math.Max(byteLength, 1) + Block64.Bytes - 1) & -Block64.Bytes;
        Slab? slab = current;
        if (slab is null || slab.used + rounded > ByteLength)
        {
            Block block = BlockPool.Shared.Rent(ByteLength, clear: false, out _);
            current = slab = new Slab(block);
            BlockPool.Shared.Track(slab, block);
        }

        var piece = new BlockStorage(slab, slab.used, byteLength);
        slab.used += rounded;
        if (clear)
        {
            Unsafe.InitBlockUnaligned(ref piece.Start, 0, (uint)byteLength);
        }

        return piece;
    }
}
