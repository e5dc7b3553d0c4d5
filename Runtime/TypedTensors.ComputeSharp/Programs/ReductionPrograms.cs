using TypedTensors.Dispatch;
using TypedTensors.Kernels;

namespace TypedTensors.Direct3D.Programs;

/// <summary>Runs reductions on tensors of the device.</summary>
internal static class ReductionPrograms
{
    /// <summary>Records a reduction over operands that have been checked.</summary>
    public static void Run<TKernel>(Tensor source, Tensor result, uint axes, ReadOnlySpan<KernelOperand> scalars)
        where TKernel : struct, IDeviceReduction
    {
        switch (source.Dtype)
        {
            case Dtype.Boolean: Run<TKernel, bool>(source, result, axes, scalars); break;
            case Dtype.SByte: Run<TKernel, sbyte>(source, result, axes, scalars); break;
            case Dtype.Byte: Run<TKernel, byte>(source, result, axes, scalars); break;
            case Dtype.Int16: Run<TKernel, short>(source, result, axes, scalars); break;
            case Dtype.UInt16: Run<TKernel, ushort>(source, result, axes, scalars); break;
            case Dtype.Int32: Run<TKernel, int>(source, result, axes, scalars); break;
            case Dtype.UInt32: Run<TKernel, uint>(source, result, axes, scalars); break;
            case Dtype.Half: Run<TKernel, Half>(source, result, axes, scalars); break;
            case Dtype.Single: Run<TKernel, float>(source, result, axes, scalars); break;
            default: Run<TKernel, double>(source, result, axes, scalars); break;
        }
    }

    private static void Run<TKernel, TElement>(Tensor source, Tensor result, uint axes, ReadOnlySpan<KernelOperand> scalars)
        where TKernel : struct, IDeviceReduction
        where TElement : unmanaged
    {
        var sink = default(ReductionSink<TKernel, TElement>);
        ReductionDispatch<DirectX, TKernel, ReductionSink<TKernel, TElement>>.Run(source, result, axes, scalars, CommandBatch.Limits, ref sink);
    }
}
