using TypedTensors.Kernels;

namespace TypedTensors.Dispatch;

/// <summary>Writes a scalar operand as a program's constants hold it.</summary>
internal static unsafe class InlineScalar
{
    /// <summary>Converts the scalar to the binding's dtype, widens it to a type that programs compute with, and writes its one or two words.</summary>
    public static void Write(in KernelOperand scalar, Dtype binding, Span<uint> words)
    {
        ulong given = scalar.Bits.Low, bound = 0, computed = 0;
        Conversion.Run(scalar.Dtype, (byte*)&given, binding, (byte*)&bound, 1);
        Dtype type = ComputedType(binding);
        Conversion.Run(binding, (byte*)&bound, type, (byte*)&computed, 1);
        words[0] = (uint)computed;
        if (Dtypes.SizeOf(type) == sizeof(ulong))
        {
            words[1] = (uint)(computed >> 32);
        }
    }

    private static Dtype ComputedType(Dtype binding) => binding switch
    {
        Dtype.Boolean or Dtype.Byte or Dtype.UInt16 => Dtype.UInt32,
        Dtype.SByte or Dtype.Int16 => Dtype.Int32,
        Dtype.Half => Dtype.Single,
        _ => binding,
    };
}
