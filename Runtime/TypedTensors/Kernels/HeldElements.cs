using System.Runtime.InteropServices;

namespace TypedTensors.Kernels;

/// <summary>The elements of a tensor in memory of this process, held in place in C order: where they lie, or as a copy if they are not contiguous.</summary>
internal readonly unsafe ref struct HeldElements<T>
    where T : unmanaged
{
    private readonly Tensor<T, Cpu>? tensor;
    private readonly Tensor<T, Cpu>? copy;
    private readonly GCHandle pin;

    /// <summary>Holds a tensor, or nothing.</summary>
    public HeldElements(Tensor<T, Cpu>? source)
    {
        if (source is null || source.Length == 0)
        {
            return;
        }

        copy = source.IsContiguous ? null : source.Clone();
        tensor = copy ?? source;
        Start = (T*)((CpuStorage)tensor.Storage).Pin(out pin) + tensor.Layout.Offset;
        Length = tensor.Length;
    }

    /// <summary>The first element; null if there is none.</summary>
    public T* Start { get; }

    /// <summary>The number of elements.</summary>
    public nint Length { get; }

    /// <summary>Lets the tensor move again, and names it once more, so that it is not reclaimed while only its address is in use.</summary>
    public void Dispose()
    {
        if (tensor is not null)
        {
            ((CpuStorage)tensor.Storage).Unpin(pin);
            GC.KeepAlive(tensor);
        }

        copy?.Dispose();
    }
}
