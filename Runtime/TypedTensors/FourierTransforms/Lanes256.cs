using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedTensors.FourierTransforms;

/// <summary>Lanes in 256 bits.</summary>
internal readonly unsafe struct Lanes256<T>(Vector256<T> value) : ILanes<Lanes256<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Vector256<T> value = value;

    public static int Count => Vector256<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator +(Lanes256<T> x, Lanes256<T> y) => new(x.value + y.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator -(Lanes256<T> x, Lanes256<T> y) => new(x.value - y.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator *(Lanes256<T> x, Lanes256<T> y) => new(x.value * y.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator -(Lanes256<T> x) => new(-x.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Load(T* source) => new(Vector256.Load(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes256<T> value, T* destination) => value.value.Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Broadcast(T value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> MultiplyAdd(Lanes256<T> x, Lanes256<T> y, Lanes256<T> addend) => new(typeof(T) == typeof(float)
        ? Vector256.FusedMultiplyAdd(x.value.AsSingle(), y.value.AsSingle(), addend.value.AsSingle()).As<float, T>()
        : Vector256.FusedMultiplyAdd(x.value.AsDouble(), y.value.AsDouble(), addend.value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Split(Lanes256<T> first, Lanes256<T> second, out Lanes256<T> real, out Lanes256<T> imaginary)
    {
        Vector256<T> x = EvenThenOdd(first.value), y = EvenThenOdd(second.value);
        real = new(Vector256.Create(x.GetLower(), y.GetLower()));
        imaginary = new(Vector256.Create(x.GetUpper(), y.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Join(Lanes256<T> real, Lanes256<T> imaginary, out Lanes256<T> first, out Lanes256<T> second)
    {
        first = new(HalvesInTurn(Vector256.Create(real.value.GetLower(), imaginary.value.GetLower())));
        second = new(HalvesInTurn(Vector256.Create(real.value.GetUpper(), imaginary.value.GetUpper())));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> EvenThenOdd(Vector256<T> x) => typeof(T) == typeof(float)
        ? Vector256.Shuffle(x.AsSingle(), Vector256.Create(0, 2, 4, 6, 1, 3, 5, 7)).As<float, T>()
        : Vector256.Shuffle(x.AsDouble(), Vector256.Create(0L, 2L, 1L, 3L)).As<double, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> HalvesInTurn(Vector256<T> x) => typeof(T) == typeof(float)
        ? Vector256.Shuffle(x.AsSingle(), Vector256.Create(0, 4, 1, 5, 2, 6, 3, 7)).As<float, T>()
        : Vector256.Shuffle(x.AsDouble(), Vector256.Create(0L, 2L, 1L, 3L)).As<double, T>();
}
