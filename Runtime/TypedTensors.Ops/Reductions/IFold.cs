using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedTensors;

/// <summary>What a fold does with two elements, and with nothing.</summary>
internal interface IFold
{
    static abstract string Name { get; }

    static abstract bool RequiresElements { get; }

    static abstract T Identity<T>()
        where T : unmanaged, INumber<T>;

    static abstract T Combine<T>(T x, T y)
        where T : unmanaged, INumber<T>;

    static abstract Vector128<T> Combine<T>(Vector128<T> x, Vector128<T> y);

    static abstract Vector256<T> Combine<T>(Vector256<T> x, Vector256<T> y);

    static abstract Vector512<T> Combine<T>(Vector512<T> x, Vector512<T> y);
}

/// <summary>The sum.</summary>
internal readonly struct SumFold : IFold
{
    public static string Name => "Sum";

    public static bool RequiresElements => false;

    public static T Identity<T>()
        where T : unmanaged, INumber<T> => T.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Combine<T>(T x, T y)
        where T : unmanaged, INumber<T> => x + y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Combine<T>(Vector128<T> x, Vector128<T> y) => x + y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Combine<T>(Vector256<T> x, Vector256<T> y) => x + y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Combine<T>(Vector512<T> x, Vector512<T> y) => x + y;
}

/// <summary>The largest.</summary>
internal readonly struct MaxFold : IFold
{
    public static string Name => "Max";

    public static bool RequiresElements => true;

    public static T Identity<T>()
        where T : unmanaged, INumber<T> => T.CreateSaturating(double.NegativeInfinity);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Combine<T>(T x, T y)
        where T : unmanaged, INumber<T> => T.Max(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Combine<T>(Vector128<T> x, Vector128<T> y) => Vector128.Max(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Combine<T>(Vector256<T> x, Vector256<T> y) => Vector256.Max(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Combine<T>(Vector512<T> x, Vector512<T> y) => Vector512.Max(x, y);
}

/// <summary>The smallest.</summary>
internal readonly struct MinFold : IFold
{
    public static string Name => "Min";

    public static bool RequiresElements => true;

    public static T Identity<T>()
        where T : unmanaged, INumber<T> => T.CreateSaturating(double.PositiveInfinity);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Combine<T>(T x, T y)
        where T : unmanaged, INumber<T> => T.Min(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Combine<T>(Vector128<T> x, Vector128<T> y) => Vector128.Min(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Combine<T>(Vector256<T> x, Vector256<T> y) => Vector256.Min(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Combine<T>(Vector512<T> x, Vector512<T> y) => Vector512.Min(x, y);
}
