using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTensors.Analyzers.Precision;

/// <summary>TT1006: <c>Array.Copy(longs, floats, n)</c> and <c>longs.CopyTo(floats, 0)</c> convert each element, which no argument type shows.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LossyArrayCopyAnalyzer() : RuleAnalyzer(Descriptors.LossyArrayCopy)
{
    /// <inheritdoc/>
    protected override void Register(CompilationStartAnalysisContext context) => context.RegisterOperationAction(Analyze, OperationKind.Invocation);

    static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is not { Name: "Copy" or "CopyTo", ContainingType.SpecialType: SpecialType.System_Array })
        {
            return;
        }

        IOperation[] arrays = [.. Arrays(call)];
        if (arrays is [{ Type: IArrayTypeSymbol { ElementType: { } from } } source, { Type: IArrayTypeSymbol { ElementType: { } to } }]
            && Narrowing.Between(from, to) == NarrowingFamily.Rounding
            && !(Written(source) is { } elements && elements.All(element => Narrowing.Of(element, to) == NarrowingFamily.None)))
        {
            PrecisionReport.Add(
                context, Descriptors.LossyArrayCopy, source.Syntax, to, PrecisionReport.Name(from), PrecisionReport.Name(to), NumericType.Of(to)!.Exact.Max.ToString("N0", System.Globalization.CultureInfo.InvariantCulture), source.Syntax.ToString());
        }
    }

    static IEnumerable<IOperation> Arrays(IInvocationOperation call)
    {
        if (call.Instance is { } instance)
        {
            yield return WithoutCasts(instance);
        }

        foreach (IArgumentOperation argument in call.Arguments.Where(argument => argument.Parameter?.Type.SpecialType == SpecialType.System_Array).OrderBy(argument => argument.Parameter!.Ordinal))
        {
            yield return WithoutCasts(argument.Value);
        }
    }

    // Who writes (Array)longs has not written what becomes of the elements.
    static IOperation WithoutCasts(IOperation operation) =>
        operation is IConversionOperation { OperatorMethod: null, Operand: { } array } conversion && (conversion.IsImplicit || conversion.Type?.SpecialType == SpecialType.System_Array) ? WithoutCasts(array) : operation;

    static IEnumerable<IOperation>? Written(IOperation array) => array is IArrayCreationOperation { Initializer.ElementValues: var values } ? values.Select(Narrowing.Written) : null;
}
