namespace TypedTensors.Kernels;

public static partial class KernelMath
{
    /// <summary>The sine of x, for |x| ≤ 0.785: bit for bit <see cref="SinReduced(double)"/>, where that reduces nothing.</summary>
    [KernelFunction]
    internal static double SinSmall(double x)
    {
        double z = x * x;
        double sine = x + ((x * z) * SineTail(z, z * z));
        return x == 0 ? x : sine;
    }

    /// <summary>The cosine of x, for |x| ≤ 0.785: bit for bit <see cref="CosReduced(double)"/>, where that reduces nothing.</summary>
    [KernelFunction]
    internal static double CosSmall(double x)
    {
        double z = x * x;
        double z2 = z * z;
        double half = 0.5 * z;
        double halfLo = Math.FusedMultiplyAdd(0.5 * x, x, -half);
        (double cosine, double error) = FastTwoSum(1, -half);
        return cosine + (error + Math.FusedMultiplyAdd(z2, CosineTail(z, z2), -halfLo));
    }
}
