namespace TypedTensors.Compiler.Model;

/// <summary>The dtype that two dtypes promote to: NumPy's table (<c>numpy.result_type</c>), from which the mixed operators are emitted.</summary>
/// <remarks>
/// PyTorch differs where an integer meets a floating dtype: there the floating one always wins (int64 with float32 is float32), here it widens until the
/// integer fits (float64).
/// </remarks>
public static class Promotion
{
    /// <summary>The element types that tensors have.</summary>
    public static IReadOnlyList<ElementKind> Kinds { get; } =
    [
        ElementKind.Boolean, ElementKind.SByte, ElementKind.Byte, ElementKind.Int16, ElementKind.UInt16, ElementKind.Int32, ElementKind.UInt32,
        ElementKind.Int64, ElementKind.UInt64, ElementKind.Half, ElementKind.Single, ElementKind.Double,
    ];

    /// <summary>The narrowest dtype that holds the values of both, floating if either is.</summary>
    public static ElementKind Result(ElementKind left, ElementKind right)
    {
        if (left == right || right == ElementKind.Boolean)
        {
            return left;
        }

        if (left == ElementKind.Boolean)
        {
            return right;
        }

        bool leftFloats = new ElementType(left).IsFloating, rightFloats = new ElementType(right).IsFloating;
        return leftFloats && rightFloats ? (ElementKind)Math.Max((int)left, (int)right)
            : leftFloats ? Floating(left, right)
            : rightFloats ? Floating(right, left)
            : Integer(left, right);
    }

    /// <summary>The dtype of a true quotient: that of the operands if it is floating, else double.</summary>
    public static ElementKind Quotient(ElementKind left, ElementKind right)
    {
        ElementKind result = Result(left, right);
        return new ElementType(result).IsFloating ? result : ElementKind.Double;
    }

    /// <summary>Whether an in-place operation may store one dtype in another: NumPy's rule <c>same_kind</c>, from bool over unsigned and signed to floating.</summary>
    public static bool IsSameKind(ElementKind from, ElementKind to) => Rank(from) <= Rank(to);

    static ElementKind Floating(ElementKind floating, ElementKind integer)
    {
        ElementKind needed = new ElementType(integer).Size switch
        {
            1 => ElementKind.Half,
            2 => ElementKind.Single,
            _ => ElementKind.Double,
        };
        return (ElementKind)Math.Max((int)floating, (int)needed);
    }

    static ElementKind Integer(ElementKind left, ElementKind right)
    {
        var (first, second) = (new ElementType(left), new ElementType(right));
        if (first.IsUnsigned == second.IsUnsigned)
        {
            return first.Size >= second.Size ? left : right;
        }

        (ElementType signed, ElementType unsigned) = first.IsUnsigned ? (second, first) : (first, second);
        return Math.Max(signed.Size, 2 * unsigned.Size) switch
        {
            2 => ElementKind.Int16,
            4 => ElementKind.Int32,
            8 => ElementKind.Int64,
            _ => ElementKind.Double,
        };
    }

    static int Rank(ElementKind kind)
    {
        var type = new ElementType(kind);
        return type.IsBoolean ? 0 : type.IsUnsigned ? 1 : type.IsInteger ? 2 : 3;
    }
}
