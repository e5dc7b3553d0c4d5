namespace TypedTensors;

/// <summary>The operators between tensors of two dtypes, which widen as NumPy's do, and between tensors and scalars of another dtype.</summary>
/// <remarks>
/// <para>Two tensors give the narrowest dtype that holds both: <c>float + double</c> is double, <c>int + float</c> is double, <c>byte + sbyte</c> is
/// short, <c>long + ulong</c> is double. PyTorch differs where an integer meets a floating dtype: there the floating one always wins.</para>
/// <para>A scalar takes the dtype of a tensor of its kind: of floats, <c>tensor * 0.1</c> stays float, and of bytes, <c>tensor * 2</c> stays byte. An integer
/// scalar that the dtype does not hold throws <see cref="OverflowException"/>, except in a comparison. An integer tensor with a floating scalar widens. Division
/// with <c>/</c> is true division: of integers, in double. Compound operators store the result in the left tensor's dtype, and exist where NumPy's rule
/// <c>same_kind</c> allows that.</para>
/// <para>The members are emitted from the table <c>Promotion</c> of the compiler.</para>
/// </remarks>
[PromotedOperators]
public static partial class PromotedOperators;
