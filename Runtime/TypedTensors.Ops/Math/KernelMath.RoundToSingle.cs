using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedTensors.Kernels;

/// <summary>Rounds doubles to float precision, for kernels that compute float and double together.</summary>
public static partial class KernelMath
{
    /// <summary>Each lane rounded to the nearest float, and still a double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> RoundToSingle(Vector128<double> x) => Vector128.WidenLower(Vector128.Narrow(x, x));

    /// <summary>Each lane rounded to the nearest float, and still a double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> RoundToSingle(Vector256<double> x) => Vector256.WidenLower(Vector256.Narrow(x, x));

    /// <summary>Each lane rounded to the nearest float, and still a double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> RoundToSingle(Vector512<double> x) => Vector512.WidenLower(Vector512.Narrow(x, x));
}
