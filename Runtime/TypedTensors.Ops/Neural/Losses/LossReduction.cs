namespace TypedTensors;

/// <summary>What becomes of the losses of elements.</summary>
public enum LossReduction
{
    /// <summary>Their mean; of weighted classes, divided by the weights of the targets.</summary>
    Mean,

    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>All of them are the result.</summary>
    None,
}
