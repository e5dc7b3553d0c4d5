using TypedTensors;

float[] values = [-2, -1, 0, 1, 2, 3];
Tensor<float, Cpu> x = values.AsTensor(2, 3);
Tensor<float, Cpu> y = x.Swish(1.5f);
Console.WriteLine(y.ToString(new PrintOptions { Precision = 4 }));
Console.WriteLine((x + y.Cast<double>()).Sum().Item().ToString("F4"));

/// <summary>Kernels of a project that knows nothing but the package.</summary>
public static partial class Activations
{
    /// <summary>Swish: the input gated by its own sigmoid.</summary>
    [Elementwise]
    public static float Swish(float x, float beta) => x / (1 + MathF.Exp(-beta * x));
}
