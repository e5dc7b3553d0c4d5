using TypedTensors;

/// <summary>Scalars and tensors that are rounded without a word.</summary>
public static class Scaling
{
    /// <summary>Scales and accumulates.</summary>
    public static void Run(Tensor<float, Cpu> image, Tensor<double, Cpu> step)
    {
        image *= 0.1;
        image += step;
        _ = image * 2.0;
    }
}
