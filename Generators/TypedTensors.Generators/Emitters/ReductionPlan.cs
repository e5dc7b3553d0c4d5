using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Printing;

namespace TypedTensors.Generators.Emitters;

/// <summary>How a reduction's accumulators lie in memory: lanes of one size for all its parts, or single values where that cannot be.</summary>
sealed class ReductionPlan
{
    public ReductionPlan(ReductionModel reduction)
    {
        Reduction = reduction;
        Accumulate = new LanePlan(reduction.Accumulate);
        Combine = new LanePlan(reduction.Combine);
        Obstacle = reduction.UsesPositions ? "the position of an element is a 64-bit integer beside it"
            : Accumulate.Obstacle ?? Combine.Obstacle
            ?? (reduction.Accumulator.Any(component => Accumulate.Storage(component.Type, isScalar: false) != Combine.Storage(component.Type, isScalar: false))
                ? "accumulators are narrower than what is computed with them"
                : null);
    }

    public ReductionModel Reduction { get; }

    public LanePlan Accumulate { get; }

    public LanePlan Combine { get; }

    /// <summary>Why there is no vector form, as the end of a sentence; null when there is one.</summary>
    public string? Obstacle { get; }

    /// <summary>The name of the type that the runtime runs, with its type parameter.</summary>
    public string TypeName => NameFor(Reduction.IsGeneric ? Reduction.Head.TypeParameter!.Name : null);

    /// <summary>The type in which a component, or an element, lies in memory.</summary>
    public ElementType Storage(ElementType type) => Obstacle is null ? Accumulate.Storage(type, isScalar: false) : type.Compute;

    /// <summary>The dtype of a type, as an expression.</summary>
    public static string DtypeOf(ElementType type) => type.IsGeneric ? $"Dtypes.Of<{type.Name}>()" : $"Dtype.{type.Kind}";

    /// <summary>The name of the type that the runtime runs for a type argument.</summary>
    public string NameFor(string? argument) => $"{Reduction.Head.Method}Reduction{(argument is null ? "" : $"<{argument}>")}";
}
