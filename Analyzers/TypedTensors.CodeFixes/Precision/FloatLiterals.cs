using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedTensors.CodeFixes.Precision;

/// <summary>Moves literals between float and double.</summary>
static class FloatLiterals
{
    /// <summary>Writes a double literal as a float one.</summary>
    /// <returns>The literal, or null where the expression is none, or where going from decimal digits to float through double rounds twice and gives another value.</returns>
    public static ExpressionSyntax? Write(ExpressionSyntax expression)
    {
        string digits = expression.ToString().TrimEnd('d', 'D');
        return expression is LiteralExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression, Operand: LiteralExpressionSyntax }
            && double.TryParse(digits.Replace("_", ""), NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            && float.TryParse(digits.Replace("_", ""), NumberStyles.Float, CultureInfo.InvariantCulture, out float direct)
            && (float)value == direct
                ? SyntaxFactory.ParseExpression(digits + "f")
                : null;
    }

    /// <summary>Writes a float literal as a double one.</summary>
    public static ExpressionSyntax Widen(LiteralExpressionSyntax literal)
    {
        string digits = literal.Token.Text.TrimEnd('f', 'F');
        return SyntaxFactory.ParseExpression(digits.IndexOfAny(['.', 'e', 'E']) < 0 ? digits + "d" : digits);
    }
}
