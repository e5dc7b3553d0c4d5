using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTensors.Analyzers.Precision;

namespace TypedTensors.CodeFixes;

/// <summary>Writes casts with the parentheses that they need.</summary>
static class Casting
{
    /// <summary>The type that a report says its fix should write.</summary>
    public static string? TypeOf(Diagnostic report) => report.Properties.TryGetValue(PrecisionReport.Type, out string? type) ? type : null;

    /// <summary>Writes <c>(type)operand</c>.</summary>
    /// <param name="type">The type.</param>
    /// <param name="operand">What is cast.</param>
    /// <param name="replaced">The expression whose place the cast takes.</param>
    public static ExpressionSyntax Write(string type, ExpressionSyntax operand, ExpressionSyntax replaced)
    {
        string cast = PrecisionReport.Cast(type, operand);
        return SyntaxFactory.ParseExpression(IsReceiver(replaced) ? $"({cast})" : cast);
    }

    static bool IsReceiver(ExpressionSyntax expression) =>
        expression.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression == expression,
            ElementAccessExpressionSyntax access => access.Expression == expression,
            ConditionalAccessExpressionSyntax access => access.Expression == expression,
            PostfixUnaryExpressionSyntax => true,
            _ => false,
        };
}
