namespace TypedTensors;

/// <summary>Norms of matrices, by the orders they have in NumPy.</summary>
public enum MatrixNormOrder
{
    /// <summary>Frobenius' norm: the square root of the sum of the squares.</summary>
    Frobenius,

    /// <summary>The largest sum of magnitudes of a column; order 1.</summary>
    One,

    /// <summary>The smallest sum of magnitudes of a column; order -1.</summary>
    NegativeOne,

    /// <summary>The largest sum of magnitudes of a row; order infinity.</summary>
    Infinity,

    /// <summary>The smallest sum of magnitudes of a row; order negative infinity.</summary>
    NegativeInfinity,
}
