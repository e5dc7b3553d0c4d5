using System.Numerics;
using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>The smooth activation functions of neural networks, as PyTorch defines them. NaN gives NaN.</summary>
public static partial class Activations
{
    /// <summary>The logistic function <c>1 / (1 + exp(-x))</c>, without overflow.</summary>
    [Elementwise]
    public static T Sigmoid<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        KernelMath.Sigmoid(x);

    /// <summary><c>log(sigmoid(x))</c>, without overflow or cancellation.</summary>
    [Elementwise]
    public static T LogSigmoid<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.Min(x, T.Zero) - T.LogP1(T.Exp(-T.Abs(x)));

    /// <summary>The sigmoid linear unit, or swish: <c>x * sigmoid(x)</c>.</summary>
    [Elementwise]
    public static T Silu<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x * KernelMath.Sigmoid(x);

    /// <summary><c>log(1 + exp(x))</c>, without overflow.</summary>
    [Elementwise]
    public static T Softplus<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.Max(x, T.Zero) + T.LogP1(T.Exp(-T.Abs(x)));

    /// <summary><c>x / (1 + |x|)</c>.</summary>
    [Elementwise]
    public static T Softsign<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x / (T.One + T.Abs(x));

    /// <summary><c>x * tanh(softplus(x))</c> (Misra, 2019).</summary>
    [Elementwise]
    public static T Mish<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x * T.Tanh(T.Max(x, T.Zero) + T.LogP1(T.Exp(-T.Abs(x))));

    /// <summary>The Gaussian error linear unit <c>x / 2 * (1 + erf(x / sqrt(2)))</c> (Hendrycks and Gimpel, 2016).</summary>
    [Elementwise]
    public static T Gelu<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.CreateChecked(0.5) * x * (T.One + KernelMath.Erf(x * T.CreateChecked(0.70710678118654752440)));

    /// <summary>The tanh form of GELU: <c>x / 2 * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x ^ 3)))</c> (PyTorch's <c>approximate='tanh'</c>).</summary>
    [Elementwise]
    public static T GeluTanh<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.CreateChecked(0.5) * x * (T.One + T.Tanh(T.CreateChecked(0.79788456080286535588) * (x + (T.CreateChecked(0.044715) * x * x * x))));

    /// <summary><c>x</c> above zero, else <c>alpha * (exp(x) - 1)</c> (Clevert et al., 2015; alpha is usually 1).</summary>
    [Elementwise]
    public static T Elu<T>(T x, T alpha)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x > T.Zero ? x : alpha * T.ExpM1(x);

    /// <summary>The continuously differentiable ELU: <c>max(0, x) + min(0, alpha * (exp(x / alpha) - 1))</c> (Barron, 2017).</summary>
    [Elementwise]
    public static T Celu<T>(T x, T alpha)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.Max(x, T.Zero) + T.Min(T.Zero, alpha * T.ExpM1(x / alpha));

    /// <summary>The self-normalising ELU <c>scale * elu(x, alpha)</c> with the constants of Klambauer et al., 2017.</summary>
    [Elementwise]
    public static T Selu<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.CreateChecked(1.0507009873554804934) * (x > T.Zero ? x : T.CreateChecked(1.6732632423543772848) * T.ExpM1(x));

    /// <summary>The error function <c>2 / sqrt(pi) * integral of exp(-t^2) from 0 to x</c>.</summary>
    [Elementwise]
    public static T Erf<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        KernelMath.Erf(x);

    /// <summary>The complementary error function <c>1 - erf(x)</c>, without the cancellation.</summary>
    [Elementwise]
    public static T Erfc<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        KernelMath.Erfc(x);

    /// <summary>The log-odds <c>log(x / (1 - x))</c>, the inverse of the sigmoid; NaN outside [0, 1].</summary>
    /// <remarks>Accurate near one half too, where PyTorch's <c>logit</c> cancels.</remarks>
    [Elementwise]
    public static T Logit<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T tail = T.Min(x, T.One - x); // the smaller of the two probabilities: the rest is the same but for the sign
        T magnitude = tail < T.CreateChecked(0.25)
            ? -T.Log(tail / (T.One - tail))
            : T.LogP1((T.One - tail - tail) / tail);
        return x < T.CreateChecked(0.5) ? -magnitude : magnitude;
    }

    /// <summary><c>x - tanh(x)</c>.</summary>
    [Elementwise]
    public static T Tanhshrink<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x - T.Tanh(x);
}
