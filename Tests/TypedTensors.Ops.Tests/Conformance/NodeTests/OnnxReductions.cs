using System.Numerics;

namespace TypedTensors.Ops.Tests.Conformance.NodeTests;

/// <summary>Reductions and running totals.</summary>
static class OnnxReductions
{
    delegate Tensor<T, TDevice> OverAxes<T, TDevice>(Tensor<T, TDevice> x, ReadOnlySpan<int> axes, bool keepDims)
        where T : unmanaged
        where TDevice : struct, IDevice;

    public static Tensor ReduceSum<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => Reduce<T, TDevice>(call, (x, axes, keep) => x.Sum(axes, keep));

    public static Tensor ReduceMean<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => Reduce<T, TDevice>(call, (x, axes, keep) => x.Mean(axes, keep));

    public static Tensor ReduceProd<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => Reduce<T, TDevice>(call, (x, axes, keep) => x.Prod(axes, keep));

    public static Tensor ReduceL1<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => Reduce<T, TDevice>(call, (x, axes, keep) => x.Abs().Sum(axes, keep));

    public static Tensor ReduceL2<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => Reduce<T, TDevice>(call, (x, axes, keep) => x.Norm(axes, keep));

    public static Tensor ReduceLogSum<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => Reduce<T, TDevice>(call, (x, axes, keep) => x.Sum(axes, keep).LogInPlace());

    public static Tensor ReduceLogSumExp<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => Reduce<T, TDevice>(call, (x, axes, keep) => x.LogSumExp(axes, keep));

    public static Tensor ReduceSumSquare<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => Reduce<T, TDevice>(call, (x, axes, keep) => x.Square().Sum(axes, keep));

    public static Tensor ReduceMax<T>(OnnxCall call)
        where T : unmanaged => call.Inputs[0] is Tensor<bool, Cpu>
            ? Reduce<bool, Cpu>(call, (x, axes, keep) => x.Any(axes, keep))
            : Reduce<float, Cpu>(call, (x, axes, keep) => x.Length == 0 ? x.Sum(axes, keep).AddInPlace(float.NegativeInfinity) : x.Max(axes, keep));

    public static Tensor ReduceMin<T>(OnnxCall call)
        where T : unmanaged => call.Inputs[0] is Tensor<bool, Cpu>
            ? Reduce<bool, Cpu>(call, (x, axes, keep) => x.All(axes, keep))
            : Reduce<float, Cpu>(call, (x, axes, keep) => x.Length == 0 ? x.Sum(axes, keep).AddInPlace(float.PositiveInfinity) : x.Min(axes, keep));

    public static Tensor ArgMax<T, TDevice>(OnnxCall call)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long> => Position<T, TDevice>(call, (x, axis, keep) => x.ArgMax(axis, keep));

    public static Tensor ArgMin<T, TDevice>(OnnxCall call)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long> => Position<T, TDevice>(call, (x, axis, keep) => x.ArgMin(axis, keep));

    public static Tensor CumSum<T, TDevice>(OnnxCall call)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => Running<T, TDevice>(call, T.Zero, (x, axis) => (Tensor)x switch
        {
            Tensor<int, Cpu> integers => (Tensor<T, TDevice>)(Tensor)integers.CumSum(axis).Cast<T>(),
            _ => (Tensor<T, TDevice>)(Tensor)((Tensor<double, Cpu>)(Tensor)x).CumSum(axis),
        });

    public static Tensor CumProd<T, TDevice>(OnnxCall call)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => Running<T, TDevice>(call, T.One, (x, axis) => (Tensor)x switch
        {
            Tensor<int, Cpu> integers => (Tensor<T, TDevice>)(Tensor)integers.CumProd(axis).Cast<T>(),
            _ => (Tensor<T, TDevice>)(Tensor)((Tensor<double, Cpu>)(Tensor)x).CumProd(axis),
        });

    static Tensor<T, TDevice> Reduce<T, TDevice>(OnnxCall call, OverAxes<T, TDevice> operation)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        nint[] given = call.Has(1) ? call.Integers(1) : call.List("axes") ?? [];
        int[] axes = given.Length == 0 ? [.. Enumerable.Range(0, call.Inputs[0]!.Rank)] : [.. given.Select(axis => (int)axis)];
        return given.Length == 0 && call.Flag("noop_with_empty_axes") ? call.Get<T, TDevice>(0) : operation(call.Get<T, TDevice>(0), axes, call.Flag("keepdims", true));
    }

    // The last of several equal ones is the first from the end.
    static Tensor Position<T, TDevice>(OnnxCall call, Func<Tensor<T, TDevice>, int, bool, Tensor<long, TDevice>> operation)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        int axis = call.Integer("axis");
        Tensor<T, TDevice> x = call.Get<T, TDevice>(0);
        bool keep = call.Flag("keepdims", true);
        return call.Flag("select_last_index")
            ? Arithmetic.Subtract<long, Cpu>((long)x.Shape[axis < 0 ? axis + x.Rank : axis] - 1, (Tensor<long, Cpu>)(Tensor)operation(x.Flip(axis), axis, keep))
            : operation(x, axis, keep);
    }

    static Tensor<T, TDevice> Running<T, TDevice>(OnnxCall call, T first, Func<Tensor<T, TDevice>, int, Tensor<T, TDevice>> operation)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        Tensor<T, TDevice> x = call.Get<T, TDevice>(0);
        int axis = (int)call.Integers(1)[0];
        bool reverse = call.Flag("reverse");
        Tensor<T, TDevice> totals = operation(reverse ? x.Flip(axis) : x, axis);
        if (call.Flag("exclusive"))
        {
            Tensor<T, TDevice> before = Tensor<T, TDevice>.Full(first, totals.Shape);
            before.Transpose(axis, 0)[1..] = totals.Transpose(axis, 0)[..^1];
            totals = before;
        }

        return reverse ? totals.Flip(axis) : totals;
    }
}
