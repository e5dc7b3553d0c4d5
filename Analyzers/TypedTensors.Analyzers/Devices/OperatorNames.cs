using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedTensors.Analyzers.Devices;

/// <summary>The names under which C# stores operators. Read from the syntax, for an operator that cannot be applied has no kind.</summary>
static class OperatorNames
{
    static readonly Dictionary<string, string> Binary = new(StringComparer.Ordinal)
    {
        ["+"] = WellKnownMemberNames.AdditionOperatorName,
        ["-"] = WellKnownMemberNames.SubtractionOperatorName,
        ["*"] = WellKnownMemberNames.MultiplyOperatorName,
        ["/"] = WellKnownMemberNames.DivisionOperatorName,
        ["%"] = WellKnownMemberNames.ModulusOperatorName,
        ["&"] = WellKnownMemberNames.BitwiseAndOperatorName,
        ["|"] = WellKnownMemberNames.BitwiseOrOperatorName,
        ["^"] = WellKnownMemberNames.ExclusiveOrOperatorName,
        ["<<"] = WellKnownMemberNames.LeftShiftOperatorName,
        [">>"] = WellKnownMemberNames.RightShiftOperatorName,
        [">>>"] = WellKnownMemberNames.UnsignedRightShiftOperatorName,
        ["=="] = WellKnownMemberNames.EqualityOperatorName,
        ["!="] = WellKnownMemberNames.InequalityOperatorName,
        ["<"] = WellKnownMemberNames.LessThanOperatorName,
        ["<="] = WellKnownMemberNames.LessThanOrEqualOperatorName,
        [">"] = WellKnownMemberNames.GreaterThanOperatorName,
        [">="] = WellKnownMemberNames.GreaterThanOrEqualOperatorName,
    };

    static readonly Dictionary<string, string> Unary = new(StringComparer.Ordinal)
    {
        ["-"] = WellKnownMemberNames.UnaryNegationOperatorName,
        ["+"] = WellKnownMemberNames.UnaryPlusOperatorName,
        ["~"] = WellKnownMemberNames.OnesComplementOperatorName,
        ["!"] = WellKnownMemberNames.LogicalNotOperatorName,
    };

    public static string? Of(SyntaxNode expression) =>
        expression switch
        {
            BinaryExpressionSyntax binary => Find(Binary, binary.OperatorToken.ValueText),
            AssignmentExpressionSyntax assignment => Find(Binary, assignment.OperatorToken.ValueText.TrimEnd('=')),
            PrefixUnaryExpressionSyntax unary => Find(Unary, unary.OperatorToken.ValueText),
            _ => null,
        };

    static string? Find(Dictionary<string, string> names, string symbol) => names.TryGetValue(symbol, out string? name) ? name : null;
}
