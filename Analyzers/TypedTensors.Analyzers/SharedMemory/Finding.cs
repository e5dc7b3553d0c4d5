using Microsoft.CodeAnalysis;

namespace TypedTensors.Analyzers.SharedMemory;

/// <summary>Something that a rule has found.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Place">What is underlined.</param>
/// <param name="ShareSite">Where the memory came to be shared.</param>
/// <param name="Variable">What else changes, or is no longer what it was: one report for each.</param>
/// <param name="Arguments">The arguments of the rule's message.</param>
sealed record Finding(DiagnosticDescriptor Rule, SyntaxNode Place, SyntaxNode ShareSite, string Variable, object[] Arguments);
