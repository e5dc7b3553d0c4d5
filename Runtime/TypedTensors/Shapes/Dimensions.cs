using System.Runtime.CompilerServices;

namespace TypedTensors;

/// <summary>Storage for one number per axis, in place, so that shapes and strides need no heap allocation.</summary>
[InlineArray(Shape.MaxRank)]
internal struct Dimensions
{
    private nint first;
}
