using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedTensors.FourierTransforms;

/// <summary>Lanes in 128 bits.</summary>
internal readonly unsafe struct Lanes128<T>(Vector128<T> value) : ILanes<Lanes128<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Vector128<T> value = value;

    public static int Count => Vector128<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator +(Lanes128<T> x, Lanes128<T> y) => new(x.value + y.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator -(Lanes128<T> x, Lanes128<T> y) => new(x.value - y.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator *(Lanes128<T> x, Lanes128<T> y) => new(x.value * y.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator -(Lanes128<T> x) => new(-x.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Load(T* source) => new(Vector128.Load(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes128<T> value, T* destination) => value.value.Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Broadcast(T value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> MultiplyAdd(Lanes128<T> x, Lanes128<T> y, Lanes128<T> addend) => new(typeof(T) == typeof(float)
        ? Vector128.FusedMultiplyAdd(x.value.AsSingle(), y.value.AsSingle(), addend.value.AsSingle()).As<float, T>()
        : Vector128.FusedMultiplyAdd(x.value.AsDouble(), y.value.AsDouble(), addend.value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Split(Lanes128<T> first, Lanes128<T> second, out Lanes128<T> real, out Lanes128<T> imaginary)
    {
        Vector128<T> x = EvenThenOdd(first.value), y = EvenThenOdd(second.value);
        real = new(Vector128.Create(x.GetLower(), y.GetLower()));
        imaginary = new(Vector128.Create(x.GetUpper(), y.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Join(Lanes128<T> real, Lanes128<T> imaginary, out Lanes128<T> first, out Lanes128<T> second)
    {
        first = new(HalvesInTurn(Vector128.Create(real.value.GetLower(), imaginary.value.GetLower())));
        second = new(HalvesInTurn(Vector128.Create(real.value.GetUpper(), imaginary.value.GetUpper())));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> EvenThenOdd(Vector128<T> x) => typeof(T) == typeof(float)
        ? Vector128.Shuffle(x.AsSingle(), Vector128.Create(0, 2, 1, 3)).As<float, T>()
        : x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> HalvesInTurn(Vector128<T> x) => typeof(T) == typeof(float)
        ? Vector128.Shuffle(x.AsSingle(), Vector128.Create(0, 2, 1, 3)).As<float, T>()
        : x;
}
