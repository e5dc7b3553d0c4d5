using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedTensors.Analyzers.Precision;

/// <summary>The last questions before a precision rule reports: does the user want to hear of this member, and does it compile.</summary>
static class PrecisionReport
{
    /// <summary>The property of a report that names the type its fix writes.</summary>
    public const string Type = "Type";

    /// <summary>Reports, unless the member has errors: what the compiler makes of faulty code has the shape of hidden conversions.</summary>
    /// <param name="context">Where the operation was met.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="place">What is underlined.</param>
    /// <param name="type">The type that the fix writes, or null.</param>
    /// <param name="arguments">The arguments of the rule's message.</param>
    public static void Add(OperationAnalysisContext context, DiagnosticDescriptor rule, SyntaxNode place, ITypeSymbol? type, params object[] arguments) =>
        Add(context, rule, rule.DefaultSeverity, place, type, arguments);

    /// <summary>Reports with a severity of its own.</summary>
    public static void Add(OperationAnalysisContext context, DiagnosticDescriptor rule, DiagnosticSeverity severity, SyntaxNode place, ITypeSymbol? type, params object[] arguments)
    {
        if ((PrecisionOptions.Of(context).IsBoundaryOnly && !IsVisible(context.ContainingSymbol)) || CompilerErrors.TouchMember(context.Compilation, place, context.CancellationToken))
        {
            return;
        }

        ImmutableDictionary<string, string?> properties = type is null
            ? ImmutableDictionary<string, string?>.Empty
            : ImmutableDictionary<string, string?>.Empty.Add(Type, Name(type, context, place));
        context.ReportDiagnostic(Diagnostic.Create(rule, place.GetLocation(), severity, additionalLocations: null, properties, arguments));
    }

    /// <summary>A cast as messages and fixes write it.</summary>
    public static string Cast(string type, ExpressionSyntax operand) => $"({type}){Operand(operand)}";

    /// <summary>An expression that a cast or a member access can stand before or behind.</summary>
    public static ExpressionSyntax Operand(ExpressionSyntax expression) =>
        expression.WithoutTrivia() is var bare && expression is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax
            or ParenthesizedExpressionSyntax or LiteralExpressionSyntax or CastExpressionSyntax
            ? bare
            : SyntaxFactory.ParenthesizedExpression(bare);

    /// <summary>A type as messages name it.</summary>
    public static string Name(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    static string Name(ITypeSymbol type, OperationAnalysisContext context, SyntaxNode place) =>
        context.Operation.SemanticModel is { } model ? type.ToMinimalDisplayString(model, place.SpanStart) : type.ToDisplayString();

    static bool IsVisible(ISymbol? symbol)
    {
        for (; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (symbol is ITypeSymbol or { ContainingSymbol: ITypeSymbol }
                && symbol.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
            {
                return false;
            }
        }

        return true;
    }
}
