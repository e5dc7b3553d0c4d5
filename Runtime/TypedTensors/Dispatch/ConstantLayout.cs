using TypedTensors.Kernels;

namespace TypedTensors.Dispatch;

/// <summary>Where the constants of an element-wise program lie, counted in 32-bit words. Printers of programs follow the same rules.</summary>
/// <remarks>
/// The dispatch size (three words), the length, the rank and the mask of inline inputs come first; then a scalar for each input, those of eight bytes before
/// those of four; then the base of each operand, the sizes of the axes but the outermost, and the strides, axis by axis from the innermost.
/// </remarks>
internal static class ConstantLayout<TProgram>
    where TProgram : struct, IDeviceProgram
{
    /// <summary>The words that every device lets a program have.</summary>
    public const int MostWords = 32;

    /// <summary>The word that says which inputs are scalars, as bits.</summary>
    public const int InlineMask = 5;

    /// <summary>The first word after those that every program has.</summary>
    private const int FirstScalar = 6;

    private static readonly int[] Scalars = PlaceScalars(out bases);
    private static readonly int bases;

    /// <summary>The number of inputs and outputs.</summary>
    public static int OperandCount { get; } = TProgram.InputCount + TProgram.OutputCount;

    /// <summary>The most axes for which there is room; below 1 if the program has too many operands.</summary>
    public static int MaxRank { get; } = Math.Min(Shape.MaxRank, (MostWords - bases - OperandCount + 1) / (OperandCount + 1));

    /// <summary>The number of words in all.</summary>
    public static int WordCount { get; } = Stride(MaxRank, 0);

    /// <summary>The word, or the first of two, of an input's scalar.</summary>
    public static int Scalar(int input) => Scalars[input];

    /// <summary>The word of an operand's base.</summary>
    public static int Base(int operand) => bases + operand;

    /// <summary>The word of an axis's size; the outermost of <see cref="MaxRank"/> axes has none.</summary>
    public static int Size(int axis) => bases + OperandCount + axis;

    /// <summary>The word of an operand's stride along an axis.</summary>
    public static int Stride(int axis, int operand) => Size(MaxRank - 1) + (axis * OperandCount) + operand;

    private static int[] PlaceScalars(out int next)
    {
        int[] places = new int[TProgram.InputCount];
        next = FirstScalar;
        foreach (int words in (ReadOnlySpan<int>)[2, 1])
        {
            for (int input = 0; input < places.Length; input++)
            {
                if ((Dtypes.SizeOf(TProgram.BindingType(input)) == 2 * sizeof(uint) ? 2 : 1) == words)
                {
                    places[input] = next;
                    next += words;
                }
            }
        }

        return places;
    }
}
