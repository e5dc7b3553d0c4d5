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
