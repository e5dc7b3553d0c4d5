using System.Runtime.Intrinsics;

namespace TypedTensors.Kernels;

/// <summary>How a kernel writes its results: through the caches, or past them.</summary>
/// <remarks>
/// A type argument of <see cref="ICpuKernel.Run{TStore}"/> rather than a flag, so that either way costs nothing in the loop.
/// </remarks>
public interface IVectorStore
{
    /// <summary>Writes a vector to <paramref name="destination"/> at an offset in elements.</summary>
    static abstract void Store<T>(Vector128<T> value, ref T destination, nuint offset)
        where T : unmanaged;

    /// <summary>Writes a vector to <paramref name="destination"/> at an offset in elements.</summary>
    static abstract void Store<T>(Vector256<T> value, ref T destination, nuint offset)
        where T : unmanaged;

    /// <summary>Writes a vector to <paramref name="destination"/> at an offset in elements.</summary>
    static abstract void Store<T>(Vector512<T> value, ref T destination, nuint offset)
        where T : unmanaged;
}
