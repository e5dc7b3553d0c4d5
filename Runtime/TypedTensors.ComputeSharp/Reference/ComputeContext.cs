using ComputeSharp.Descriptors;

namespace ComputeSharp;

public struct ComputeContext : IDisposable
{
    private readonly List<Action> recorded = [];

    internal ComputeContext(GraphicsDevice device) => GraphicsDevice = device;

    public readonly GraphicsDevice GraphicsDevice { get; }

    public readonly void Dispose()
    {
        foreach (Action dispatch in recorded)
        {
            dispatch();
        }

        recorded.Clear();
        GraphicsDevice.Executor!.Finish();
    }

    internal readonly void Order(Array buffer) => recorded.Add(() => GraphicsDevice.Executor!.Order(buffer));

    internal readonly void Run<T>(int x, int y, int z, in T shader)
        where T : struct, IComputeShader, IComputeShaderDescriptor<T>
    {
        const int MostGroups = 65535;
        (int X, int Y, int Z) groups = (Groups(x, T.ThreadsX), Groups(y, T.ThreadsY), Groups(z, T.ThreadsZ));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(int.Max(groups.X, int.Max(groups.Y, groups.Z)), MostGroups);

        var loader = new Loader([], new Array[T.ResourceDescriptorRanges.Length]);
        T.LoadConstantBuffer(in shader, ref loader, x, y, z);
        T.LoadGraphicsResources(in shader, ref loader);
        if (loader.Constants.Length != T.ConstantBufferSize)
        {
            throw new InvalidOperationException($"The shader declares {T.ConstantBufferSize} bytes of constants and loads {loader.Constants.Length}.");
        }

        (byte[] constants, Array[] buffers) = (loader.Constants, loader.Buffers);
        recorded.Add(() => GraphicsDevice.Executor!.Execute(T.HlslSource, groups, constants, buffers));
    }

    private static int Groups(int threads, int groupSize) => (threads + groupSize - 1) / groupSize;

    private struct Loader(byte[] constants, Array[] buffers) : IConstantBufferLoader, IGraphicsResourceLoader
    {
        public byte[] Constants { get; private set; } = constants;

        public Array[] Buffers { get; } = buffers;

        public void LoadConstantBuffer(ReadOnlySpan<byte> data) => Constants = data.ToArray();

        public readonly void LoadGraphicsResource(IGraphicsResource resource, uint index) => Buffers[index] = resource switch
        {
            ReadWriteBuffer<uint> words => words.Elements,
            ReadWriteBuffer<double> doubles => doubles.Elements,
            _ => throw new ArgumentException("Not a buffer of this device.", nameof(resource)),
        };
    }
}

public static class ComputeContextExtensions
{
    public static void Barrier<T>(this ref readonly ComputeContext context, ReadWriteBuffer<T> buffer)
        where T : unmanaged => context.Order(buffer.Elements);

    public static void For<T>(this ref readonly ComputeContext context, int x, int y, int z, in T shader)
        where T : struct, IComputeShader, IComputeShaderDescriptor<T> => context.Run(x, y, z, in shader);
}
