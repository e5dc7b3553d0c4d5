namespace TypedTensors.Generators;

/// <summary>The names of the generators' steps, by which tests ask what ran again.</summary>
public static class StepNames
{
    /// <summary>Reads the methods marked as element-wise kernels.</summary>
    public const string ElementwiseKernels = nameof(ElementwiseKernels);

    /// <summary>Reads the methods marked as kernel functions.</summary>
    public const string KernelFunctions = nameof(KernelFunctions);

    /// <summary>Reads the classes marked as reductions.</summary>
    public const string Reductions = nameof(Reductions);

    /// <summary>Reads the methods marked as kernels over an index space.</summary>
    public const string ComputeKernels = nameof(ComputeKernels);

    /// <summary>Reads the classes that ask for the operators between dtypes.</summary>
    public const string PromotedOperators = nameof(PromotedOperators);
}
