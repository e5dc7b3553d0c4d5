using System.Runtime.InteropServices;

namespace TypedTensors.FourierTransforms;

/// <summary>Two panels for the calling thread, which it keeps for the next transform.</summary>
internal sealed unsafe class PanelScratch
{
    private const nuint Alignment = 64;

    [ThreadStatic]
    private static PanelScratch? own;

    private byte* memory;
    private nuint byteLength;

    ~PanelScratch() => NativeMemory.AlignedFree(memory);

    /// <summary>The first of two panels of so many bytes; the other lies behind it.</summary>
    /// <remarks>A second call may move them, so a panel is not held while another is asked for.</remarks>
    public static byte* Rent(nint panelBytes)
    {
        PanelScratch scratch = own ??= new PanelScratch();
        nuint wanted = 2 * (nuint)panelBytes;
        if (scratch.byteLength < wanted)
        {
            NativeMemory.AlignedFree(scratch.memory);
            scratch.memory = null;
            scratch.byteLength = 0;
            scratch.memory = (byte*)NativeMemory.AlignedAlloc(wanted, Alignment);
            scratch.byteLength = wanted;
        }

        return scratch.memory;
    }
}
