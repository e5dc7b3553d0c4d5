using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Analyzers.SharedMemory.Facts;
using TypedTensors.Analyzers.SharedMemory.Flow;

namespace TypedTensors.Analyzers.SharedMemory.Lowering;

/// <summary>Reads from the arguments of a call which elements its view has.</summary>
static class Extents
{
    /// <summary>The elements of the result of a call.</summary>
    public static Extent Of(IOperation call, IMethodSymbol method, Share share)
    {
        IOperation[] arguments = call switch
        {
            IInvocationOperation invocation => Written(invocation.Arguments, share),
            IObjectCreationOperation creation => Written(creation.Arguments, share),
            IPropertyReferenceOperation property => Written(property.Arguments, share),
            IImplicitIndexerReferenceOperation indexer => [indexer.Argument],
            _ => [],
        };
        bool slices = call is IPropertyReferenceOperation or IImplicitIndexerReferenceOperation || method.Name is "Slice" or "AsSpan" or "AsMemory" or "AsTensorSpan" or "GetSubArray"
            || (method.MethodKind == MethodKind.Constructor && MemoryTypes.IsObviousView(method.ContainingType));
        if (!slices)
        {
            return share.SameLayout || IsWholeByName(method.Name) ? Extent.Whole : Extent.Part;
        }

        return arguments.Length == 0 ? Extent.Whole : arguments[0].Type?.Name == "Range" ? OfRange(arguments[0]) : OfNumbers(arguments, isIndex: call is not IInvocationOperation and not IObjectCreationOperation);
    }

    /// <summary>A constant integer.</summary>
    public static int? Constant(IOperation? operation) => operation is null ? null : Inner(operation).ConstantValue is { HasValue: true, Value: int value } ? value : null;

    /// <summary>Whether an index, or each of those that stand in a params array, is a constant.</summary>
    public static bool IsConstant(IOperation index) => Elements(index).All(element => Constant(element) is not null || Inner(element).ConstantValue.HasValue);

    static bool IsWholeByName(string name) =>
        name is "Reshape" or "Transpose" or "Permute" or "PermuteDimensions" or "Squeeze" or "Unsqueeze" or "SqueezeDimension" or "Flip" or "AsTensor" or "View" or "T" or "Ravel" or "Flatten" or "ReverseDimension";

    static IOperation[] Written(IEnumerable<IArgumentOperation> arguments, Share share) =>
    [
        .. arguments
            .Where(argument => argument.Parameter is { } parameter && !(share.From.IsParameter && parameter.Ordinal == share.From.Ordinal) && argument.ArgumentKind != ArgumentKind.DefaultValue)
            .OrderBy(argument => argument.Parameter!.Ordinal)
            .SelectMany(argument => Elements(argument.Value))
            .Select(Inner),
    ];

    // The arguments of a params parameter stand in an array or a collection that nobody wrote.
    static IEnumerable<IOperation> Elements(IOperation value) => value switch
    {
        IArrayCreationOperation { IsImplicit: true, Initializer: { } initializer } => initializer.ElementValues,
        ICollectionExpressionOperation { IsImplicit: true } collection => collection.Elements,
        IConversionOperation { IsImplicit: true, Operand: IArrayCreationOperation or ICollectionExpressionOperation } conversion => Elements(conversion.Operand),
        _ => [value],
    };

    static Extent OfNumbers(IOperation[] arguments, bool isIndex)
    {
        if (Constant(arguments[0]) is not { } start)
        {
            return Extent.Part;
        }

        return isIndex ? Extent.At(start)
            : arguments.Length == 1 ? new Extent(false, start, null, 0)
            : Constant(arguments[1]) is { } length ? new Extent(false, start, start + length, null)
            : new Extent(false, start, null, null);
    }

    static Extent OfRange(IOperation range) => range is IRangeOperation { } written
        ? Between(written.LeftOperand is { } from ? Bound(from) : (0, false), written.RightOperand is { } to ? Bound(to) : (0, true))
        : Extent.Part;

    static Extent Between((int Value, bool IsFromEnd)? from, (int Value, bool IsFromEnd)? to) => new(
        false,
        from is (var start, false) ? start : null,
        to is (var end, false) ? end : null,
        to is (var left, true) ? left : null);

    // ^2 is a unary operation; 2 is converted to an Index.
    static (int Value, bool IsFromEnd)? Bound(IOperation bound) => Inner(bound) switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand: var operand } => Constant(operand) is { } value ? (value, true) : null,
        var plain => Constant(plain) is { } value ? (value, false) : null,
    };

    static IOperation Inner(IOperation operation) => operation switch
    {
        IConversionOperation conversion => Inner(conversion.Operand),
        IParenthesizedOperation parenthesized => Inner(parenthesized.Operand),
        _ => operation,
    };
}
