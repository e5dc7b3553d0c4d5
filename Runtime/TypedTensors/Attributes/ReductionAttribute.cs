namespace TypedTensors;

/// <summary>Marks a static class from which the generator writes a tensor operation that reduces axes.</summary>
/// <param name="name">The operation's name: that of the methods.</param>
/// <remarks>
/// The class stands in a top-level <c>static partial</c> class, which gets the methods. Its static members say how elements become one:
/// <list type="bullet">
/// <item><c>Identity</c>, a property: the accumulator of nothing, which changes no other when combined with it. Its type, one value or a tuple of them, is the accumulator's.</item>
/// <item><c>Map(x)</c>, or <c>Map(x, long position)</c>: the accumulator of one element. Without it elements are accumulators themselves.</item>
/// <item><c>Combine(left, right)</c>: the accumulator of what two have accumulated. It must be associative, up to rounding, for how elements are grouped is not said.</item>
/// <item><c>Finish(total)</c>, or <c>Finish(total, long count)</c>, and parameters of the method after that: the result. Without it the accumulator is the result.</item>
/// </list>
/// From these come methods on <see cref="Tensor{TDtype, TDevice}"/> that reduce all axes, one or several, of tensors of any layout. How elements are grouped
/// depends on the shape and the layout alone, so that the same bits come of every width of vectors and any number of threads.
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReductionAttribute(string name) : Attribute
{
    /// <summary>The operation's name.</summary>
    public string Name { get; } = name;

    /// <summary>Whether the reduction of no elements is an error, rather than what <c>Identity</c> gives.</summary>
    public bool RequiresElements { get; set; }
}
