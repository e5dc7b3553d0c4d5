using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTensors.Analyzers.Precision;

/// <summary>TT1010: a literal with the suffix f that becomes a double, with the digits of a float: <c>const double Rate = 0.0001f</c>, <c>const double Third = 1 / 3f</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FloatLiteralAnalyzer() : RuleAnalyzer(Descriptors.FloatLiteral)
{
    /// <inheritdoc/>
    protected override void Register(CompilationStartAnalysisContext context) => context.RegisterOperationAction(Analyze, OperationKind.Literal);

    static void Analyze(OperationAnalysisContext context)
    {
        if (context.Operation is not { Type.SpecialType: SpecialType.System_Single, Syntax: LiteralExpressionSyntax literal }
            || FloatConstants.Around(context.Operation) is not { ConstantValue: { HasValue: true, Value: float value } } whole
            || !IsWidened(whole)
            || FloatConstants.InDouble(whole) is not { } written
            || !PrecisionOptions.Of(context).CountsConstant(written == value)
            || !FloatConstants.Blamed(whole).Contains(context.Operation))
        {
            return;
        }

        PrecisionReport.Add(
            context,
            Descriptors.FloatLiteral,
            IsForOthers(literal) ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
            literal,
            null,
            whole is IBinaryOperation ? whole.Syntax.ToString() : literal.ToString(),
            ((double)value).ToString("R", CultureInfo.InvariantCulture));
    }

    // Through the arms of a choice to the conversion that the compiler adds.
    static bool IsWidened(IOperation operation) =>
        operation.Parent switch
        {
            IConversionOperation { IsImplicit: true, Type.SpecialType: SpecialType.System_Double } => true,
            IConversionOperation { IsImplicit: true, Type: INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [{ SpecialType: SpecialType.System_Double }] } } => true,
            IConversionOperation { IsImplicit: true, OperatorMethod: null, Type.SpecialType: SpecialType.System_Single } conversion => IsWidened(conversion),
            IParenthesizedOperation parentheses => IsWidened(parentheses),
            IConditionalOperation conditional when conditional.Condition != operation => IsWidened(conditional),
            ISwitchExpressionArmOperation { Parent: { } choice } => IsWidened(choice),
            _ => false,
        };

    // Constants and default values reach those who never see the literal.
    static bool IsForOthers(SyntaxNode literal) =>
        literal.Ancestors().FirstOrDefault(ancestor => ancestor is ParameterSyntax or FieldDeclarationSyntax or LocalDeclarationStatementSyntax or StatementSyntax or MemberDeclarationSyntax) switch
        {
            ParameterSyntax => true,
            FieldDeclarationSyntax field => field.Modifiers.Any(SyntaxKind.ConstKeyword),
            LocalDeclarationStatementSyntax local => local.Modifiers.Any(SyntaxKind.ConstKeyword),
            _ => false,
        };
}
