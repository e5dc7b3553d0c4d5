using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTensors.Analyzers.Precision;

/// <summary>The <c>checked</c> expressions and blocks, and whether they check anything.</summary>
static class CheckedContexts
{
    /// <summary>The innermost <c>checked</c> around an expression, or null where there is none or it has been switched off.</summary>
    public static SyntaxNode? Around(SyntaxNode node) =>
        node.Ancestors()
            .TakeWhile(ancestor => ancestor is not (MemberDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax))
            .FirstOrDefault(ancestor => ancestor is CheckedExpressionSyntax or CheckedStatementSyntax) is { } found
            && (found.IsKind(SyntaxKind.CheckedExpression) || found.IsKind(SyntaxKind.CheckedStatement))
                ? found
                : null;

    /// <summary>Whether an integer computation or conversion stands in a <c>checked</c>, which then is there for it.</summary>
    public static bool GuardsSomething(IOperation inside, SyntaxNode guard)
    {
        IOperation top = inside;
        while (top.Parent is { } parent && guard.FullSpan.Contains(parent.Syntax.FullSpan))
        {
            top = parent;
        }

        return top.DescendantsAndSelf().Any(operation => guard.FullSpan.Contains(operation.Syntax.FullSpan) && operation switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply } => IsInteger(operation.Type),
            ICompoundAssignmentOperation or IIncrementOrDecrementOperation => IsInteger(operation.Type),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } => IsInteger(operation.Type),
            IConversionOperation { IsImplicit: false } => IsInteger(operation.Type),
            _ => false,
        });
    }

    /// <summary>What stands in a <c>checked(...)</c>, without further parentheses.</summary>
    public static ExpressionSyntax Inner(CheckedExpressionSyntax guard)
    {
        ExpressionSyntax inner = guard.Expression;
        while (inner is ParenthesizedExpressionSyntax parentheses)
        {
            inner = parentheses.Expression;
        }

        return inner;
    }

    static bool IsInteger(ITypeSymbol? type) => NumericType.Of(type) is { IsInteger: true };
}
