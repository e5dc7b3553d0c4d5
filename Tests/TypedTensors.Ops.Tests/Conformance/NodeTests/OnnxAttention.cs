namespace TypedTensors.Ops.Tests.Conformance.NodeTests;

/// <summary>Attention with ONNX's options: heads within an axis, keys of the past, masks of several kinds, capped scores and scores as results.</summary>
static class OnnxAttention
{
    /// <summary>Half is computed in float, as the reference does.</summary>
    public static Tensor?[] Attention<T>(OnnxCall call)
        where T : unmanaged
    {
        Tensor<float, Cpu> query = Heads(call, 0, call.Integer("q_num_heads")), key = Heads(call, 1, call.Integer("kv_num_heads")), value = Heads(call, 2, call.Integer("kv_num_heads"));
        int past = call.Has(4) ? (int)call.Inputs[4]!.Shape[2] : 0;
        if (past > 0)
        {
            key = Behind(OnnxArithmetic.As<float>(call.Inputs[4]!), key);
            value = Behind(OnnxArithmetic.As<float>(call.Inputs[5]!), value);
        }

        Tensor?[] present = [key.Cast<T>(), value.Cast<T>()];
        int repeats = (int)(query.Shape[1] / key.Shape[1]);
        (key, value) = (Repeat(key, repeats), Repeat(value, repeats));
        double scale = call.Number("scale", 1 / Math.Sqrt(query.Shape[3]));
        bool isCausal = call.Flag("is_causal"), isPlain = past == 0 && !call.Has(6);
        Tensor<float, Cpu>? mask = Mask(call, query, key, past, isCausal && !isPlain);

        Tensor<float, Cpu> result;
        Tensor<float, Cpu>? scores = null;
        if (call.Outputs < 4 && !call.Has("softcap"))
        {
            result = Seen(query.ScaledDotProductAttention(key, value, mask, isCausal && isPlain, scale), mask);
        }
        else
        {
            float cap = (float)call.Number("softcap", 0);
            Tensor<float, Cpu> plain = query.MatMul(key.Transpose(-2, -1)).MultiplyInPlace((float)scale);
            Tensor<float, Cpu> capped = cap > 0 ? plain.Divide(cap).TanhInPlace().MultiplyInPlace(cap) : plain;
            Tensor<float, Cpu> masked = mask is null ? capped : capped.Add(mask);
            masked = isCausal && isPlain ? masked.Add(Causal(query, key, 0)) : masked;
            Tensor<float, Cpu> shares = masked.Softmax(-1);
            shares = mask is null ? shares : Seen(shares, mask);
            result = shares.MatMul(value);
            scores = call.Integer("qk_matmul_output_mode") switch { 0 => plain, 1 => capped, 2 => masked, _ => shares };
        }

        if (call.Inputs[0]!.Rank == 3)
        {
            result = result.Transpose(1, 2).Clone().Reshape(result.Shape[0], result.Shape[2], -1);
        }

        return [result.Cast<T>(), .. present, scores?.Cast<T>()];
    }

