using ComputeSharp.Resources;

namespace ComputeSharp.Resources
{
    public abstract class Buffer<T> : IGraphicsResource, IDisposable
        where T : unmanaged
    {
        private protected Buffer(GraphicsDevice device, int length)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
            GraphicsDevice = device;
            Elements = new T[length];
        }

        public GraphicsDevice GraphicsDevice { get; }

        public int Length => Elements.Length;

        internal T[] Elements { get; private set; }

        public void Dispose() => Elements = [];
    }

    public abstract class StructuredBuffer<T> : Buffer<T>
        where T : unmanaged
    {
        private protected StructuredBuffer(GraphicsDevice device, int length)
            : base(device, length)
        {
        }
    }
}

namespace ComputeSharp
{
    public sealed class ReadWriteBuffer<T> : StructuredBuffer<T>
        where T : unmanaged
    {
        internal ReadWriteBuffer(GraphicsDevice device, int length)
            : base(device, length)
        {
        }
    }

    public static class BufferExtensions
    {
        public static void CopyTo<T>(this Buffer<T> source, Span<T> destination, int sourceOffset)
            where T : unmanaged => source.Elements.AsSpan(sourceOffset, destination.Length).CopyTo(destination);

        public static void CopyFrom<T>(this Buffer<T> destination, ReadOnlySpan<T> source, int destinationOffset)
            where T : unmanaged => source.CopyTo(destination.Elements.AsSpan(destinationOffset));
    }
}
