using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTensors.Analyzers.Precision;

/// <summary>The values of locals and parameters: of those that are set once what they are set to, of counters what their loop's head limits, and of all what the conditions around say.</summary>
static class VariableRanges
{
    /// <summary>The values that a local has where it is read.</summary>
    /// <param name="read">The local.</param>
    /// <param name="all">The values of its type.</param>
    /// <param name="place">The place that is asked about: the local itself, or what is computed from it.</param>
    /// <param name="of">The values of an expression.</param>
    public static ValueRange Of(ILocalReferenceOperation read, ValueRange all, IOperation place, Func<IOperation, ValueRange?> of)
    {
        VariableWrites local = VariableWrites.Of(read.Local, read);
        ValueRange start = local.Initial is { } initial ? of(initial) ?? all : all;
        return read.Local.IsRef ? all
            : local.Writes.Count == 0 ? Unchanging(read, read.Local, start, place, of)
            : Counter.Of(read.Local, local, start) is not { } counter ? all
            : counter.IsChangedAtBottomOnly && read.Ancestors().Contains(counter.Loop.Body) ? Guards.Narrow(read.Local, counter.InBody(of) ?? all, read, counter.Loop, of)
            : counter.Anywhere(of) ?? all;
    }

    /// <summary>The values that a parameter has where it is read.</summary>
    /// <param name="read">The parameter.</param>
    /// <param name="all">The values of its type.</param>
    /// <param name="place">The place that is asked about.</param>
    /// <param name="of">The values of an expression.</param>
    public static ValueRange Of(IParameterReferenceOperation read, ValueRange all, IOperation place, Func<IOperation, ValueRange?> of) =>
        read.Parameter.RefKind == RefKind.None && !IsShared(read.Parameter) && VariableWrites.Of(read.Parameter, read).Writes.Count == 0
            ? Unchanging(read, read.Parameter, all, place, of)
            : all;

    // The place may stand elsewhere, where more is known of the value that was read.
    static ValueRange Unchanging(IOperation read, ISymbol variable, ValueRange values, IOperation place, Func<IOperation, ValueRange?> of)
    {
        ValueRange here = Guards.Narrow(variable, values, read, null, of);
        return read == place || read.Ancestors().Contains(place) ? here : Guards.Narrow(variable, here, place, null, of);
    }

    // Any member of a class may write to the parameters that stand behind its name.
    static bool IsShared(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor && constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax);
}
