using System.Numerics;

namespace TypedTensors;

/// <summary>Attention: means of values, weighted by how well their keys match queries.</summary>
public static class Attention
{
    /// <summary>How many keys are looked at together: the scores of so many are all that is kept beside the result.</summary>
    private const int KeysAtOnce = 256;

    /// <summary>Scaled dot-product attention, <c>softmax(query keyᵀ * scale + mask) value</c> (Vaswani et al., 2017; PyTorch's <c>scaled_dot_product_attention</c>).</summary>
    /// <param name="query">The queries, of shape [..., L, E] and any layout.</param>
    /// <param name="key">The keys, of shape [..., S, E]; the leading axes broadcast.</param>
    /// <param name="value">The values, of shape [..., S, V].</param>
    /// <param name="mask">What is added to the scores, of a shape that broadcasts to [..., L, S]: negative infinity hides a key. Nothing if null.</param>
    /// <param name="isCausal">Whether query i sees the keys up to i only.</param>
    /// <param name="scale">What the scores are multiplied by; 1 / sqrt(E) if null.</param>
    /// <param name="destination">Where to write, of any layout; null allocates. It may overlap the operands: the result is as if they had been copied before.</param>
    /// <returns>The tensor written, of shape [..., L, V].</returns>
    /// <remarks>
    /// No tensor of shape [..., L, S] is made: keys are taken in blocks, and the softmax is corrected when a block has a larger score (Milakov and Gimelshein, 2018; Dao et al.,
    /// 2022). A query that sees no key gives NaN, as in PyTorch. Half is computed in float and rounded once.
    /// </remarks>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    [Copies]
    public static Tensor<T, TDevice> ScaledDotProductAttention<T, TDevice>(
        this Tensor<T, TDevice> query, Tensor<T, TDevice> key, Tensor<T, TDevice> value, Tensor<T, TDevice>? mask = null, bool isCausal = false, double? scale = null,
        [Mutates] Tensor<T, TDevice>? destination = null)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        Shape stack = Check(query, key, value);
        nint queries = query.Shape[^2], keys = key.Shape[^2];
        if (mask is not null && Shape.Broadcast(nameof(ScaledDotProductAttention), mask.Shape, new Shape([.. stack.AsSpan(), queries, keys])) is var common
            && (common[^1] != keys || common[^2] != queries))
        {
            throw new ShapeException($"ScaledDotProductAttention: a mask of shape {mask.Shape} does not broadcast to the scores of {queries} queries and {keys} keys.");
        }

        var shape = new Shape([.. stack.AsSpan(), queries, value.Shape[^1]]);
        Destination.Check(nameof(ScaledDotProductAttention), shape, destination);
        if (typeof(T) == typeof(Half))
        {
            Tensor<T, TDevice> rounded = query.Cast<float>().ScaledDotProductAttention(key.Cast<float>(), value.Cast<float>(), mask?.Cast<float>(), isCausal, scale).Cast<T>();
            return Destination.Write(rounded, destination);
        }

        T factor = T.CreateChecked(scale ?? 1 / Math.Sqrt(query.Shape[^1]));
        using Tensor<T, TDevice> scaled = query.Multiply(factor);
        Tensor<T, TDevice>? result = null, largest = null, total = null;
        for (nint start = 0; start < keys; start += KeysAtOnce)
        {
            nint end = Math.Min(start + KeysAtOnce, keys);
            if (isCausal && start >= queries)
            {
                break; // nobody sees the rest
            }

            var part = new Slice(start, end);
            using Tensor<T, TDevice> scores = Scores(scaled, key, mask, part, isCausal);
            Tensor<T, TDevice> next = scores.Max(-1, keepDims: true);
            if (largest is not null)
            {
                next.MaximumInPlace(largest);
            }

            AttentionKernels.Share(scores, next, scores);
            Tensor<T, TDevice> sum = scores.Sum(-1, keepDims: true), mean = scores.MatMul(value[Tensor.Ellipsis, part, ..]);
            if (result is null || largest is null || total is null)
            {
                (result, total) = (mean, sum);
            }
            else
            {
                using Tensor<T, TDevice> kept = AttentionKernels.Share(largest, next);
                result.MultiplyInPlace(kept).AddInPlace(mean);
                total.MultiplyInPlace(kept).AddInPlace(sum);
                mean.Dispose();
                sum.Dispose();
                largest.Dispose();
            }

            largest = next;
        }

