using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Parsing;

namespace TypedTensors.Analyzers.Precision;

/// <summary>Which element types lose values of which others.</summary>
static class Narrowing
{
    /// <summary>
    /// Whether storing one type in another loses values: a wider floating type in a narrower, a floating type in an integer, an integer
    /// in one that does not hold it. An integer in a floating type is not counted: counts and labels are stored so on purpose.
    /// </summary>
    public static bool Loses(ITypeSymbol from, ITypeSymbol to)
    {
        if (TypeMap.Kind(from) is not { } source || TypeMap.Kind(to) is not { } target || source == target)
        {
            return false;
        }

        ElementType wide = new(source), narrow = new(target);
        return (wide.IsFloating && narrow.IsFloating && wide.Size > narrow.Size)
            || (wide.IsFloating && narrow.IsInteger)
            || (wide.IsInteger && narrow.IsInteger && (wide.Size > narrow.Size || (wide.Size == narrow.Size && wide.IsUnsigned != narrow.IsUnsigned) || (narrow.IsUnsigned && !wide.IsUnsigned)));
    }

    /// <summary>Whether a constant has the same value in a narrower floating type. NaN stays NaN.</summary>
    public static bool IsExact(double constant, ITypeSymbol to) =>
        double.IsNaN(constant) || double.IsInfinity(constant) || (to.SpecialType == SpecialType.System_Single ? (float)constant == constant : IsExactInHalf(constant));

    // Half has 11 bits, its smallest step is 2^-24, its largest value 65504.
    static bool IsExactInHalf(double constant)
    {
        double size = Math.Abs(constant);
        if (size == 0 || size > 65504)
        {
            return size == 0;
        }

        double step = Math.Max(Math.Pow(2, Math.Floor(Math.Log(size, 2)) - 10), Math.Pow(2, -24));
        return size / step == Math.Floor(size / step);
    }

    /// <summary>An operation without the conversions that the compiler added.</summary>
    public static IOperation Written(IOperation operation)
    {
        while (operation is IConversionOperation { IsImplicit: true } conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }
}
