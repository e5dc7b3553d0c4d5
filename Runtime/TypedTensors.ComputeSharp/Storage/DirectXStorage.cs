using System.Buffers;
using System.Runtime.InteropServices;
using ComputeSharp;

namespace TypedTensors.Direct3D.Storage;

/// <summary>A buffer on the device: words, or doubles.</summary>
internal abstract class DirectXStorage(Dtype dtype, nint byteLength) : DeviceStorage(byteLength)
{
    /// <summary>The dtype of the elements.</summary>
    public Dtype Dtype { get; } = dtype;

    /// <summary>The buffer as shaders bind it.</summary>
    public abstract IGraphicsResource Buffer { get; }

    /// <summary>Allocates a buffer.</summary>
    /// <exception cref="NotSupportedException">The dtype is a 64-bit integer or complex, or double and the adapter lacks it.</exception>
    /// <exception cref="OutOfMemoryException">The buffer is larger than DirectX allows, or than the memory left.</exception>
    public static DirectXStorage Allocate(GraphicsDevice device, Dtype dtype, nint byteLength, bool clear)
    {
        if (dtype is Dtype.Int64 or Dtype.UInt64)
        {
            throw new NotSupportedException(
                $"DirectX holds no {Dtypes.NameOf(dtype)}: HLSL's 64-bit integers need a compiler that Windows does not have. Cast<int>() first, or stay on Cpu or Vulkan.");
        }

        if (Dtypes.IsComplex(dtype))
        {
            throw new NotSupportedException($"DirectX holds no {Dtypes.NameOf(dtype)}: shaders have no complex numbers. Take AsReal() to the device, or stay on Cpu.");
        }

        if (dtype == Dtype.Double && !device.IsDoublePrecisionSupportAvailable())
        {
            throw new NotSupportedException($"DirectX: the adapter '{device.Name}' has no double. Cast<float>() first, or stay on Cpu.");
        }

        nint count = nint.Max(1, byteLength / Dtypes.SizeOf(dtype));
        nint most = (nint)(uint.MaxValue / (dtype == Dtype.Double ? 8u : 4u)) & ~255;
        if (count > most)
        {
            throw new OutOfMemoryException($"DirectX: {count} elements of {Dtypes.NameOf(dtype)} were asked for; one buffer holds at most {most}. Split the tensor.");
        }

        AllocationMode mode = clear ? AllocationMode.Clear : AllocationMode.Default;
        return dtype == Dtype.Double
            ? new Of<double>(dtype, byteLength, device.AllocateReadWriteBuffer<double>((int)count, mode))
            : new Of<uint>(dtype, byteLength, device.AllocateReadWriteBuffer<uint>((int)count, mode));
    }

    /// <summary>Writes elements, beginning with element <paramref name="offset"/>.</summary>
    public abstract void Upload(ReadOnlySpan<byte> elements, int offset);

    /// <summary>Reads elements, beginning with element <paramref name="offset"/>.</summary>
    public abstract void Download(int offset, Span<byte> elements);

    /// <summary>Has everything that is recorded see what was written so far.</summary>
    public abstract void Barrier(in ComputeContext context);

    private sealed class Of<T>(Dtype dtype, nint byteLength, ReadWriteBuffer<T> buffer) : DirectXStorage(dtype, byteLength)
        where T : unmanaged
    {
        public override IGraphicsResource Buffer => buffer;

        public override void Upload(ReadOnlySpan<byte> elements, int offset)
        {
            if (Dtypes.SizeOf(Dtype) >= sizeof(uint))
            {
                buffer.CopyFrom(MemoryMarshal.Cast<byte, T>(elements), offset);
                return;
            }

            uint[] words = ArrayPool<uint>.Shared.Rent(elements.Length / Dtypes.SizeOf(Dtype));
            Span<uint> used = words.AsSpan(0, elements.Length / Dtypes.SizeOf(Dtype));
            StorageWords.Widen(Dtype, elements, used);
            buffer.CopyFrom(MemoryMarshal.Cast<uint, T>(used), offset);
            ArrayPool<uint>.Shared.Return(words);
        }

        public override void Download(int offset, Span<byte> elements)
        {
            if (Dtypes.SizeOf(Dtype) >= sizeof(uint))
            {
                buffer.CopyTo(MemoryMarshal.Cast<byte, T>(elements), offset);
                return;
            }

            uint[] words = ArrayPool<uint>.Shared.Rent(elements.Length / Dtypes.SizeOf(Dtype));
            Span<uint> used = words.AsSpan(0, elements.Length / Dtypes.SizeOf(Dtype));
            buffer.CopyTo(MemoryMarshal.Cast<uint, T>(used), offset);
            StorageWords.Narrow(Dtype, used, elements);
            ArrayPool<uint>.Shared.Return(words);
        }

        public override void Barrier(in ComputeContext context) => context.Barrier(buffer);

        protected override void Free() => CommandBatch.Shared.FreeAfterUse(buffer);
    }
}
