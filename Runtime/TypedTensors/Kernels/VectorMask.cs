using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TypedTensors.Kernels;

/// <summary>Carries booleans between memory, where each is a byte that is 0 or 1, and vectors, where each is a lane of all ones or all zeros.</summary>
public static class VectorMask
{
    /// <summary>Loads 16 bytes' worth of lanes: as many booleans as <see cref="Vector128{T}"/> has lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Load128<T>(ref readonly bool source, nuint offset)
    {
        ref byte first = ref Unsafe.As<bool, byte>(ref Unsafe.Add(ref Unsafe.AsRef(in source), offset));
        if (Unsafe.SizeOf<T>() == 1)
        {
            return IsSet(Vector128.LoadUnsafe(ref first)).As<byte, T>();
        }

        if (Unsafe.SizeOf<T>() == 2)
        {
            return IsSet(Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref first)).AsByte())).As<ushort, T>();
        }

        if (Unsafe.SizeOf<T>() == 4)
        {
            Vector128<byte> bytes = Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<uint>(ref first)).AsByte();
            return IsSet(Vector128.WidenLower(Vector128.WidenLower(bytes))).As<uint, T>();
        }

        Vector128<byte> pair = Vector128.CreateScalarUnsafe((uint)Unsafe.ReadUnaligned<ushort>(ref first)).AsByte();
        return IsSet(Vector128.WidenLower(Vector128.WidenLower(Vector128.WidenLower(pair)))).As<ulong, T>();
    }

    /// <summary>Loads as many booleans as <see cref="Vector256{T}"/> has lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Load256<T>(ref readonly bool source, nuint offset)
    {
        nuint half = (nuint)Vector128<T>.Count;
        if (Unsafe.SizeOf<T>() == 4 && Avx2.IsSupported)
        {
            ref byte first = ref Unsafe.As<bool, byte>(ref Unsafe.Add(ref Unsafe.AsRef(in source), offset));
            Vector128<byte> bytes = Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref first)).AsByte();
            return (~Vector256.Equals(Avx2.ConvertToVector256Int32(bytes), Vector256<int>.Zero)).As<int, T>();
        }

        return Vector256.Create(Load128<T>(in source, offset), Load128<T>(in source, offset + half));
    }

    /// <summary>Loads as many booleans as <see cref="Vector512{T}"/> has lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Load512<T>(ref readonly bool source, nuint offset)
    {
        nuint half = (nuint)Vector256<T>.Count;
        if (Unsafe.SizeOf<T>() == 4 && Avx512F.IsSupported)
        {
            ref byte first = ref Unsafe.As<bool, byte>(ref Unsafe.Add(ref Unsafe.AsRef(in source), offset));
            Vector512<int> lanes = Avx512F.ConvertToVector512Int32(Vector128.LoadUnsafe(ref first));
            return (~Vector512.Equals(lanes, Vector512<int>.Zero)).As<int, T>();
        }

        return Vector512.Create(Load256<T>(in source, offset), Load256<T>(in source, offset + half));
    }

    /// <summary>Stores one boolean for each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector128<T> mask, ref bool destination, nuint offset)
    {
        ref byte first = ref Unsafe.As<bool, byte>(ref Unsafe.Add(ref destination, offset));
        if (Unsafe.SizeOf<T>() == 1)
        {
            (mask.As<T, byte>() & Vector128<byte>.One).StoreUnsafe(ref first);
        }
        else if (Unsafe.SizeOf<T>() == 2)
        {
            Vector128<byte> bytes = Vector128.Narrow(mask.As<T, ushort>(), mask.As<T, ushort>()) & Vector128<byte>.One;
            Unsafe.WriteUnaligned(ref first, bytes.AsUInt64().ToScalar());
        }
        else if (Unsafe.SizeOf<T>() == 4)
        {
            Vector128<ushort> shorts = Vector128.Narrow(mask.As<T, uint>(), mask.As<T, uint>());
            Vector128<byte> bytes = Vector128.Narrow(shorts, shorts) & Vector128<byte>.One;
            Unsafe.WriteUnaligned(ref first, bytes.AsUInt32().ToScalar());
        }
        else
        {
            first = (byte)(mask.As<T, ulong>().ToScalar() & 1);
            Unsafe.Add(ref first, 1) = (byte)(mask.As<T, ulong>().GetElement(1) & 1);
        }
    }

    /// <summary>Stores one boolean for each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector256<T> mask, ref bool destination, nuint offset)
    {
        ref byte first = ref Unsafe.As<bool, byte>(ref Unsafe.Add(ref destination, offset));
        if (Unsafe.SizeOf<T>() == 1)
        {
            (mask.As<T, byte>() & Vector256<byte>.One).StoreUnsafe(ref first);
        }
        else if (Unsafe.SizeOf<T>() == 2)
        {
            Vector256<ushort> lanes = mask.As<T, ushort>();
            (Vector128.Narrow(lanes.GetLower(), lanes.GetUpper()) & Vector128<byte>.One).StoreUnsafe(ref first);
        }
        else if (Unsafe.SizeOf<T>() == 4)
        {
            Vector256<uint> lanes = mask.As<T, uint>();
            Vector128<ushort> shorts = Vector128.Narrow(lanes.GetLower(), lanes.GetUpper());
            Unsafe.WriteUnaligned(ref first, (Vector128.Narrow(shorts, shorts) & Vector128<byte>.One).AsUInt64().ToScalar());
        }
        else
        {
            Vector256<ulong> lanes = mask.As<T, ulong>();
            Store(Vector128.Narrow(lanes.GetLower(), lanes.GetUpper()), ref destination, offset);
        }
    }

    /// <summary>Stores one boolean for each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector512<T> mask, ref bool destination, nuint offset)
    {
        ref byte first = ref Unsafe.As<bool, byte>(ref Unsafe.Add(ref destination, offset));
        if (Unsafe.SizeOf<T>() == 1)
        {
            (mask.As<T, byte>() & Vector512<byte>.One).StoreUnsafe(ref first);
        }
        else if (Unsafe.SizeOf<T>() == 2)
        {
            Vector512<ushort> lanes = mask.As<T, ushort>();
            (Vector256.Narrow(lanes.GetLower(), lanes.GetUpper()) & Vector256<byte>.One).StoreUnsafe(ref first);
        }
        else if (Unsafe.SizeOf<T>() == 4 && Avx512F.IsSupported)
        {
            (Avx512F.ConvertToVector128Byte(mask.As<T, uint>()) & Vector128<byte>.One).StoreUnsafe(ref first);
        }
        else if (Unsafe.SizeOf<T>() == 4)
        {
            Vector512<uint> lanes = mask.As<T, uint>();
            Store(Vector256.Narrow(lanes.GetLower(), lanes.GetUpper()), ref destination, offset);
        }
        else
        {
            Vector512<ulong> lanes = mask.As<T, ulong>();
            Store(Vector256.Narrow(lanes.GetLower(), lanes.GetUpper()), ref destination, offset);
        }
    }

    private static Vector128<byte> IsSet(Vector128<byte> bytes) => ~Vector128.Equals(bytes, Vector128<byte>.Zero);

    private static Vector128<ushort> IsSet(Vector128<ushort> lanes) => ~Vector128.Equals(lanes, Vector128<ushort>.Zero);

    private static Vector128<uint> IsSet(Vector128<uint> lanes) => ~Vector128.Equals(lanes, Vector128<uint>.Zero);

    private static Vector128<ulong> IsSet(Vector128<ulong> lanes) => ~Vector128.Equals(lanes, Vector128<ulong>.Zero);
}
