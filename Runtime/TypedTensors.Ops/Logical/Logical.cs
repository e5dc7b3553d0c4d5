
namespace TypedTensors;

/// <summary>Element-wise logic on tensors of bool.</summary>
public static partial class Logical
{
    /// <summary>Whether both are true.</summary>
    [Elementwise]
    public static bool LogicalAnd(bool x, bool y) =>
        x & y;

    /// <summary>Whether at least one is true.</summary>
    [Elementwise]
    public static bool LogicalOr(bool x, bool y) =>
        x | y;

    /// <summary>Whether exactly one is true.</summary>
    [Elementwise]
    public static bool LogicalXor(bool x, bool y) =>
        x ^ y;

    /// <summary>Whether it is false.</summary>
    [Elementwise]
    public static bool LogicalNot(bool x) =>
        !x;
}
