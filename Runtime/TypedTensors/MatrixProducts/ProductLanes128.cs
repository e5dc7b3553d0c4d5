using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;

namespace TypedTensors.MatrixProducts;

/// <summary>Vectors of 128 bits: 16 registers, or 32 on ARM. Where the processor has none, .NET computes the lanes one after the other, to the same bits.</summary>
internal readonly unsafe struct ProductLanes128<T> : IProductLanes<Vector128<T>>
    where T : unmanaged, INumber<T>
{
    public static int Bytes => 16;

    public static int ElementBytes => sizeof(T);

    public static int TileRows => AdvSimd.IsSupported ? 12 : 6;

    public static Vector128<T> Zero => Vector128<T>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Load(byte* source) => Vector128.Load((T*)source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Broadcast(byte* source) => Vector128.Create(*(T*)source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> MultiplyAdd(Vector128<T> x, Vector128<T> y, Vector128<T> sum) =>
        typeof(T) == typeof(float) ? Vector128.FusedMultiplyAdd(x.AsSingle(), y.AsSingle(), sum.AsSingle()).As<float, T>()
        : typeof(T) == typeof(double) ? Vector128.FusedMultiplyAdd(x.AsDouble(), y.AsDouble(), sum.AsDouble()).As<double, T>()
        : (x * y) + sum;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Add(Vector128<T> x, Vector128<T> y) => x + y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<T> vector, byte* destination) => vector.Store((T*)destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MultiplyAddElement(byte* x, byte* y, byte* sum) => ProductElements.MultiplyAdd((T*)x, (T*)y, (T*)sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddElement(byte* x, byte* sum) => *(T*)sum += *(T*)x;
}
