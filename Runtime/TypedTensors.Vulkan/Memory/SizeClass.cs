using System.Numerics;

namespace TypedTensors.VulkanRuntime;

/// <summary>The sizes that blocks come in: four for each power of two, so that at most a fifth of a block is unused.</summary>
internal static class SizeClass
{
    /// <summary>The smallest block: every device aligns bindings to at most this many bytes.</summary>
    public const nint Smallest = 256;

    private const int PerDoubling = 4;

    /// <summary>The number of classes.</summary>
    public const int Count = 64 * PerDoubling;

    /// <summary>The class whose blocks hold so many bytes and are the smallest to do so.</summary>
    public static int Of(nint bytes)
    {
        nuint units = ((nuint)Math.Max(bytes, 1) + (nuint)Smallest - 1) / (nuint)Smallest;
        if (units <= PerDoubling)
        {
            return (int)units - 1;
        }

        int shift = BitOperations.Log2(units - 1) - 2;
        return (shift * PerDoubling) + (int)((units - 1) >> shift);
    }

    /// <summary>The bytes of a class's blocks.</summary>
    public static nint Bytes(int sizeClass)
    {
        if (sizeClass < PerDoubling)
        {
            return (sizeClass + 1) * Smallest;
        }

        int shift = (sizeClass / PerDoubling) - 1, step = sizeClass % PerDoubling;
        return ((nint)(PerDoubling + step + 1) << shift) * Smallest;
    }
}
