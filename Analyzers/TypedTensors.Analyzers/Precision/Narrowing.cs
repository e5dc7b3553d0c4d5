using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTensors.Analyzers.Precision;

/// <summary>Which conversions lose values, and how.</summary>
static class Narrowing
{
    /// <summary>How storing one type in another loses values.</summary>
    /// <returns>The family, or none where every value of the one is a value of the other, or where one is no number.</returns>
    public static NarrowingFamily Between(ITypeSymbol? from, ITypeSymbol? to) =>
        NumericType.Of(from) is { } source && NumericType.Of(to) is { } target ? Between(source, source.Range, target) : NarrowingFamily.None;

    /// <summary>How storing the values of an expression in a type loses some of them.</summary>
    public static NarrowingFamily Of(IOperation value, ITypeSymbol? to)
    {
        if (NumericType.Of(value.Type) is not { } source || NumericType.Of(to) is not { } target)
        {
            return NarrowingFamily.None;
        }

        return source.IsFloating && value.ConstantValue is { HasValue: true, Value: { } constant } && IsExact(constant, to!)
            ? NarrowingFamily.None
            : Between(source, ValueRanges.Of(value) ?? source.Range, target);
    }

    /// <summary>Whether a constant has the same value in another type. NaN stays NaN.</summary>
    public static bool IsExact(object constant, ITypeSymbol to)
    {
        if (constant is not (float or double or decimal) || NumericType.Of(to) is not { } target)
        {
            return false;
        }

        double value = Convert.ToDouble(constant, CultureInfo.InvariantCulture);
        return target.IsInteger ? Math.Floor(value) == value && Math.Abs(value) < 1e28 && target.Range.Contains(ValueRange.Of(new System.Numerics.BigInteger(value)))
            : double.IsNaN(value) || double.IsInfinity(value) || (target.Digits == 11 ? IsExactInHalf(value) : target.Digits != 24 || (float)value == value);
    }

    /// <summary>Whether a floating constant does not become infinite in another floating type.</summary>
    public static bool Fits(object constant, ITypeSymbol to)
    {
        double value = Convert.ToDouble(constant, CultureInfo.InvariantCulture);
        return double.IsInfinity(value) || (NumericType.Of(to) is { Digits: 11 } ? Math.Abs(value) < 65520 : !float.IsInfinity((float)value));
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

    static NarrowingFamily Between(NumericType source, ValueRange values, NumericType target) =>
        (source.IsFloating, target.IsFloating) switch
        {
            (true, true) => source.Digits > target.Digits || (target.Digits == 96 && source.Digits < 96) ? NarrowingFamily.Floating : NarrowingFamily.None,
            (true, false) => NarrowingFamily.Truncating,
            (false, false) => target.Range.Contains(values) ? NarrowingFamily.None : NarrowingFamily.Integer,
            (false, true) => target.Exact.Contains(values) ? NarrowingFamily.None : NarrowingFamily.Rounding,
        };

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
}
