using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedTensors.FourierTransforms;

/// <summary>Lanes in 512 bits.</summary>
internal readonly unsafe struct Lanes512<T>(Vector512<T> value) : ILanes<Lanes512<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Vector512<T> value = value;

    public static int Count => Vector512<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator +(Lanes512<T> x, Lanes512<T> y) => new(x.value + y.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator -(Lanes512<T> x, Lanes512<T> y) => new(x.value - y.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator *(Lanes512<T> x, Lanes512<T> y) => new(x.value * y.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator -(Lanes512<T> x) => new(-x.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Load(T* source) => new(Vector512.Load(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes512<T> value, T* destination) => value.value.Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Broadcast(T value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> MultiplyAdd(Lanes512<T> x, Lanes512<T> y, Lanes512<T> addend) => new(typeof(T) == typeof(float)
        ? Vector512.FusedMultiplyAdd(x.value.AsSingle(), y.value.AsSingle(), addend.value.AsSingle()).As<float, T>()
        : Vector512.FusedMultiplyAdd(x.value.AsDouble(), y.value.AsDouble(), addend.value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Split(Lanes512<T> first, Lanes512<T> second, out Lanes512<T> real, out Lanes512<T> imaginary)
    {
        Vector512<T> x = EvenThenOdd(first.value), y = EvenThenOdd(second.value);
        real = new(Vector512.Create(x.GetLower(), y.GetLower()));
        imaginary = new(Vector512.Create(x.GetUpper(), y.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Join(Lanes512<T> real, Lanes512<T> imaginary, out Lanes512<T> first, out Lanes512<T> second)
    {
        first = new(HalvesInTurn(Vector512.Create(real.value.GetLower(), imaginary.value.GetLower())));
        second = new(HalvesInTurn(Vector512.Create(real.value.GetUpper(), imaginary.value.GetUpper())));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> EvenThenOdd(Vector512<T> x) => typeof(T) == typeof(float)
        ? Vector512.Shuffle(x.AsSingle(), Vector512.Create(0, 2, 4, 6, 8, 10, 12, 14, 1, 3, 5, 7, 9, 11, 13, 15)).As<float, T>()
        : Vector512.Shuffle(x.AsDouble(), Vector512.Create(0L, 2L, 4L, 6L, 1L, 3L, 5L, 7L)).As<double, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> HalvesInTurn(Vector512<T> x) => typeof(T) == typeof(float)
        ? Vector512.Shuffle(x.AsSingle(), Vector512.Create(0, 8, 1, 9, 2, 10, 3, 11, 4, 12, 5, 13, 6, 14, 7, 15)).As<float, T>()
        : Vector512.Shuffle(x.AsDouble(), Vector512.Create(0L, 4L, 1L, 5L, 2L, 6L, 3L, 7L)).As<double, T>();
}
