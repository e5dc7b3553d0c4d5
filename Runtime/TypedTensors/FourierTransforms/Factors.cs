namespace TypedTensors.FourierTransforms;

/// <summary>Into which radices a length falls.</summary>
internal static class Factors
{
    /// <summary>The largest prime that a pass takes; beyond, Bluestein's detour through a power of two is the shorter way.</summary>
    private const int LargestRadix = 47;

    /// <summary>The radices of a length, in the order of the passes; null if a prime factor is too large.</summary>
    public static int[]? Of(nint length)
    {
        var radices = new List<int>();
        nint rest = length;
        int twos = (int)nint.TrailingZeroCount(length);
        rest >>= twos;

        // As many eights as leave no single two: 16 is 4 * 4.
        int fours = (twos % 3) switch
        {
            0 => 0,
            2 => 1,
            _ => twos >= 4 ? 2 : 0,
        };
        int eights = (twos - (2 * fours)) / 3;
        radices.AddRange(Enumerable.Repeat(8, eights));
        radices.AddRange(Enumerable.Repeat(4, fours));
        if (twos == 1)
        {
            radices.Add(2);
        }

        for (int prime = 3; prime <= LargestRadix && rest > 1; prime += 2)
        {
            for (; rest % prime == 0; rest /= prime)
            {
                radices.Add(prime);
            }
        }

        return rest == 1 ? [.. radices] : null;
    }

    /// <summary>The two factors of a length that has <paramref name="radices"/> which lie closest together, the larger first.</summary>
    public static (nint Rows, nint Columns) Halve(nint length, int[] radices)
    {
        // Divisors are products of some of the radices' primes; there are at most a few thousand.
        var divisors = new HashSet<nint> { 1 };
        foreach (int radix in radices)
        {
            int prime = radix % 2 == 0 ? 2 : radix;
            for (int power = prime; power <= radix; power *= prime)
            {
                foreach (nint divisor in divisors.ToArray())
                {
                    if (divisor * prime <= length / (divisor * prime))
                    {
                        divisors.Add(divisor * prime);
                    }
                }
            }
        }

        nint columns = divisors.Max();
        return (length / columns, columns);
    }
}
