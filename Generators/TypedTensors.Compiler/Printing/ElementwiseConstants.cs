using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Printing;

/// <summary>The layout of the numbers that a dispatch of an element-wise kernel is given beside its buffers, the same on every device.</summary>
/// <remarks>
/// In words of 32 bits: the numbers of threads along x, y and z; the number of elements; the rank; a mask with a bit for each input that is an inline
/// scalar; the inline scalars, first those of 8 bytes, then the others; the offset of each operand, inputs first; the extents of the axes but the last,
/// innermost first; and for each axis, innermost first, the stride of each operand. Vulkan promises room for 32 words, and that bounds the rank.
/// </remarks>
public sealed class ElementwiseConstants
{
    /// <summary>Where the number of threads stands.</summary>
    public const int Threads = 0;

    /// <summary>Where the number of elements stands.</summary>
    public const int Length = 3;

    /// <summary>Where the rank stands.</summary>
    public const int Rank = 4;

    /// <summary>Where the mask of the inline inputs stands.</summary>
    public const int InlineMask = 5;

    const int FirstScalar = 6, Words = 32, LargestRank = 8;

    readonly int[] _scalars;

    ElementwiseConstants(int[] scalars, int operandCount, int bases, int maxRank)
    {
        (_scalars, OperandCount, Bases, MaxRank) = (scalars, operandCount, bases, maxRank);
    }

    /// <summary>The number of inputs and outputs.</summary>
    public int OperandCount { get; }

    /// <summary>The largest rank that fits.</summary>
    public int MaxRank { get; }

    /// <summary>Where the operands' offsets begin.</summary>
    public int Bases { get; }

    /// <summary>Where the extents begin: one less than <see cref="MaxRank"/>.</summary>
    public int Sizes => Bases + OperandCount;

    /// <summary>Where the strides begin.</summary>
    public int Strides => Sizes + MaxRank - 1;

    /// <summary>Lays the numbers out for a kernel.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <returns>The layout, or null when the kernel has so many operands that not even one axis fits; no device can run it then.</returns>
    public static ElementwiseConstants? Of(DeviceKernelModel kernel)
    {
        int[] scalars = new int[kernel.Inputs.Count];
        int next = FirstScalar;
        foreach (int size in (int[])[8, 4])
        {
            for (int input = 0; input < scalars.Length; input++)
            {
                if (SizeOf(kernel.Inputs[input]) == size)
                {
                    scalars[input] = next;
                    next += size / sizeof(int);
                }
            }
        }

        int operands = kernel.Inputs.Count + kernel.Outputs.Count;
        int maxRank = RankFor(next - FirstScalar, operands);
        return maxRank < 1 ? null : new ElementwiseConstants(scalars, operands, next, maxRank);
    }

    /// <summary>The largest rank that fits beside the scalars and offsets of a kernel; below 1 when there are too many for a device.</summary>
    /// <param name="scalarWords">The words that the inline scalars take.</param>
    /// <param name="operandCount">The number of inputs and outputs.</param>
    /// <returns>The rank.</returns>
    public static int RankFor(int scalarWords, int operandCount) => Math.Min(LargestRank, (Words - FirstScalar - scalarWords - operandCount + 1) / (operandCount + 1));

    /// <summary>Where the inline scalar of an input stands; a bool is there a <see cref="uint"/>, all others have the type they are computed with.</summary>
    public int Scalar(int input) => _scalars[input];

    static int SizeOf(DeviceOperand input) => input.Computed.IsBoolean ? sizeof(uint) : input.Computed.Size;
}
