using System.Diagnostics.CodeAnalysis;

namespace TypedTensors.Kernels;

/// <summary>What is thrown when a kernel leaves a buffer.</summary>
internal static class BufferFaults
{
    [DoesNotReturn]
    public static void ThrowOutside(string name, ReadOnlySpan<nint> index, ReadOnlySpan<nint> shape) =>
        throw new IndexOutOfRangeException($"{name}{Shape.Format(index)} is outside the buffer's shape {Shape.Format(shape)}.");
}
