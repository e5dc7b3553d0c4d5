using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedTensors.Analyzers.SharedMemory.Flow;

/// <summary>What a body does with memory, one thing after the other. All that the passes know of C# is in these.</summary>
/// <param name="Syntax">The place.</param>
abstract record Step(SyntaxNode Syntax)
{
    /// <inheritdoc/>
    public virtual bool Equals(Step? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>A handle is bound to memory.</summary>
/// <param name="Syntax">The place.</param>
/// <param name="Target">The handle.</param>
/// <param name="Value">The memory.</param>
/// <param name="Adds">Whether it keeps what it had, as a list does.</param>
sealed record AssignStep(SyntaxNode Syntax, Handle Target, Value Value, bool Adds) : Step(Syntax);

/// <summary>Elements are read.</summary>
/// <param name="Syntax">The place.</param>
/// <param name="Value">The memory.</param>
sealed record ReadStep(SyntaxNode Syntax, Value Value) : Step(Syntax);

/// <summary>Elements are written.</summary>
/// <param name="Syntax">What is written.</param>
/// <param name="Value">The memory.</param>
/// <param name="Reads">What the same operation reads while it writes, with its text.</param>
sealed record WriteStep(SyntaxNode Syntax, Value Value, ImmutableArray<(SyntaxNode Syntax, Value Value)> Reads) : Step(Syntax)
{
    /// <summary>Whether the old elements are not read.</summary>
    public bool IsStore { get; init; }

    /// <summary>The element, where a single one is written at a constant index.</summary>
    public int? Element { get; init; }

    /// <summary>Whether what is written is named by constants alone.</summary>
    public bool IsConstant { get; init; }

    /// <summary>Whether a single element is written.</summary>
    public bool IsElement { get; init; }

    /// <summary>Whether the operation gives the right result however its operands overlap.</summary>
    public bool IsOverlapSafe { get; init; }

    /// <summary>The operator of an in-place assignment, without its equals sign.</summary>
    public string? Operator { get; init; }
}

/// <summary>Memory is given back.</summary>
/// <param name="Syntax">The place.</param>
/// <param name="Value">The memory.</param>
sealed record GiveBackStep(SyntaxNode Syntax, Value Value) : Step(Syntax);

/// <summary>Something leaves the body.</summary>
/// <param name="Syntax">What leaves.</param>
/// <param name="Value">The memory.</param>
/// <param name="Way">How it leaves, as messages say it.</param>
sealed record EscapeStep(SyntaxNode Syntax, Value Value, string Way) : Step(Syntax)
{
    /// <summary>Whether an attribute says that it shares memory.</summary>
    public bool IsAnnounced { get; init; }

    /// <summary>The finally blocks that run between.</summary>
    public ImmutableArray<Microsoft.CodeAnalysis.FlowAnalysis.ControlFlowRegion> Finally { get; init; } = [];
}

/// <summary>Gradients are computed.</summary>
/// <param name="Syntax">The place.</param>
/// <param name="Value">Of what.</param>
sealed record BackwardStep(SyntaxNode Syntax, Value Value) : Step(Syntax);

/// <summary>The fields of the object may have changed.</summary>
/// <param name="Syntax">The place.</param>
sealed record ForgetStep(SyntaxNode Syntax) : Step(Syntax);

/// <summary>A nested function may run from here on.</summary>
/// <param name="Syntax">The place.</param>
/// <param name="Function">The function.</param>
sealed record FunctionStep(SyntaxNode Syntax, Body Function) : Step(Syntax);
