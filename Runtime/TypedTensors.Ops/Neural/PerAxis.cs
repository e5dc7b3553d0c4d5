namespace TypedTensors;

/// <summary>A number for each spatial axis of a convolution or a pooling, or one number for all of them: <c>2</c>, <c>(2, 1)</c>, <c>(2, 1, 1)</c>.</summary>
public readonly struct PerAxis : IEquatable<PerAxis>
{
    private readonly int[]? values;

    private PerAxis(params int[] values) => this.values = values;

    /// <summary>One number for all axes.</summary>
    public static implicit operator PerAxis(int value) => new(value);

    /// <summary>Numbers of rows and columns.</summary>
    public static implicit operator PerAxis((int Rows, int Columns) values) => new(values.Rows, values.Columns);

    /// <summary>Numbers of planes, rows and columns.</summary>
    public static implicit operator PerAxis((int Planes, int Rows, int Columns) values) => new(values.Planes, values.Rows, values.Columns);

    /// <summary>A number for each axis, of an array that is not written afterwards.</summary>
    public static implicit operator PerAxis(int[] values) => new([.. values]);

    /// <summary>Whether two give the same numbers.</summary>
    public static bool operator ==(PerAxis left, PerAxis right) => left.Equals(right);

    /// <summary>Whether two differ.</summary>
    public static bool operator !=(PerAxis left, PerAxis right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(PerAxis other) => (values ?? []).AsSpan().SequenceEqual(other.values ?? []);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PerAxis other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (values ?? []).Aggregate(0, HashCode.Combine);

    /// <inheritdoc/>
    public override string ToString() => $"({string.Join(", ", values ?? [])})";

    /// <summary>The numbers for so many axes.</summary>
    /// <param name="operation">The operation, for messages.</param>
    /// <param name="name">What the numbers are, for messages.</param>
    /// <param name="axes">The number of axes.</param>
    /// <param name="least">The smallest number allowed.</param>
    /// <param name="absent">The number that none given stands for.</param>
    /// <exception cref="ArgumentException">There are as many numbers as another number of axes has, or one is too small.</exception>
    internal int[] For(string operation, string name, int axes, int least, int absent)
    {
        int[] given = values is null ? [absent] : values;
        int[] numbers = given.Length == 1 ? [.. Enumerable.Repeat(given[0], axes)] : given;
        if (numbers.Length != axes)
        {
            throw new ArgumentException($"{operation}: {name} {this} has {given.Length} numbers; there are {axes} spatial axes.", name);
        }

        foreach (int number in numbers)
        {
            if (number < least)
            {
                throw new ArgumentException($"{operation}: {name} {number} is below {least}.", name);
            }
        }

        return numbers;
    }
}
