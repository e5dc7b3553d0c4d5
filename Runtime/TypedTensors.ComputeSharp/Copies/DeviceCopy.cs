using TypedTensors.Copies;
using TypedTensors.Direct3D.Storage;
using TypedTensors.Kernels;

namespace TypedTensors.Direct3D.Copies;

/// <summary>Copies one tensor, or a scalar, over a tensor: words or doubles as they lie there, unless the dtypes differ.</summary>
internal static class DeviceCopy
{
    /// <summary>Copies between operands of one shape, not empty.</summary>
    public static void Run(in KernelOperand source, in KernelOperand destination)
    {
        Tensor target = destination.Tensor!;
        if (source.Tensor is not { } tensor)
        {
            Fill(source, target);
        }
        else if (tensor.Dtype != target.Dtype)
        {
            ProgramConversion.Run<DirectX>(tensor, target);
        }
        else if (tensor is Tensor<double, DirectX> doubles)
        {
            DoubleCopies.Copy(doubles, (Tensor<double, DirectX>)target);
        }
        else
        {
            BitCopies.Copy<uint, DirectX>(tensor, target, CommandBatch.Limits);
        }
    }

    private static unsafe void Fill(in KernelOperand scalar, Tensor target)
    {
        ulong given = scalar.Bits.Low, bits = 0;
        Conversion.Run(scalar.Dtype, (byte*)&given, target.Dtype, (byte*)&bits, 1);
        if (target is Tensor<double, DirectX> doubles)
        {
            DoubleCopies.SetInPlace(doubles, BitConverter.UInt64BitsToDouble(bits));
            return;
        }

        uint word = 0;
        StorageWords.Widen(target.Dtype, new ReadOnlySpan<byte>(&bits, Dtypes.SizeOf(target.Dtype)), new Span<uint>(ref word));
        BitCopies.Fill<uint, DirectX>(target, word);
    }
}
