using System.Numerics;
using System.Runtime.InteropServices;

namespace TypedTensors.FourierTransforms;

/// <summary>Memory for complex numbers that lie between two steps of a transform; from the pool, and back to it when disposed.</summary>
internal readonly unsafe struct WorkLine<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Tensor<Complex<T>, Cpu> tensor;
    private readonly GCHandle pin;

    public WorkLine(nint length)
    {
        tensor = Tensor<Complex<T>, Cpu>.Empty(length);
        Start = (T*)((CpuStorage)tensor.Storage).Pin(out pin);
    }

    /// <summary>The first real part.</summary>
    public T* Start { get; }

    /// <summary>All numbers, side by side.</summary>
    public Strands<T> Strands => Strands<T>.OfComplex(Start, 2, tensor.Length);

    public void Dispose()
    {
        ((CpuStorage)tensor.Storage).Unpin(pin);
        tensor.Dispose();
    }
}
