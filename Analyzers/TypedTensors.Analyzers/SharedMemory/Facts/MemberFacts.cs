using System.Collections.Immutable;

namespace TypedTensors.Analyzers.SharedMemory.Facts;

/// <summary>What a method, constructor, operator, conversion or accessor does with the memory of its operands.</summary>
sealed record MemberFacts
{
    /// <summary>A member of which nothing is said: it reads its operands, keeps none, writes none, and its result shares with none.</summary>
    public static MemberFacts Unknown { get; } = new();

    /// <summary>Whether anything was said of the member, be it that it copies.</summary>
    public bool Known { get; init; }

    /// <summary>Which operands share memory after the call.</summary>
    public ImmutableArray<Share> Shares { get; init; } = [];

    /// <summary>Operands whose elements are written.</summary>
    public OperandMask Mutates { get; init; }

    /// <summary>Operands whose memory may be someone else's after the call: <c>ArrayPool.Return</c>, <c>IMemoryOwner.Dispose</c>.</summary>
    public OperandMask GivesBack { get; init; }

    /// <summary>Operands of which no element is read: only the shape is, or the reference.</summary>
    public OperandMask MetadataOnly { get; init; }

    /// <summary>Whether the result is memory that is to be given back.</summary>
    public bool RentsResult { get; init; }

    /// <summary>Whether operations on the result are recorded for a gradient.</summary>
    public bool RequiresGradientResult { get; init; }

    /// <summary>Whether the call computes gradients from what was recorded, and so reads what the forward pass read.</summary>
    public bool RunsBackward { get; init; }

    /// <summary>Whether the operands that are read may overlap those that are written in any layout, and the result is as if they did not.</summary>
    public bool OverlapSafe { get; init; }
}
