using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTensors.Analyzers;

namespace TypedTensors.CodeFixes.Precision;

/// <summary>TT1002: writes the scalar in the tensor's element type, <c>0.1f</c> or <c>(float)x</c>. The value is the same as before.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class NarrowingScalarFix() : RuleFix(Descriptors.NarrowingScalar.Id, "Write the scalar in the tensor's element type")
{
    /// <inheritdoc/>
    protected override ExpressionSyntax? Mend(ExpressionSyntax reported, SemanticModel model, CancellationToken cancellation)
    {
        SyntaxNode whole = reported.AncestorsAndSelf().First(node => node.Parent is BinaryExpressionSyntax or AssignmentExpressionSyntax && node.Parent is not null);
        ExpressionSyntax? tensor = whole.Parent switch
        {
            BinaryExpressionSyntax binary => binary.Left == whole ? binary.Right : binary.Left,
            AssignmentExpressionSyntax assignment => assignment.Left,
            _ => null,
        };
        if (tensor is null || model.GetTypeInfo(tensor, cancellation).Type is not INamedTypeSymbol { TypeArguments: [{ } element, ..] })
        {
            return null;
        }

        // A literal without suffix and its float twin round to the same value only where decimal -> double -> float does not round twice.
        if (element.SpecialType == SpecialType.System_Single && TryReadLiteral(reported, out string digits)
            && double.TryParse(digits, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out double exact)
            && float.TryParse(digits, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out float direct)
            && (float)exact == direct)
        {
            return SyntaxFactory.ParseExpression(digits + "f");
        }

        bool isUnary = reported is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax
            or ParenthesizedExpressionSyntax or LiteralExpressionSyntax or CastExpressionSyntax;
        return SyntaxFactory.ParseExpression($"({element.ToMinimalDisplayString(model, reported.SpanStart)}){(isUnary ? $"{reported.WithoutTrivia()}" : $"({reported.WithoutTrivia()})")}");
    }

    static bool TryReadLiteral(ExpressionSyntax expression, out string digits)
    {
        digits = expression.ToString().TrimEnd('d', 'D').Replace("_", "");
        return expression is LiteralExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression, Operand: LiteralExpressionSyntax };
    }
}