        largest?.Dispose();
        if (result is null || total is null)
        {
            return Destination.Write(Tensor<T, TDevice>.Full(T.NaN, shape), destination);
        }

        result.DivideInPlace(total);
        total.Dispose();
        return Destination.Write(result, destination);
    }

    /// <inheritdoc cref="ScaledDotProductAttention{T, TDevice}(Tensor{T, TDevice}, Tensor{T, TDevice}, Tensor{T, TDevice}, Tensor{T, TDevice}, bool, double?, Tensor{T, TDevice})"/>
    /// <param name="query">The queries, of shape [..., L, E] and any layout.</param>
    /// <param name="key">The keys, of shape [..., S, E]; the leading axes broadcast.</param>
    /// <param name="value">The values, of shape [..., S, V].</param>
    /// <param name="mask">Whether a query sees a key, of a shape that broadcasts to [..., L, S].</param>
    /// <param name="isCausal">Whether query i sees the keys up to i only.</param>
    /// <param name="scale">What the scores are multiplied by; 1 / sqrt(E) if null.</param>
    /// <param name="destination">Where to write, of any layout; null allocates. It may overlap the operands: the result is as if they had been copied before.</param>
    [Copies]
    public static Tensor<T, TDevice> ScaledDotProductAttention<T, TDevice>(
        this Tensor<T, TDevice> query, Tensor<T, TDevice> key, Tensor<T, TDevice> value, Tensor<bool, TDevice> mask, bool isCausal = false, double? scale = null,
        [Mutates] Tensor<T, TDevice>? destination = null)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        ArgumentNullException.ThrowIfNull(mask);
        return query.ScaledDotProductAttention(key, value, Selection.Where<T, TDevice>(mask, T.Zero, T.NegativeInfinity), isCausal, scale, destination);
    }

    private static Tensor<T, TDevice> Scores<T, TDevice>(Tensor<T, TDevice> query, Tensor<T, TDevice> key, Tensor<T, TDevice>? mask, Slice part, bool isCausal)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        Tensor<T, TDevice> scores = query.MatMul(key[Tensor.Ellipsis, part, ..].Transpose(-2, -1));
        if (mask is not null)
        {
            // A mask for one key stands for all of them.
            Tensor<T, TDevice> masked = scores.Add(mask.Rank == 0 || mask.Shape[^1] == 1 ? mask : mask[Tensor.Ellipsis, part]);
            scores.Dispose();
            scores = masked;
        }

        if (isCausal)
        {
            Tensor<int, TDevice> queries = Tensor<int, TDevice>.Arange((int)scores.Shape[^2]).Reshape(-1, 1);
            Tensor<int, TDevice> keys = Tensor<int, TDevice>.Arange((int)part.Start!, (int)part.Stop!);
            scores = AttentionKernels.Causal(scores, queries, keys, scores);
        }

        return scores;
    }

    private static Shape Check(Tensor query, Tensor key, Tensor value)
    {
        if (query.Rank < 2 || key.Rank < 2 || value.Rank < 2 || query.Shape[^1] != key.Shape[^1] || key.Shape[^2] != value.Shape[^2])
        {
            throw new ShapeException(
                $"ScaledDotProductAttention: queries of shape {query.Shape}, keys of {key.Shape} and values of {value.Shape} do not fit: queries and keys end in one length, and there are as many keys as values.");
        }

        Shape Leading(Tensor tensor) => new(tensor.Shape.AsSpan()[..^2]);
        return Shape.Broadcast(nameof(ScaledDotProductAttention), Shape.Broadcast(nameof(ScaledDotProductAttention), Leading(query), Leading(key)), Leading(value));
    }
}
