using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTensors.Analyzers.Precision;

/// <summary>TT1002: a scalar of a wider floating type meets a tensor of a narrower one, in which the operator computes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NarrowingScalarAnalyzer() : RuleAnalyzer(Descriptors.NarrowingScalar)
{
    /// <inheritdoc/>
    protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols) => context.RegisterOperationAction(
        operation =>
        {
            switch (operation.Operation)
            {
                case IBinaryOperation { OperatorMethod: not null } binary:
                    Check(operation, binary.LeftOperand, binary.RightOperand, symbols);
                    Check(operation, binary.RightOperand, binary.LeftOperand, symbols);
                    break;
                case ICompoundAssignmentOperation { OperatorMethod: not null } assignment:
                    Check(operation, assignment.Target, assignment.Value, symbols);
                    break;
            }
        },
        OperationKind.Binary,
        OperationKind.CompoundAssignment);

    static void Check(OperationAnalysisContext context, IOperation tensor, IOperation value, KnownSymbols symbols)
    {
        IOperation scalar = Narrowing.Written(value);
        if (symbols.ElementOf(tensor.Type) is not { } dtype
            || scalar.Type is not { } type
            || !IsFloating(dtype)
            || !IsFloating(type)
            || !Narrowing.Loses(type, dtype)
            || (scalar.ConstantValue is { HasValue: true, Value: { } constant } && Narrowing.IsExact(Convert.ToDouble(constant), dtype))
            || IsWidened(scalar, dtype))
        {
            return;
        }

        string name = dtype.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        string what = scalar.ConstantValue.HasValue ? "is not exact in" : "is rounded to";
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.NarrowingScalar, scalar.Syntax.GetLocation(), scalar.Syntax.ToString(), type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), what, name));
    }

    static bool IsFloating(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Single or SpecialType.System_Double || type is { Name: "Half", ContainingNamespace.Name: "System" };

    // (double)f of a float f is exact in float again.
    static bool IsWidened(IOperation scalar, ITypeSymbol dtype) =>
        scalar is IConversionOperation { Operand.Type: { } from } conversion
        && (SymbolEqualityComparer.Default.Equals(from, dtype) || (IsFloating(from) && !Narrowing.Loses(from, dtype)) || IsWidened(conversion.Operand, dtype));
}
