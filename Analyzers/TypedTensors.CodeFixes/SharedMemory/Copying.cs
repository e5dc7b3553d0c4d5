using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTensors.Analyzers.Precision;

namespace TypedTensors.CodeFixes.SharedMemory;

/// <summary>Writes expressions so that they give memory of their own, in the words of the library at hand.</summary>
static class Copying
{
    /// <summary>Writes a sharing expression as a copying one.</summary>
    /// <param name="sharing">The expression.</param>
    /// <param name="model">What it means.</param>
    /// <returns>The first that compiles and has the same type: the copying sibling of what is called, a copy of the result, or a copy of what is handed over; null if there is none.</returns>
    public static ExpressionSyntax? Write(ExpressionSyntax sharing, SemanticModel model) =>
        Sibling(sharing, model) ?? OfValue(sharing, model) ?? OfSource(sharing, model);

    /// <summary>Writes a copy of a value.</summary>
    public static ExpressionSyntax? OfValue(ExpressionSyntax value, SemanticModel model)
    {
        ITypeSymbol? type = model.GetTypeInfo(value).Type;
        string operand = (value is CastExpressionSyntax ? SyntaxFactory.ParenthesizedExpression(value.WithoutTrivia()) : PrecisionReport.Operand(value)).ToString();
        return type switch
        {
            null => null,
            IArrayTypeSymbol { Rank: 1 } => Bound($"{operand}.ToArray()", type, value, model) ?? Parse($"({type.ToMinimalDisplayString(model, value.SpanStart)}){operand}.Clone()"),
            IArrayTypeSymbol => Parse($"({type.ToMinimalDisplayString(model, value.SpanStart)}){operand}.Clone()"),
            { Name: "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" or "ArraySegment" } => Parse($"{operand}.ToArray()"),
            _ => Bound($"{operand}.Clone()", type, value, model) ?? Bound($"{operand}.clone()", type, value, model) ?? Bound($"{operand}.copy()", type, value, model),
        };
    }

    // As shares, To copies: AsTensor and ToTensor, AsColumnMajorArray and ToColumnMajorArray.
    static ExpressionSyntax? Sibling(ExpressionSyntax sharing, SemanticModel model)
    {
        if (sharing is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: { } name } access } call || model.GetTypeInfo(sharing).Type is not { } type)
        {
            return null;
        }

        string shares = name.Identifier.ValueText;
        string? copies = shares.StartsWith("As", StringComparison.Ordinal) ? "To" + shares.Substring(2) : shares == "as_tensor" ? "tensor" : null;
        if (copies is null)
        {
            return null;
        }

        SimpleNameSyntax renamed = name.WithIdentifier(SyntaxFactory.Identifier(copies));
        return Bound(call.WithExpression(access.WithName(renamed)).WithoutTrivia().ToString(), type, sharing, model);
    }

    // The array that is handed to a constructor or a factory.
    static ExpressionSyntax? OfSource(ExpressionSyntax sharing, SemanticModel model)
    {
        SeparatedSyntaxList<ArgumentSyntax>? arguments = sharing switch
        {
            InvocationExpressionSyntax call => call.ArgumentList.Arguments,
            BaseObjectCreationExpressionSyntax { ArgumentList: { } list } => list.Arguments,
            _ => null,
        };
        ExpressionSyntax? source = sharing is CastExpressionSyntax cast
            ? cast.Expression
            : arguments?.Select(argument => argument.Expression).FirstOrDefault(argument => model.GetTypeInfo(argument).Type is IArrayTypeSymbol && model.GetSymbolInfo(argument).Symbol is not null);
        return source is not null && OfValue(source, model) is { } copy ? sharing.ReplaceNode(source, copy.WithTriviaFrom(source)) : null;
    }

    static ExpressionSyntax? Bound(string text, ITypeSymbol type, ExpressionSyntax place, SemanticModel model)
    {
        ExpressionSyntax expression = Parse(text);
        ITypeSymbol? bound = model.GetSpeculativeTypeInfo(place.SpanStart, expression, SpeculativeBindingOption.BindAsExpression).Type;
        return SymbolEqualityComparer.Default.Equals(bound, type) ? expression : null;
    }

    static ExpressionSyntax Parse(string text) => SyntaxFactory.ParseExpression(text);
}
