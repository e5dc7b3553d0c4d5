using System.Text.RegularExpressions;

namespace TypedTensors.Direct3D.Tests;

/// <summary>Follows which buffers the dispatches of a batch read and write, and finds one that may run beside another whose memory it needs.</summary>
internal sealed partial class DispatchOrder
{
    private const int InlineMask = 5 * sizeof(uint);

    private readonly Dictionary<string, (bool[] Reads, bool[] Writes)> shaders = [];
    private readonly HashSet<Array> read = [];
    private readonly HashSet<Array> written = [];

    /// <summary>Notes a dispatch.</summary>
    /// <exception cref="InvalidOperationException">A barrier is missing before it.</exception>
    public void Dispatch(string source, byte[] constants, Array[] buffers)
    {
        (bool[] reads, bool[] writes) = shaders.TryGetValue(source, out (bool[], bool[]) known) ? known : shaders[source] = Registers(source, buffers.Length);

        // An input that came as a scalar has a buffer bound, which the shader then leaves alone.
        uint inline = source.Contains("uint inlineMask;", StringComparison.Ordinal) ? BitConverter.ToUInt32(constants, InlineMask) : 0;
        for (int i = 0; i < buffers.Length; i++)
        {
            bool isRead = reads[i] && (inline & (1u << i)) == 0;
            if ((written.Contains(buffers[i]) && (isRead || writes[i])) || (read.Contains(buffers[i]) && writes[i]))
            {
                throw new InvalidOperationException($"Register u{i} is bound to a buffer that a dispatch before uses, and no barrier stands between them:\n{source}");
            }
        }

        for (int i = 0; i < buffers.Length; i++)
        {
            _ = writes[i] && written.Add(buffers[i]);
            _ = reads[i] && (inline & (1u << i)) == 0 && read.Add(buffers[i]);
        }
    }

    /// <summary>Notes a barrier.</summary>
    public void Order(Array buffer)
    {
        read.Remove(buffer);
        written.Remove(buffer);
    }

    /// <summary>Notes the end of a batch.</summary>
    public void Finish()
    {
        read.Clear();
        written.Clear();
    }

    /// <summary>Which registers a text reads and writes: a statement that begins with an element writes it, and an element anywhere else is read.</summary>
    private static (bool[] Reads, bool[] Writes) Registers(string source, int count)
    {
        bool[] reads = new bool[count], writes = new bool[count];
        foreach (Match declaration in Declaration().Matches(source))
        {
            (string name, int register) = (declaration.Groups[1].Value, int.Parse(declaration.Groups[2].ValueSpan));
            foreach (string line in source.Split('\n').Where(line => line.Contains(name + "[", StringComparison.Ordinal)))
            {
                bool isStore = line.TrimStart().StartsWith(name + "[", StringComparison.Ordinal) && line.Contains("] = ", StringComparison.Ordinal);
                writes[register] |= isStore;
                reads[register] |= !isStore || line.LastIndexOf(name + "[", StringComparison.Ordinal) > line.IndexOf("] = ", StringComparison.Ordinal);
            }
        }

        return writes.Contains(true) ? (reads, writes) : throw new InvalidOperationException($"Nothing is written by:\n{source}");
    }

    [GeneratedRegex(@"RWStructuredBuffer<\w+> (\w+) : register\(u(\d+)\)")]
    private static partial Regex Declaration();
}
