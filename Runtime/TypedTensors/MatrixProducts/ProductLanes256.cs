using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedTensors.MatrixProducts;

/// <summary>Vectors of 256 bits: 16 registers.</summary>
internal readonly unsafe struct ProductLanes256<T> : IProductLanes<Vector256<T>>
    where T : unmanaged, INumber<T>
{
    public static int Bytes => 32;

    public static int ElementBytes => sizeof(T);

    public static int TileRows => 6;

    public static Vector256<T> Zero => Vector256<T>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Load(byte* source) => Vector256.Load((T*)source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Broadcast(byte* source) => Vector256.Create(*(T*)source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> MultiplyAdd(Vector256<T> x, Vector256<T> y, Vector256<T> sum) =>
        typeof(T) == typeof(float) ? Vector256.FusedMultiplyAdd(x.AsSingle(), y.AsSingle(), sum.AsSingle()).As<float, T>()
        : typeof(T) == typeof(double) ? Vector256.FusedMultiplyAdd(x.AsDouble(), y.AsDouble(), sum.AsDouble()).As<double, T>()
        : (x * y) + sum;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Add(Vector256<T> x, Vector256<T> y) => x + y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<T> vector, byte* destination) => vector.Store((T*)destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MultiplyAddElement(byte* x, byte* y, byte* sum) => ProductElements.MultiplyAdd((T*)x, (T*)y, (T*)sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddElement(byte* x, byte* sum) => *(T*)sum += *(T*)x;
}
