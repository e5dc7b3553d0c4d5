namespace TypedTensors.Ops.Tests.Conformance.NodeTests;

/// <summary>Attention by a matrix that is brought up to date with each key and value in place of all of them.</summary>
static class OnnxLinearAttention
{
    /// <summary>Half is computed in float, as the reference does.</summary>
    public static Tensor?[] LinearAttention<T>(OnnxCall call)
        where T : unmanaged
    {
        int heads = call.Integer("kv_num_heads"), queries = call.Integer("q_num_heads");
        string rule = call.Text("update_rule", "gated_delta");
        Tensor<float, Cpu> query = Heads(call, 0, queries), key = Heads(call, 1, heads), value = Heads(call, 2, heads);
        float scale = (float)call.Number("scale", 1 / Math.Sqrt(key.Shape[^1]));
        Tensor<float, Cpu> state = call.Has(3)
            ? OnnxArithmetic.As<float>(call.Inputs[3]!)
            : Tensor<float, Cpu>.Zeros(key.Shape[0], heads, key.Shape[^1], value.Shape[^1]);
        var results = new List<Tensor<float, Cpu>>();
        for (nint time = 0; time < query.Shape[1]; time++)
        {
            // A column and a row for each batch and head.
            Tensor<float, Cpu> k = key[.., time].Unsqueeze(-1), v = value[.., time].Unsqueeze(-2);
            state = rule.StartsWith("gated", StringComparison.Ordinal) ? state * Heads(call, 4, heads)[.., time].Unsqueeze(-1).Exp() : state;
            Tensor<float, Cpu> change = rule.EndsWith("delta", StringComparison.Ordinal) ? Heads(call, 5, 1)[.., time].Transpose(-1, -2).Unsqueeze(-1) * (v - k.Transpose(-1, -2).MatMul(state)) : v;
            state += k.MatMul(change);

            // Several heads of the query look at one state.
            Tensor<float, Cpu> seen = state.Repeat(queries / heads, 1);
            results.Add(query[.., time].Unsqueeze(-2).MatMul(seen).MultiplyInPlace(scale).Reshape(query.Shape[0], -1));
        }

        return [Tensor.Stack<float, Cpu>([.. results], 1).Cast<T>(), state.Cast<T>()];
    }

    // [batch, time, heads, features].
    static Tensor<float, Cpu> Heads(OnnxCall call, int input, int heads)
    {
        Tensor<float, Cpu> x = OnnxArithmetic.As<float>(call.Inputs[input]!);
        return x.Reshape(x.Shape[0], x.Shape[1], heads, -1);
    }
}
