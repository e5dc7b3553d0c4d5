using System.Numerics;

namespace TypedTensors.Ops.Tests.Conformance.NodeTests;

/// <summary>Fourier transforms. ONNX has complex numbers as a last axis of two.</summary>
static class OnnxSpectra
{
    /// <summary>Forwards in double, as the reference does, whose zeros are zeros of double; backwards in float, as it does too.</summary>
    public static Tensor DFT(OnnxCall call)
    {
        Tensor<float, Cpu> x = call.Get<float>(0);
        int axis = call.Opset < 20 ? call.Integer("axis", 1) : call.Has(2) ? (int)call.Integers(2)[0] : -2;
        axis = axis < 0 ? axis + x.Rank : axis;
        nint? length = call.Has(1) ? call.Integers(1)[0] : null;
        bool isOneSided = call.Flag("onesided");
        if (call.Flag("inverse"))
        {
            return isOneSided ? x.AsComplex().Irfft(length, axis).Unsqueeze(-1) : x.AsComplex().Ifft(length, axis).AsReal();
        }

        Tensor<double, Cpu> wide = x.Cast<double>();
        Tensor<Complex<double>, Cpu> spectrum = isOneSided ? wide.Squeeze(-1).Rfft(length, axis)
            : wide.Shape[^1] == 1 ? wide.Squeeze(-1).Fft(length, axis)
            : wide.AsComplex().Fft(length, axis);
        return spectrum.AsReal().Cast<float>();
    }

    /// <summary>The transforms of stretches of a signal, each times a window.</summary>
    public static Tensor STFT<T, TDevice>(OnnxCall call)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputes<T>, IComputesFunctions<T>, IComputes<Complex<T>>
    {
        Tensor<T, TDevice> signal = call.Get<T, TDevice>(0).Squeeze(-1);
        nint step = call.Integers(1)[0], length = call.Has(2) ? call.Inputs[2]!.Length : call.Integers(3)[0];
        var frames = new List<Tensor<T, TDevice>>();
        for (nint start = 0; start + length <= signal.Shape[1]; start += step)
        {
            frames.Add(signal[.., new Slice(start, start + length)]);
        }

        Tensor<T, TDevice> stretches = Tensor.Stack<T, TDevice>([.. frames], 1);
        return (call.Has(2) ? stretches.Multiply(call.Get<T, TDevice>(2)) : stretches).Rfft().AsReal();
    }
}