    /// <summary>Attention without masks, of grouped heads; its functions of scores are graphs, of which the cases have none.</summary>
    public static Tensor FlexAttention<T, TDevice>(OnnxCall call)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        Tensor<T, TDevice> query = call.Get<T, TDevice>(0), key = call.Get<T, TDevice>(1), value = call.Get<T, TDevice>(2);
        nint groups = key.Shape[1];
        Tensor<T, TDevice> grouped = query.Reshape(query.Shape[0], groups, -1, query.Shape[2], query.Shape[3]);
        double? scale = call.Has("scale") ? call.Number("scale", 1) : null;
        Tensor<T, TDevice> result = grouped.ScaledDotProductAttention(key.Unsqueeze(2), value.Unsqueeze(2), scale: scale);
        return result.Reshape(query.Shape[0], query.Shape[1], query.Shape[2], -1);
    }

    /// <summary>Pairs of elements turned by the angles of their positions (Su et al., 2021).</summary>
    public static Tensor RotaryEmbedding<T, TDevice>(OnnxCall call)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>, IComputes<long>
    {
        Tensor<T, TDevice> x = call.Get<T, TDevice>(0), cos = call.Get<T, TDevice>(1), sin = call.Get<T, TDevice>(2);
        Tensor<T, TDevice> heads = x.Rank == 3 ? x.Reshape(x.Shape[0], x.Shape[1], call.Integer("num_heads"), -1) : x.Transpose(1, 2);
        if (call.Has(3))
        {
            (cos, sin) = (cos.Embedding(call.Get<long, TDevice>(3)), sin.Embedding(call.Get<long, TDevice>(3)));
        }

        (cos, sin) = (cos.Unsqueeze(2), sin.Unsqueeze(2));
        int turned = call.Integer("rotary_embedding_dim") is > 0 and int part ? part : (int)heads.Shape[3];
        bool isInterleaved = call.Flag("interleaved");
        Slice first = isInterleaved ? new Slice(0, turned, 2) : new Slice(0, turned / 2), second = isInterleaved ? new Slice(1, turned, 2) : new Slice(turned / 2, turned);
        Tensor<T, TDevice> left = heads[Tensor.Ellipsis, first], right = heads[Tensor.Ellipsis, second], result = heads.Clone();
        result[Tensor.Ellipsis, first] = left.Multiply(cos).Subtract(right.Multiply(sin));
        result[Tensor.Ellipsis, second] = left.Multiply(sin).Add(right.Multiply(cos));
        return x.Rank == 3 ? result.Reshape(x.Shape) : result.Transpose(1, 2);
    }

    /// <summary>A convolution of each channel by itself, behind what is left of the past.</summary>
    public static Tensor?[] CausalConvWithState<T, TDevice>(OnnxCall call)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        Tensor<T, TDevice> x = call.Get<T, TDevice>(0), weight = call.Get<T, TDevice>(1);
        nint before = weight.Shape[2] - 1;
        Tensor<T, TDevice> past = call.Optional<T, TDevice>(3) ?? Tensor<T, TDevice>.Zeros(x.Shape[0], x.Shape[1], before);
        Tensor<T, TDevice> all = Tensor<T, TDevice>.Concat([past, x], 2), result = all.Conv1d(weight, call.Optional<T, TDevice>(2), groups: (int)x.Shape[1]);
        return [call.Has("activation") ? result.Silu() : result, all[.., .., (int)(all.Shape[2] - before)..]];
    }

    /// <summary>An input with its heads along axis 1.</summary>
    static Tensor<float, Cpu> Heads(OnnxCall call, int index, int heads)
    {
        Tensor<float, Cpu> x = OnnxArithmetic.As<float>(call.Inputs[index]!);
        return x.Rank == 4 ? x : x.Reshape(x.Shape[0], x.Shape[1], heads, -1).Transpose(1, 2);
    }

    static Tensor<float, Cpu> Behind(Tensor<float, Cpu> first, Tensor<float, Cpu> second)
    {
        Tensor<float, Cpu> both = Tensor<float, Cpu>.Empty(first.Shape[0], first.Shape[1], first.Shape[2] + second.Shape[2], first.Shape[3]);
        both[.., .., ..(int)first.Shape[2], ..] = first;
        both[.., .., (int)first.Shape[2].., ..] = second;
        return both;
    }

    // Several queries' heads share one of the keys.
    static Tensor<float, Cpu> Repeat(Tensor<float, Cpu> x, int repeats) => repeats == 1
        ? x
        : x.Unsqueeze(2).BroadcastTo(x.Shape[0], x.Shape[1], repeats, x.Shape[2], x.Shape[3]).Clone().Reshape(x.Shape[0], -1, x.Shape[2], x.Shape[3]);

    /// <summary>What is added to the scores: the mask given, the keys that are padding, and those that come later.</summary>
    static Tensor<float, Cpu>? Mask(OnnxCall call, Tensor<float, Cpu> query, Tensor<float, Cpu> key, int past, bool isCausal)
    {
        Tensor<float, Cpu>? mask = null;
        if (call.Has(3))
        {
            Tensor<float, Cpu> given = call.Inputs[3] is Tensor<bool, Cpu> seen ? Selection.Where<float, Cpu>(seen, 0f, float.NegativeInfinity) : OnnxArithmetic.As<float>(call.Inputs[3]!);
            mask = Tensor<float, Cpu>.Full(float.NegativeInfinity, [.. given.Shape.AsSpan()[..^1], key.Shape[2]]);
            mask[Tensor.Ellipsis, ..(int)given.Shape[^1]] = given;
        }

        if (call.Has(6))
        {
            Tensor<long, Cpu> lengths = call.Get<long>(6).Reshape(-1, 1, 1, 1), places = Tensor<long, Cpu>.Arange(key.Shape[2]);
            Tensor<float, Cpu> padding = Hide(Comparison.GreaterEqual<long, Cpu>(places, lengths));
            mask = mask is null ? padding : mask.Add(padding);
            if (isCausal)
            {
                Tensor<long, Cpu> last = Tensor<long, Cpu>.Arange(query.Shape[2]).Reshape(-1, 1).Add(lengths).Subtract((long)query.Shape[2]);
                return mask.Add(Hide(Comparison.Greater<long, Cpu>(places, last)));
            }
        }

        return !isCausal ? mask : mask is null ? Causal(query, key, past) : mask.Add(Causal(query, key, past));
    }

    static Tensor<float, Cpu> Causal(Tensor query, Tensor key, int past) =>
        Hide(Tensor<long, Cpu>.Arange(key.Shape[2]).Greater(Tensor<long, Cpu>.Arange(query.Shape[2]).Add((long)past).Reshape(-1, 1)));

    static Tensor<float, Cpu> Hide(Tensor<bool, Cpu> hidden) => Selection.Where<float, Cpu>(hidden, float.NegativeInfinity, 0f);

    // ONNX gives zeros to a query that sees no key, where the operation gives NaN.
    static Tensor<float, Cpu> Seen(Tensor<float, Cpu> result, Tensor<float, Cpu>? mask) =>
        mask is null ? result : mask.Max(-1, keepDims: true).Equal(float.NegativeInfinity).Where(0f, result);
}
