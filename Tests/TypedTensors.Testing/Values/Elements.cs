using System.Collections.Concurrent;

namespace TypedTensors.Testing.Values;

/// <summary>Makes and reads tensors whose element type is known only as a value.</summary>
/// <typeparam name="TDevice">The device of the tensors.</typeparam>
public abstract class Elements<TDevice>
    where TDevice : struct, IDevice
{
    static readonly ConcurrentDictionary<Dtype, Elements<TDevice>> All = [];

    private protected Elements()
    {
    }

    /// <summary>The elements of a dtype.</summary>
    public static Elements<TDevice> Of(Dtype dtype) => All.GetOrAdd(dtype, static key => DtypeDispatch.Run(key, default(Create)));

    /// <summary>A contiguous tensor with memory of its own, filled from an array.</summary>
    /// <param name="values">The values.</param>
    /// <param name="start">Where in the array the tensor's values begin.</param>
    /// <param name="shape">The shape.</param>
    public abstract Tensor Tensor(Array values, int start, params ReadOnlySpan<nint> shape);

    /// <summary>A tensor that is contiguous but does not begin where its memory does, so that vectors straddle cache lines.</summary>
    public abstract Tensor Unaligned(Array values, int start, int length, int padding);

    /// <summary>A tensor with memory of its own in some layout, filled from an array.</summary>
    public abstract Tensor Arranged(LayoutKind layout, Array values, params ReadOnlySpan<nint> shape);

    /// <summary>A view of some elements of one axis.</summary>
    public abstract Tensor Slice(Tensor tensor, Slice slice);

    /// <summary>A view with the axes reversed.</summary>
    public abstract Tensor Transpose(Tensor tensor);

    /// <summary>A view stretched to a shape.</summary>
    public abstract Tensor BroadcastTo(Tensor tensor, params ReadOnlySpan<nint> shape);

    /// <summary>The elements in C order.</summary>
    public abstract Array ToArray(Tensor tensor);

    /// <summary>A tensor or a boxed scalar as an operand.</summary>
    public abstract object Operand(object tensorOrScalar);

    readonly struct Create : IDtypeAction<Elements<TDevice>>
    {
        public Elements<TDevice> Run<T>()
            where T : unmanaged => new Elements<T, TDevice>();
    }
}
