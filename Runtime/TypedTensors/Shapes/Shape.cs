using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace TypedTensors;

/// <summary>The lengths of a tensor's axes: rank 0 (a scalar) to rank 8, without a heap allocation.</summary>
/// <remarks>Value-equatable; prints as <c>[2, 3]</c>. An axis may be 0 long, and the tensor is then empty.</remarks>
public readonly struct Shape : IEquatable<Shape>
{
    /// <summary>The highest rank a tensor can have.</summary>
    public const int MaxRank = 8;

    private readonly Dimensions sizes;
    private readonly int rank;

    /// <summary>Creates a shape from the lengths of its axes; no lengths make the shape of a scalar.</summary>
    /// <exception cref="ShapeException">A length is negative, there are more than 8, or their product overflows <see cref="nint"/>.</exception>
    public Shape(params ReadOnlySpan<nint> sizes)
    {
        if (sizes.Length > MaxRank)
        {
            throw new ShapeException($"Shape: rank {sizes.Length} is above the highest supported rank, {MaxRank}.");
        }

        // The lengths that are not 0 must fit an address even where one is 0: a view may be taken of the others.
        ulong nonEmptyLength = 1;
        bool isEmpty = false;
        for (int axis = 0; axis < sizes.Length; axis++)
        {
            nint size = sizes[axis];
            if (size < 0)
            {
                throw new ShapeException($"Shape: axis {axis} has the negative length {size}.");
            }

            this.sizes[axis] = size;
            isEmpty |= size == 0;
            ulong high = Math.BigMul(nonEmptyLength, (ulong)Math.Max(size, 1), out nonEmptyLength);
            if (high != 0 || nonEmptyLength > (ulong)nint.MaxValue)
            {
                throw new ShapeException($"Shape: {Format(sizes)} has more elements than an address can count.");
            }
        }

        rank = sizes.Length;
        Length = isEmpty ? 0 : (nint)nonEmptyLength;
    }

    /// <summary>The number of axes.</summary>
    public int Rank => rank;

    /// <summary>The number of elements: the product of the lengths, 1 for a scalar.</summary>
    /// <remarks>A default-constructed shape is that of a scalar and reports 1.</remarks>
    public nint Length => rank == 0 ? 1 : field;

    /// <summary>The length of an axis.</summary>
    /// <exception cref="ShapeException">The axis is not in 0 to rank - 1.</exception>
    public nint this[int axis]
    {
        get
        {
            if ((uint)axis >= (uint)rank)
            {
                throw new ShapeException($"Shape: axis {axis} is outside {this}, which has rank {rank}.");
            }

            return sizes[axis];
        }
    }

    /// <summary>The length of an axis counted from either end: <c>shape[^1]</c> is the last.</summary>
    public nint this[Index axis] => this[axis.GetOffset(rank)];

    /// <summary>Whether two shapes have the same lengths.</summary>
    public static bool operator ==(in Shape left, in Shape right) => left.AsSpan().SequenceEqual(right.AsSpan());

    /// <summary>Whether two shapes differ in any length or in rank.</summary>
    public static bool operator !=(in Shape left, in Shape right) => !(left == right);

    /// <summary>The shape that two shapes broadcast to: aligned at the last axis, an axis of length 1 stretches to any length (NumPy <c>broadcast_shapes</c>).</summary>
    /// <param name="operation">The operation to name in the message.</param>
    /// <param name="left">One shape.</param>
    /// <param name="right">The other shape.</param>
    /// <exception cref="ShapeException">Two lengths differ and neither is 1.</exception>
    public static Shape Broadcast(string operation, Shape left, Shape right) => Broadcasting.Combine(operation, left, right);

    /// <summary>The lengths as a span over this very value.</summary>
    [UnscopedRef]
    public ReadOnlySpan<nint> AsSpan() => MemoryMarshal.CreateReadOnlySpan(in Unsafe.As<Dimensions, nint>(ref Unsafe.AsRef(in sizes)), rank);

    /// <summary>The lengths as a new array.</summary>
    public nint[] ToArray() => AsSpan().ToArray();

    /// <inheritdoc/>
    public bool Equals(Shape other) => this == other;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Shape other && this == other;

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (nint size in AsSpan())
        {
            hash.Add(size);
        }

        return hash.ToHashCode();
    }

    /// <summary>The shape as <c>[2, 3]</c>, and <c>[]</c> for a scalar.</summary>
    public override string ToString() => Format(AsSpan());

    /// <summary>Numbers as <c>[2, 3]</c>, for messages.</summary>
    internal static string Format(ReadOnlySpan<nint> values)
    {
        var text = new StringBuilder("[");
        for (int i = 0; i < values.Length; i++)
        {
            text.Append(i == 0 ? string.Empty : ", ").Append(values[i].ToString(CultureInfo.InvariantCulture));
        }

        return text.Append(']').ToString();
    }
}
