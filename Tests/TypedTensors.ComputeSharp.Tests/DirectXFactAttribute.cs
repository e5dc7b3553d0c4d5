namespace TypedTensors.Direct3D.Tests;

/// <summary>A test that runs shaders. Skipped with the reason where nothing can run them; where the tests must have it, it then fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DirectXFactAttribute : FactAttribute
{
    /// <summary>Looks for what runs shaders.</summary>
    public DirectXFactAttribute() => Skip = DirectXPresence.ReasonToSkip;
}

/// <summary>The same for a test with parameters.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DirectXTheoryAttribute : TheoryAttribute
{
    /// <summary>Looks for what runs shaders.</summary>
    public DirectXTheoryAttribute() => Skip = DirectXPresence.ReasonToSkip;
}

/// <summary>Whether shaders can be run: with the package by DirectX, which every Windows has; without it by what stands in.</summary>
internal static partial class DirectXPresence
{
    /// <summary>Why tests that run shaders cannot run here, or null if they can, or must.</summary>
    public static string? ReasonToSkip { get; } = Problem();

    private static string? Problem()
    {
        string? problem = null;
        FindProblem(ref problem);
        return problem;
    }

    static partial void FindProblem(ref string? problem);
}
