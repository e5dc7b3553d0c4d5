using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedTensors.MatrixProducts;

/// <summary>Vectors of 512 bits: 32 registers.</summary>
internal readonly unsafe struct ProductLanes512<T> : IProductLanes<Vector512<T>>
    where T : unmanaged, INumber<T>
{
    public static int Bytes => 64;

    public static int ElementBytes => sizeof(T);

    public static int TileRows => 12;

    public static Vector512<T> Zero => Vector512<T>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Load(byte* source) => Vector512.Load((T*)source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Broadcast(byte* source) => Vector512.Create(*(T*)source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> MultiplyAdd(Vector512<T> x, Vector512<T> y, Vector512<T> sum) =>
        typeof(T) == typeof(float) ? Vector512.FusedMultiplyAdd(x.AsSingle(), y.AsSingle(), sum.AsSingle()).As<float, T>()
        : typeof(T) == typeof(double) ? Vector512.FusedMultiplyAdd(x.AsDouble(), y.AsDouble(), sum.AsDouble()).As<double, T>()
        : (x * y) + sum;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Add(Vector512<T> x, Vector512<T> y) => x + y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<T> vector, byte* destination) => vector.Store((T*)destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MultiplyAddElement(byte* x, byte* y, byte* sum) => ProductElements.MultiplyAdd((T*)x, (T*)y, (T*)sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddElement(byte* x, byte* sum) => *(T*)sum += *(T*)x;
}
