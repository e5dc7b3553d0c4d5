namespace TypedTensors;

/// <summary>Computes in this process what no device has a program for: where the tensor is the processor's in place, else between two transfers.</summary>
internal static class OnHost
{
    /// <summary>Makes a tensor of another one.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="shape">The shape of the result.</param>
    /// <param name="fill">Writes the result.</param>
    public static Tensor<TTo, TDevice> Run<TFrom, TTo, TDevice>(Tensor<TFrom, TDevice> x, Shape shape, Action<Tensor<TFrom, Cpu>, Tensor<TTo, Cpu>> fill)
        where TFrom : unmanaged
        where TTo : unmanaged
        where TDevice : struct, IDevice
    {
        Tensor<TTo, Cpu> result = Tensor<TTo, Cpu>.Empty(shape);
        if (Processor.Holds(x, out Tensor<TFrom, Cpu>? own))
        {
            fill(own, result);
            return Processor.As<TTo, TDevice>(result);
        }

        using (result)
        {
            using Tensor<TFrom, Cpu> copy = x.To<Cpu>();
            fill(copy, result);
            return result.To<TDevice>();
        }
    }
}
