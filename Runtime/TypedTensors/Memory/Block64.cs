using System.Runtime.InteropServices;

namespace TypedTensors;

/// <summary>One cache line. Arrays of it reach 128 GiB, which arrays of bytes do not.</summary>
[StructLayout(LayoutKind.Sequential, Size = Bytes)]
internal struct Block64
{
    /// <summary>The size of a cache line and the alignment of all storage, in bytes.</summary>
    public const int Bytes = 64;
}
