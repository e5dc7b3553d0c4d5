namespace TypedTensors.Compiler.Intrinsics;

/// <summary>Where emitted code finds a function.</summary>
public enum FunctionForm
{
    /// <summary>In .NET: as a static member of the number's type, and of <c>Vector512</c> for any type of lane.</summary>
    Bcl,

    /// <summary>In .NET, but for vectors of <see cref="float"/> and <see cref="double"/> only; generic code goes through <c>KernelMath</c>.</summary>
    BclFloating,

    /// <summary>For scalars in .NET, for vectors in <c>KernelMath</c>; exact, so that both give the same bits.</summary>
    BclScalar,

    /// <summary>In <c>KernelMath</c>, for scalars as for vectors, so that both give the same bits.</summary>
    KernelMath,
}

/// <summary>A function that kernels may call: one row of the table.</summary>
/// <param name="Name">Its name: that of the static members of .NET's number types, and of <c>KernelMath</c>'s.</param>
/// <param name="Arity">How many arguments it takes.</param>
/// <param name="Form">Where emitted code finds it.</param>
/// <param name="Formula">Its name in a formula.</param>
/// <param name="Cost">Roughly how many machine operations it takes.</param>
public sealed record Intrinsic(string Name, int Arity, FunctionForm Form, string Formula, int Cost)
{
    /// <summary>Whether it is a predicate, whose result is a bool.</summary>
    public bool IsPredicate { get; init; }

    /// <summary>Whether computing it in <see cref="double"/> and rounding gives what computing it in <see cref="float"/> gives.</summary>
    public bool IsExactInDouble { get; init; }

    /// <summary>Whether .NET's scalar form throws for some integer, where a kernel has to wrap.</summary>
    public bool ThrowsForIntegers { get; init; }

    /// <summary>Whether its second argument is an <see cref="int"/> count that all lanes of a vector share.</summary>
    public bool TakesCount { get; init; }

    /// <summary>Whether it takes an <see cref="int"/> beside the floating-point number, so that generic vectors cannot have it.</summary>
    public bool HasInt { get; init; }

    /// <summary>The name of .NET's method, where that differs from <see cref="Name"/>.</summary>
    public string? BclName { get; init; }

    /// <summary>A constant that .NET's method takes as its last argument, or null.</summary>
    public string? BclArgument { get; init; }
}
