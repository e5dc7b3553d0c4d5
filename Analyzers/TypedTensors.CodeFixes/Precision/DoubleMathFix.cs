using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTensors.Analyzers;

namespace TypedTensors.CodeFixes.Precision;

/// <summary>TT1009: writes <c>MathF.Sqrt(x)</c>. Only functions that give the same bits are mended together.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class DoubleMathFix() : RuleFix(Descriptors.DoubleMath.Id, "Compute in float with 'MathF'")
{
    /// <inheritdoc/>
    public override bool IsForAll(Diagnostic report) => Casting.TypeOf(report) is not null;

    /// <inheritdoc/>
    protected override ExpressionSyntax? Mend(ExpressionSyntax reported, Diagnostic report, SemanticModel model, CancellationToken cancellation)
    {
        if (Inner(reported) is not InvocationExpressionSyntax call || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method)
        {
            return null;
        }

        string single = model.Compilation.GetTypeByMetadataName("System.MathF")!.ToMinimalDisplayString(model, reported.SpanStart);
        SeparatedSyntaxList<ArgumentSyntax> arguments = SyntaxFactory.SeparatedList(
            call.ArgumentList.Arguments.Select(argument => argument.WithExpression(Narrow(argument.Expression, model, cancellation))), call.ArgumentList.Arguments.GetSeparators());
        return SyntaxFactory.ParseExpression($"{single}.{method.Name}{call.ArgumentList.WithArguments(arguments).WithoutTrivia()}");
    }

    static ExpressionSyntax Inner(ExpressionSyntax expression) =>
        expression switch
        {
            CastExpressionSyntax cast => Inner(cast.Expression),
            ParenthesizedExpressionSyntax parentheses => Inner(parentheses.Expression),
            _ => expression,
        };

    // What is a double here is a constant that float holds, or a float that was widened by hand.
    static ExpressionSyntax Narrow(ExpressionSyntax argument, SemanticModel model, CancellationToken cancellation) =>
        model.GetTypeInfo(argument, cancellation).Type?.SpecialType != SpecialType.System_Double ? argument
        : argument is CastExpressionSyntax { Expression: { } widened } && model.GetTypeInfo(widened, cancellation).Type?.SpecialType == SpecialType.System_Single ? widened
        : FloatLiterals.Write(argument) ?? Casting.Write("float", argument, argument);
}
