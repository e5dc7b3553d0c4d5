using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TypedTensors.Compiler.Parsing;

/// <summary>What can be wrong with a kernel; an analyzer has a rule for each.</summary>
public enum FaultKind
{
    /// <summary>The containing type is not a top-level <c>static partial</c> class.</summary>
    ContainingType,

    /// <summary>The method is not static, or has no body, or is async or an iterator.</summary>
    Method,

    /// <summary>A parameter or result has a type that kernels do not know.</summary>
    UnsupportedType,

    /// <summary>A parameter is passed by reference, or all parameters are scalars.</summary>
    Parameter,

    /// <summary>The type parameters are not what kernels can have.</summary>
    TypeParameter,

    /// <summary>A statement is not part of the kernel language.</summary>
    UnsupportedStatement,

    /// <summary>An expression is not part of the kernel language.</summary>
    UnsupportedExpression,

    /// <summary>A call of a method that is neither an intrinsic nor available as source.</summary>
    UnknownMethod,

    /// <summary>A method calls itself, directly or through others.</summary>
    Recursion,

    /// <summary>A loop does not count from one value to another, both the same for all elements.</summary>
    Loop,

    /// <summary>A kernel reads state that may change between calls.</summary>
    State,

    /// <summary>A kernel function has no vector form.</summary>
    Lanes,

    /// <summary>Arithmetic that throws on overflow.</summary>
    Checked,

    /// <summary>A reduction lacks one of its parts, or they do not fit together.</summary>
    Reduction,

    /// <summary>The size of a group, or the grid, is none that devices have.</summary>
    Grid,

    /// <summary>An array whose length is not a constant, or more memory or more constants than devices have.</summary>
    Memory,

    /// <summary>A barrier that only some threads of a group may come to.</summary>
    Barrier,
}

/// <summary>One thing that is wrong with a kernel, where it stands.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Message">What is wrong here and what to write instead.</param>
/// <param name="FilePath">The file.</param>
/// <param name="Start">The first character.</param>
/// <param name="Length">How many characters.</param>
public sealed record Fault(FaultKind Kind, string Message, string FilePath, int Start, int Length)
{
    /// <summary>Makes a fault of a piece of syntax.</summary>
    /// <param name="kind">What is wrong.</param>
    /// <param name="message">A sentence for the user.</param>
    /// <param name="node">Where.</param>
    /// <returns>The fault.</returns>
    public static Fault At(FaultKind kind, string message, SyntaxNode node) =>
        new(kind, message, node.SyntaxTree.FilePath, node.Span.Start, node.Span.Length);

    /// <summary>Makes a fault of a name.</summary>
    /// <param name="kind">What is wrong.</param>
    /// <param name="message">A sentence for the user.</param>
    /// <param name="token">Where.</param>
    /// <returns>The fault.</returns>
    public static Fault At(FaultKind kind, string message, SyntaxToken token) =>
        new(kind, message, token.SyntaxTree!.FilePath, token.Span.Start, token.Span.Length);

    /// <summary>The place, for an analyzer to report at.</summary>
    /// <param name="tree">The tree of <see cref="FilePath"/>.</param>
    /// <returns>The location.</returns>
    public Location GetLocation(SyntaxTree tree) => Location.Create(tree, new TextSpan(Start, Length));
}

/// <summary>Ends the parsing of a body at its first fault; it never leaves the parser.</summary>
sealed class FaultException(Fault fault) : Exception(fault.Message)
{
    public Fault Fault { get; } = fault;
}
