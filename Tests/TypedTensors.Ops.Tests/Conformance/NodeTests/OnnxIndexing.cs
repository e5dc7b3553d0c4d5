using System.Numerics;

namespace TypedTensors.Ops.Tests.Conformance.NodeTests;

/// <summary>Elements at indices.</summary>
static class OnnxIndexing
{
    public static Tensor Gather<T, TDevice>(OnnxCall call)
        where T : unmanaged
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long> => call.Get<T, TDevice>(0).Take(call.Get<long, TDevice>(1), call.Integer("axis"));

    public static Tensor GatherElements<T, TDevice>(OnnxCall call)
        where T : unmanaged
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long> => call.Get<T, TDevice>(0).Gather(call.Integer("axis"), call.Get<long, TDevice>(1));

    /// <summary>The last axis of the indices is one for each of the first axes; axes of the batch have indices of their own, which count up.</summary>
    public static Tensor GatherND<T, TDevice>(OnnxCall call)
        where T : unmanaged
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long>
    {
        Tensor<T, TDevice> x = call.Get<T, TDevice>(0);
        Tensor<long, TDevice> indices = call.Get<long, TDevice>(1);
        var places = new List<Tensor<long, TDevice>>();
        for (int axis = 0; axis < call.Integer("batch_dims"); axis++)
        {
            nint[] aligned = [.. Enumerable.Repeat((nint)1, indices.Rank - 1)];
            aligned[axis] = x.Shape[axis];
            places.Add(Tensor<long, TDevice>.Arange(x.Shape[axis]).Reshape(aligned));
        }

        for (int i = 0; i < indices.Shape[^1]; i++)
        {
            places.Add(indices[Tensor.Ellipsis, i]);
        }

        return x.At[[.. places]];
    }

    /// <summary>What the indices name is read, put together with the updates and written again.</summary>
    public static Tensor ScatterElements<T, TDevice>(OnnxCall call)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long>
    {
        Tensor<T, TDevice> x = call.Get<T, TDevice>(0), updates = call.Get<T, TDevice>(2);
        Tensor<long, TDevice> indices = call.Get<long, TDevice>(1);
        int axis = call.Integer("axis");
        var part = indices.Shape.ToArray().Select(size => (TensorIndex)new Slice(0, size)).ToArray();
        part[axis] = Range.All;
        Tensor<T, TDevice> result = x.Clone();
        Tensor<T, TDevice> named = result[part];
        for (nint i = 0; i < indices.Shape[axis]; i++)
        {
            // One index of each row at a time, since several may name one element.
            var one = new Slice(i, i + 1);
            Tensor<long, TDevice> index = indices.Transpose(axis, 0)[one].Transpose(axis, 0);
            Tensor<T, TDevice> update = updates.Transpose(axis, 0)[one].Transpose(axis, 0), old = named.TakeAlongAxis(index, axis);
            named.CopyFrom(named.Scatter(index, Combine(call, old, update), axis));
        }

        return result;
    }

    public static Tensor Scatter<T, TDevice>(OnnxCall call)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long> => ScatterElements<T, TDevice>(call);

    /// <summary>As <see cref="ScatterElements"/>, with an index for each of the first axes.</summary>
    public static Tensor ScatterND<T, TDevice>(OnnxCall call)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long>
    {
        Tensor<T, TDevice> result = call.Get<T, TDevice>(0).Clone(), updates = call.Get<T, TDevice>(2);
        Tensor<long, TDevice> indices = call.Get<long, TDevice>(1);
        int count = (int)indices.Shape[^1];
        Tensor<long, TDevice> lines = OnnxShapes.Contiguous(indices).Reshape(-1, count);
        Tensor<T, TDevice> rows = OnnxShapes.Contiguous(updates).Reshape([lines.Shape[0], .. result.Shape.AsSpan()[count..]]);
        for (nint i = 0; i < lines.Shape[0]; i++)
        {
            Tensor<long, TDevice>[] place = [.. Enumerable.Range(0, count).Select(axis => lines[i, axis..(axis + 1)])];
            result.At[place] = Combine(call, result.At[place], rows[new Slice(i, i + 1)]);
        }

        return result;
    }

    [TypedBy(2)]
    public static Tensor OneHot<T, TDevice>(OnnxCall call)
        where T : unmanaged
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long>
    {
        Tensor<int, TDevice> indices = (Tensor<int, TDevice>)(Tensor)OnnxArithmetic.As<int>(call.Inputs[0]!);
        int classes = OnnxArithmetic.As<int>(call.Inputs[1]!).Item(), axis = call.Integer("axis", -1);
        T[] values = call.Get<T, TDevice>(2).ToArray();

        // What is outside of the row has no place in it, where the operation refuses it: it gets one class more, which is cut off.
        Tensor<int, TDevice> known = indices.Less(-classes).LogicalOrInPlace(indices.GreaterEqual(classes)).Where(classes, Selection.Where<int, TDevice>(indices.Less(0), indices.Add(classes), indices));
        Tensor<T, TDevice> rows = known.OneHot(classes + 1, values[1], values[0])[Tensor.Ellipsis, ..classes];
        int[] order = [.. Enumerable.Range(0, rows.Rank - 1)];
        int position = axis < 0 ? axis + rows.Rank : axis;
        return rows.Permute([.. order[..position], rows.Rank - 1, .. order[position..]]);
    }

    public static Tensor NonZero<T>(OnnxCall call)
        where T : unmanaged => call.Get<bool>(0).NonZero().Transpose();

    public static Tensor Compress<T, TDevice>(OnnxCall call)
        where T : unmanaged
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long>
    {
        Tensor<T, TDevice> x = call.Get<T, TDevice>(0);
        Tensor<long, TDevice> chosen = (Tensor<long, TDevice>)(Tensor)call.Get<bool>(1).Where()[0];
        return call.Has("axis") ? x.Take(chosen, call.Integer("axis")) : OnnxShapes.Contiguous(x).Reshape(-1).Take(chosen, 0);
    }

    /// <summary>A cache whose rows from an index on are replaced, each batch from its own; a circular one begins anew at its end.</summary>
    public static Tensor TensorScatter<T, TDevice>(OnnxCall call)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        Tensor<T, TDevice> cache = call.Get<T, TDevice>(0).Clone(), updates = call.Get<T, TDevice>(1);
        nint[] starts = call.Integers(2);
        for (int batch = 0; batch < starts.Length; batch++)
        {
            for (nint i = 0; i < updates.Shape[^2]; i++)
            {
                nint row = (starts[batch] + i) % cache.Shape[^2];
                cache[batch, Tensor.Ellipsis, row, ..] = updates[batch, Tensor.Ellipsis, i, ..];
            }
        }

        return cache;
    }

    static Tensor<T, TDevice> Combine<T, TDevice>(OnnxCall call, Tensor<T, TDevice> old, Tensor<T, TDevice> update)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => call.Text("reduction", "none") switch
        {
            "add" => old.Add(update),
            "mul" => old.Multiply(update),
            "max" => old.Maximum(update),
            "min" => old.Minimum(update),
            _ => update,
        };
}
