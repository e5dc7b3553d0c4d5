namespace TypedTensors.Compiler.Parsing;

/// <summary>What a method or a class is marked as.</summary>
public enum KernelKind
{
    /// <summary>A method that is a tensor operation, element by element.</summary>
    Elementwise,

    /// <summary>A method that other kernels call.</summary>
    Function,

    /// <summary>A method that every thread of an index space runs.</summary>
    Compute,

    /// <summary>A class that says how elements become one.</summary>
    Reduction,
}
