namespace TypedTensors.Ops.Tests.Surface;

/// <summary>Marks a method that calls an operation on what it is given, for the laws of <see cref="SurfaceTests"/>.</summary>
/// <remarks>The dtypes are those that the method's constraints admit. It returns a tensor, an array of tensors, or a tuple of tensors.</remarks>
/// <param name="family">The class of the operation.</param>
/// <param name="operation">Its name.</param>
/// <param name="shapes">The shapes of the operands: <c>"3 4, 4"</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
sealed class CaseAttribute(Type family, string operation, string shapes) : Attribute
{
    /// <summary>The class of the operation.</summary>
    public Type Family => family;

    /// <summary>The operation's name.</summary>
    public string Operation => operation;

    /// <summary>The shapes of the operands.</summary>
    public nint[][] Shapes => Parse(shapes);

    /// <summary>Shapes that the operation refuses; null if every shape fits.</summary>
    public string? Refused { get; set; }

    /// <summary>What is added to the diagonal of the first operand, so that its matrices are regular.</summary>
    public int Diagonal { get; set; }

    /// <summary>The least number among the elements, which are three numbers in a row.</summary>
    public int Least { get; set; }

    /// <summary>How many units in the last place of its dtype a floating result may be from that of double.</summary>
    public int Ulps { get; set; } = 4;

    /// <summary>Reads shapes: sizes separated by spaces, shapes by commas.</summary>
    public static nint[][] Parse(string shapes) =>
        [.. shapes.Split(',').Select(shape => shape.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(size => nint.Parse(size, System.Globalization.CultureInfo.InvariantCulture)).ToArray())];
}
