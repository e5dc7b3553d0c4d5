using System.Runtime.CompilerServices;

namespace TypedTensors;

public sealed partial class Tensor<TDtype, TDevice>
{
    /// <summary>A copy on another device, contiguous in C order. Copies also if the device is the same.</summary>
    [Copies]
    public Tensor<TDtype, TTarget> To<TTarget>()
        where TTarget : struct, IDevice
    {
        ThrowIfDisposed();
        if (typeof(TTarget) == typeof(TDevice))
        {
            return (Tensor<TDtype, TTarget>)(object)Clone();
        }

        using Tensor<TDtype, TDevice>? copy = IsContiguous ? null : Clone();
        Tensor<TDtype, TDevice> source = copy ?? this;
        if (source is Tensor<TDtype, Cpu> onHost)
        {
            return Upload<TTarget>(onHost);
        }

        Tensor<TDtype, Cpu> host = Download(source);
        if (typeof(TTarget) == typeof(Cpu))
        {
            return (Tensor<TDtype, TTarget>)(object)host;
        }

        using (host)
        {
            return Upload<TTarget>(host);
        }
    }

    private static Tensor<TDtype, TTarget> Upload<TTarget>(Tensor<TDtype, Cpu> host)
        where TTarget : struct, IDevice
    {
        Tensor<TDtype, TTarget> result = Tensor<TDtype, TTarget>.Empty(host.Shape);
        nint size = Unsafe.SizeOf<TDtype>();
        if (host.Length != 0)
        {
            TTarget.Upload(ref Unsafe.Add(ref ((CpuStorage)host.Storage).Start, host.Layout.Offset * size), host.Length * size, result.Storage, 0);
            GC.KeepAlive(host);
        }

        return result;
    }

    private static Tensor<TDtype, Cpu> Download(Tensor<TDtype, TDevice> source)
    {
        Tensor<TDtype, Cpu> host = Tensor<TDtype, Cpu>.Empty(source.Shape);
        nint size = Unsafe.SizeOf<TDtype>();
        if (source.Length != 0)
        {
            TDevice.Download(source.Storage, source.Layout.Offset * size, source.Length * size, ref ((CpuStorage)host.Storage).Start);
        }

        return host;
    }
}
