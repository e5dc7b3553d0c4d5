using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTensors.Analyzers.Precision;

/// <summary>TT1002: a scalar of a wider floating type meets a tensor of a narrower one, in which the operator computes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NarrowingScalarAnalyzer() : TensorRuleAnalyzer(Descriptors.NarrowingScalar)
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
            || Narrowing.Between(type, dtype) != NarrowingFamily.Floating
            || IsWidened(scalar, dtype))
        {
            return;
        }

        PrecisionOptions options = PrecisionOptions.Of(context);
        bool isConstant = scalar.ConstantValue is { HasValue: true, Value: not null };
        if (!options.Counts(NarrowingFamily.Floating) || (isConstant && !options.CountsConstant(Narrowing.IsExact(scalar.ConstantValue.Value!, dtype))))
        {
            return;
        }

        string what = isConstant && !Narrowing.IsExact(scalar.ConstantValue.Value!, dtype) ? "is not exact in" : "is rounded to";
        PrecisionReport.Add(context, Descriptors.NarrowingScalar, scalar.Syntax, dtype, scalar.Syntax.ToString(), PrecisionReport.Name(type), what, PrecisionReport.Name(dtype));
    }

    // (double)f of a float f is exact in float again.
    static bool IsWidened(IOperation scalar, ITypeSymbol dtype) =>
        scalar is IConversionOperation { Operand: { } operand, Type: { } to }
        && Narrowing.Of(operand, to) == NarrowingFamily.None
        && (Narrowing.Of(operand, dtype) == NarrowingFamily.None || IsWidened(operand, dtype));
}
