namespace TypedTensors.RandomNumbers;

/// <summary>Integers from 0 to a bound, all equally likely.</summary>
/// <remarks>
/// D. Lemire, "Fast Random Integer Generation in an Interval", ACM TOMACS 2019: the draw times the number of values, shifted right. A draw is rejected where
/// the product's low half shows it to be one too many for its value; the next attempt takes the same place of another block. After 256 rejections, less likely
/// than 2^-256, the last draw stands.
/// </remarks>
internal static class BoundedDraw
{
    /// <summary>An integer from 0 to <paramref name="last"/>, made of draw <paramref name="index"/> of 32 bits.</summary>
    public static uint Of(in RandomStream stream, nint index, uint draw, uint last)
    {
        if (last == uint.MaxValue)
        {
            return draw;
        }

        uint count = last + 1;
        ulong product = (ulong)draw * count;
        if ((uint)product < count)
        {
            uint surplus = (0u - count) % count;
            for (int attempt = 1; (uint)product < surplus && attempt < RandomStream.MaxAttempts; attempt++)
            {
                product = (ulong)stream.Draw32(index, attempt) * count;
            }
        }

        return (uint)(product >> 32);
    }

    /// <summary>An integer from 0 to <paramref name="last"/>, made of draw <paramref name="index"/> of 64 bits.</summary>
    public static ulong Of(in RandomStream stream, nint index, ulong draw, ulong last)
    {
        if (last == ulong.MaxValue)
        {
            return draw;
        }

        ulong count = last + 1;
        ulong value = Math.BigMul(draw, count, out ulong low);
        if (low < count)
        {
            ulong surplus = (0ul - count) % count;
            for (int attempt = 1; low < surplus && attempt < RandomStream.MaxAttempts; attempt++)
            {
                value = Math.BigMul(stream.Draw64(index, attempt), count, out low);
            }
        }

        return value;
    }
}
