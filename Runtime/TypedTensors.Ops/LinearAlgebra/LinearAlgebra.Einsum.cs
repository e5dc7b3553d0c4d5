using System.Numerics;

namespace TypedTensors;

/// <content>Einstein's summation.</content>
public static partial class LinearAlgebra
{
    /// <summary>Sums of products in Einstein's notation, by the rules of NumPy's <c>einsum</c>: <c>Einsum("bij,bjk->bik", x, y)</c>.</summary>
    /// <param name="equation">
    /// A letter for each axis of each operand, the operands separated by commas, then <c>-></c> and the letters of the result. What the result does not name is summed. A letter twice in one
    /// operand takes the diagonal; <c>...</c> stands for the axes that are left, which broadcast. Without <c>-></c> the result has the axes of the ellipsis and the letters that occur once,
    /// in the order of the alphabet, capitals first.
    /// </param>
    /// <param name="operands">The operands, of any layout. An axis of length 1 is broadcast.</param>
    /// <returns>A new tensor, also where nothing is to be computed.</returns>
    /// <remarks>
    /// The equation is taken apart once. Two operands at a time, those whose product takes the fewest multiplications first, are multiplied element by element where nothing is summed, and
    /// otherwise as matrices, in the dtype itself as in <see cref="MatMul"/>: integers wrap, Half is computed in float and rounded once for each product. The sum of nothing is 0.
    /// </remarks>
    /// <exception cref="ArgumentException">The equation is none, or has another number of operands than are given.</exception>
    /// <exception cref="ShapeException">An operand has another number of axes than labels, or the lengths that a label stands for differ.</exception>
    [Copies]
    public static Tensor<T, TDevice> Einsum<T, TDevice>(string equation, params ReadOnlySpan<Tensor<T, TDevice>> operands)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        ArgumentNullException.ThrowIfNull(equation);
        return EinsteinSum.Run(EinsumEquation.Parse(equation), operands);
    }
}
