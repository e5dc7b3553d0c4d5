namespace TypedTensors.Analyzers.SharedMemory.Flow;

/// <summary>Which elements of its source a view has, along the first axis.</summary>
/// <param name="IsWhole">All of them.</param>
/// <param name="Start">The first, where it is a constant.</param>
/// <param name="End">The one behind the last, where it is a constant counted from the start.</param>
/// <param name="FromEnd">How many are left out at the end, where that is a constant.</param>
readonly record struct Extent(bool IsWhole, int? Start, int? End, int? FromEnd)
{
    /// <summary>All elements.</summary>
    public static Extent Whole => new(true, 0, null, 0);

    /// <summary>Some elements, of which nothing is known.</summary>
    public static Extent Part => default;

    /// <summary>A single element.</summary>
    public static Extent At(int index) => new(false, index, index + 1, null);

    /// <summary>Whether two views have certainly no element in common.</summary>
    public bool IsApartFrom(Extent other) => (End is { } end && other.Start is { } otherStart && end <= otherStart) || (other.End is { } otherEnd && Start is { } start && otherEnd <= start);

    /// <summary>Whether two views have certainly an element in common, if the memory is long enough for both not to be empty.</summary>
    public bool Meets(Extent other)
    {
        if (IsWhole || other.IsWhole)
        {
            return true;
        }

        return Start is { } start && other.Start is { } otherStart && !IsApartFrom(other)
            && (start == otherStart || (Reaches(Math.Max(start, otherStart)) && other.Reaches(Math.Max(start, otherStart))));
    }

    /// <summary>Whether both begin at different elements.</summary>
    public bool IsShiftedFrom(Extent other) => Start is { } start && other.Start is { } otherStart && start != otherStart;

    bool Reaches(int index) => FromEnd is not null || (End is { } end && end > index);
}
