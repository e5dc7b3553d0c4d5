namespace TypedTensors.Ops.Tests.Conformance.NodeTests;

/// <summary>Elements in order.</summary>
static class OnnxOrder
{
    public static Tensor?[] TopK<T>(OnnxCall call)
        where T : unmanaged
    {
        (Tensor<T, Cpu> values, Tensor<long, Cpu> indices) = call.Get<T>(0).TopK(call.Integers(1)[0], call.Integer("axis", -1), call.Flag("largest", true));
        return [values, indices];
    }

    public static Tensor?[] Unique<T, TDevice>(OnnxCall call)
        where T : unmanaged
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long>
    {
        Tensor<T, Cpu> x = call.Get<T>(0);
        (Tensor<T, Cpu> values, Tensor<long, Cpu> indices, Tensor<long, Cpu> inverse, Tensor<long, Cpu> counts) = call.Has("axis") ? x.UniqueAll(call.Integer("axis")) : x.UniqueAll();
        if (call.Flag("sorted", true))
        {
            return [values, indices, inverse, counts];
        }

        // As they come: by the places of the first of each.
        Tensor<long, Cpu> order = indices.ArgSort();
        return [((Tensor<T, TDevice>)(Tensor)values).Take((Tensor<long, TDevice>)(Tensor)order, 0), indices.Take(order, 0), order.ArgSort().Take(inverse, 0), counts.Take(order, 0)];
    }
}
