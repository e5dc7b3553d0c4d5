namespace TypedTensors.Analyzers.SharedMemory.Flow;

/// <summary>A set of small numbers: of handles or of nodes. A body with more of them than this holds is not analysed.</summary>
readonly record struct Bits(ulong First, ulong Second, ulong Third, ulong Fourth)
{
    /// <summary>The numbers it can hold are below this.</summary>
    public const int Capacity = 256;

    /// <summary>Every number.</summary>
    public static Bits All { get; } = new(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue);

    /// <summary>Whether it has none.</summary>
    public bool IsEmpty => (First | Second | Third | Fourth) == 0;

    /// <summary>A single number.</summary>
    public static Bits Of(int number)
    {
        ulong bit = 1UL << (number & 63);
        return (number >> 6) switch { 0 => new(bit, 0, 0, 0), 1 => new(0, bit, 0, 0), 2 => new(0, 0, bit, 0), _ => new(0, 0, 0, bit) };
    }

    /// <summary>Whether a number is in it.</summary>
    public bool Contains(int number) => !(this & Of(number)).IsEmpty;

    /// <summary>These without others.</summary>
    public Bits Except(Bits others) => new(First & ~others.First, Second & ~others.Second, Third & ~others.Third, Fourth & ~others.Fourth);

    /// <summary>The numbers, from small to large.</summary>
    public IEnumerable<int> Numbers()
    {
        for (int word = 0; word < 4; word++)
        {
            ulong left = word switch { 0 => First, 1 => Second, 2 => Third, _ => Fourth };
            for (int bit = 0; left != 0; bit++, left >>= 1)
            {
                if ((left & 1) != 0)
                {
                    yield return (word << 6) + bit;
                }
            }
        }
    }

    /// <summary>The numbers of both.</summary>
    public static Bits operator |(Bits left, Bits right) => new(left.First | right.First, left.Second | right.Second, left.Third | right.Third, left.Fourth | right.Fourth);

    /// <summary>The numbers that both have.</summary>
    public static Bits operator &(Bits left, Bits right) => new(left.First & right.First, left.Second & right.Second, left.Third & right.Third, left.Fourth & right.Fourth);
}
