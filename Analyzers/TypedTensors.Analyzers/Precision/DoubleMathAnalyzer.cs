using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTensors.Analyzers.Precision;

/// <summary>TT1009: <c>(float)Math.Sqrt(f)</c> of a float, for which <c>MathF</c> has the same function.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DoubleMathAnalyzer() : RuleAnalyzer(Descriptors.DoubleMath)
{
    // The square root is rounded correctly in both types, and a double has more than twice the digits, so that rounding it again changes nothing (Figueroa 1995).
    // The others have a result that is a float already.
    static readonly HashSet<string> BitIdentical = new(StringComparer.Ordinal) { "Sqrt", "Floor", "Ceiling", "Truncate", "Round", "CopySign", "IEEERemainder", "Abs", "Max", "Min", "MaxMagnitude", "MinMagnitude" };

    // The neighbour of a double is not that of a float, and a scaled double has room below the floats: these are other functions.
    static readonly HashSet<string> Different = new(StringComparer.Ordinal) { "BitIncrement", "BitDecrement", "ScaleB" };

    /// <inheritdoc/>
    protected override void Register(CompilationStartAnalysisContext context)
    {
        if (context.Compilation.GetTypeByMetadataName("System.MathF") is { } single)
        {
            context.RegisterOperationAction(operation => Analyze(operation, single), OperationKind.Invocation);
        }
    }

    static void Analyze(OperationAnalysisContext context, INamedTypeSymbol single)
    {
        var call = (IInvocationOperation)context.Operation;
        IMethodSymbol method = call.TargetMethod;
        if (method is not { ContainingType: { Name: "Math", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }, ReturnType.SpecialType: SpecialType.System_Double }
            || Different.Contains(method.Name)
            || call.Parent is not IConversionOperation { IsImplicit: false, Type.SpecialType: SpecialType.System_Single, Syntax: CastExpressionSyntax cast }
            || !single.GetMembers(method.Name).OfType<IMethodSymbol>().Any(other => IsTwin(method, other)))
        {
            return;
        }

        IOperation[] values = [.. call.Arguments.Where(argument => argument.Parameter?.Type.SpecialType == SpecialType.System_Double).Select(argument => Unwidened(Narrowing.Written(argument.Value)))];
        if (values.Any(value => value.Type?.SpecialType == SpecialType.System_Single) && values.All(value => Narrowing.Of(value, call.Parent.Type) == NarrowingFamily.None))
        {
            bool isIdentical = BitIdentical.Contains(method.Name) && !method.Parameters.Any(parameter => parameter.Type.SpecialType == SpecialType.System_Int32);
            PrecisionReport.Add(
                context,
                Descriptors.DoubleMath,
                cast,
                isIdentical ? call.Parent.Type : null,
                cast.ToString(),
                "MathF." + method.Name,
                isIdentical ? ", with the same bits" : "; the last bits may differ");
        }
    }

    // (double)f is a float still.
    static IOperation Unwidened(IOperation value) =>
        value is IConversionOperation { OperatorMethod: null, Operand: { } operand } && Narrowing.Of(operand, value.Type) == NarrowingFamily.None ? Narrowing.Written(operand) : value;

    static bool IsTwin(IMethodSymbol method, IMethodSymbol other) =>
        other.ReturnType.SpecialType == SpecialType.System_Single
        && other.Parameters.Length == method.Parameters.Length
        && method.Parameters.Zip(other.Parameters, (mine, theirs) => mine.Type.SpecialType == SpecialType.System_Double
            ? theirs.Type.SpecialType == SpecialType.System_Single
            : SymbolEqualityComparer.Default.Equals(mine.Type, theirs.Type)).All(fits => fits);
}
