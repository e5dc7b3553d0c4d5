using ComputeSharp;
using TypedTensors.Direct3D.Shaders;
using TypedTensors.Direct3D.Storage;
using TypedTensors.Dispatch;

namespace TypedTensors.Direct3D;

/// <summary>Records dispatches until somebody looks at a result: <c>GraphicsDevice.For</c> would wait for each.</summary>
internal sealed class CommandBatch
{
    /// <summary>The most groups of one dispatch along an axis; beyond, ComputeSharp throws.</summary>
    public const int LargestGroupCount = 65535;

    /// <summary>What one dispatch can reach: whole buffers.</summary>
    public static readonly DispatchLimits Limits = new(LargestBinding: nint.MaxValue, OffsetAlignment: 0, LargestGroupCount, StoresWords: true);

    /// <summary>So many dispatches are submitted without being asked for, so that the device does not idle while more are recorded.</summary>
    private const int LargestBatch = 1024;

    private readonly Lock gate = new();
    private readonly HashSet<DirectXStorage> read = [];
    private readonly HashSet<DirectXStorage> written = [];
    private readonly List<IDisposable> freed = [];
    private ComputeContext context;
    private int recorded;

    /// <summary>The batch of the process.</summary>
    public static CommandBatch Shared { get; } = new();

    /// <summary>The dispatches recorded and not submitted.</summary>
    public int Pending => recorded;

    /// <summary>Records one dispatch.</summary>
    /// <param name="constants">The constants.</param>
    /// <param name="buffers">What is bound, in the order of the registers.</param>
    /// <param name="reads">Those of them that are read, as bits.</param>
    /// <param name="writes">Those that are written, as bits.</param>
    /// <param name="threads">The threads along each axis: whole groups.</param>
    public void Run<TSource>(ReadOnlyMemory<byte> constants, DirectXStorage[] buffers, uint reads, uint writes, (int X, int Y, int Z) threads)
        where TSource : struct, IShaderSource
    {
        lock (gate)
        {
            if (recorded == 0)
            {
                context = buffers[0].Buffer.GraphicsDevice.CreateComputeContext();
            }

            // A dispatch may run beside the one before it, unless a barrier says that it touches what that one wrote, or writes what that one read.
            for (int i = 0; i < buffers.Length; i++)
            {
                bool isWritten = (writes & (1u << i)) != 0, isUsed = isWritten || (reads & (1u << i)) != 0;
                if ((isUsed && written.Remove(buffers[i])) || (isWritten && read.Remove(buffers[i])))
                {
                    buffers[i].Barrier(in context);
                }
            }

            var shader = new KernelShader<TSource>(constants, Array.ConvertAll(buffers, storage => storage.Buffer));
            context.For(threads.X, threads.Y, threads.Z, in shader);
            for (int i = 0; i < buffers.Length; i++)
            {
                if ((writes & (1u << i)) != 0)
                {
                    written.Add(buffers[i]);
                }
                else
                {
                    // Also what the program does not touch: it is bound, and must stay until the program has run.
                    read.Add(buffers[i]);
                }
            }

            if (++recorded == LargestBatch)
            {
                Submit();
            }
        }
    }

    /// <summary>Runs what is recorded and waits for it.</summary>
    public void Flush()
    {
        lock (gate)
        {
            Submit();
        }
    }

    /// <summary>Runs what is recorded if it uses a buffer, and waits for it.</summary>
    public void FlushUse(DirectXStorage storage)
    {
        lock (gate)
        {
            if (read.Contains(storage) || written.Contains(storage))
            {
                Submit();
            }
        }
    }

    /// <summary>Disposes a buffer once what is recorded has run.</summary>
    public void FreeAfterUse(IDisposable buffer)
    {
        lock (gate)
        {
            if (recorded == 0)
            {
                buffer.Dispose();
                return;
            }

            freed.Add(buffer);
        }
    }

    private void Submit()
    {
        if (recorded == 0)
        {
            return;
        }

        recorded = 0;
        try
        {
            context.Dispose(); // executes, and waits
        }
        finally
        {
            freed.ForEach(buffer => buffer.Dispose());
            freed.Clear();
            read.Clear();
            written.Clear();
        }
    }
}
