using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Parsing;

namespace TypedTensors.Compiler.Devices;

/// <summary>One choice of dtype for a kernel's type parameter: what its types and constants become.</summary>
/// <remarks>
/// A kernel that computes <c>Half</c> by its form on <see cref="float"/> is that form. One that names the limits of its type computes in <see cref="float"/>
/// too, but rounds each value to <c>Half</c>, as .NET's operators on it do.
/// </remarks>
sealed class Specialization
{
    readonly TypeParameterModel? _generic;
    readonly ElementKind? _dtype;

    /// <summary>Chooses a dtype.</summary>
    /// <param name="generic">The type parameter, or null when all types are concrete.</param>
    /// <param name="dtype">The dtype that stands for it, or null.</param>
    public Specialization(TypeParameterModel? generic, ElementKind? dtype)
    {
        _generic = generic;
        _dtype = dtype;
    }

    /// <summary>The dtype of a parameter or result in memory.</summary>
    public ElementType Stored(ElementType type) => type.IsGeneric ? new ElementType(_dtype!.Value) : type;

    /// <summary>The type of a value of the body; <c>Half</c> only where each value is rounded to it.</summary>
    public ElementType Of(ElementType type) =>
        !type.IsGeneric ? type.Compute
        : _dtype == ElementKind.Half && _generic!.HalfBySingle ? new ElementType(ElementKind.Single)
        : new ElementType(_dtype!.Value);

    /// <summary>The value of a constant in the type that it now has: a whole number for integers and bools, a real one for the others.</summary>
    public static ConstantValue Value(ElementType type, ConstantValue value)
    {
        if (value.Kind == ConstantKind.Member)
        {
            value = ConstantFolding.Member(value.Member!, type.Kind) ?? Remaining(type, value.Member!);
        }

        if (type.IsFloating)
        {
            double real = value.Real;
            return ConstantValue.Of(type.Kind switch
            {
                ElementKind.Half => HalfRounding.Round(real),
                ElementKind.Single => (float)real,
                _ => real,
            });
        }

        return value.Kind == ConstantKind.Integer ? ConstantFolding.Convert(value, type, type) ?? value : ConstantValue.Of(Saturate(type, value.Real));
    }

    // The members that only the whole of a type's bits says.
    static ConstantValue Remaining(ElementType type, string member) =>
        (member, type.IsFloating) switch
        {
            ("AllBitsSet", true) => ConstantValue.Of(double.NaN),
            ("AllBitsSet", false) => ConstantFolding.Convert(ConstantValue.Of(-1L), type, type) ?? ConstantValue.Of(true),
            _ => throw new InvalidOperationException($"{type.Name} has no constant {member}."),
        };

    // T.CreateTruncating of a real number drops its fraction, and stops at the limits.
    static long Saturate(ElementType type, double value)
    {
        if (double.IsNaN(value))
        {
            return 0;
        }

        double max = ConstantFolding.Member("MaxValue", type.Kind) is { } limit ? (type.Kind == ElementKind.UInt64 ? ulong.MaxValue : limit.Bits) : 1;
        double min = ConstantFolding.Member("MinValue", type.Kind) is { } least ? least.Bits : 0;
        return value >= max ? ConstantFolding.Member("MaxValue", type.Kind)?.Bits ?? 1
            : value <= min ? ConstantFolding.Member("MinValue", type.Kind)?.Bits ?? 0
            : type.Kind == ElementKind.UInt64 ? unchecked((long)(ulong)value) : (long)value;
    }
}
