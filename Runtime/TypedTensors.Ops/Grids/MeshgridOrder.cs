namespace TypedTensors;

/// <summary>Which axes of a grid its coordinates run along.</summary>
public enum MeshgridOrder
{
    /// <summary>The first along the columns, the second along the rows, as x and y of a picture (NumPy's default).</summary>
    XY,

    /// <summary>The first along axis 0, the second along axis 1, as indices of a matrix (PyTorch's default).</summary>
    IJ,
}
