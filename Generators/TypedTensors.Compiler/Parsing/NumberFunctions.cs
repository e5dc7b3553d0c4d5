using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Parsing;

/// <summary>Functions of .NET's number types that are said in terms of others.</summary>
static class NumberFunctions
{
    /// <summary>Says a function in other terms, or returns null when it has a row of its own in the intrinsics table.</summary>
    public static Value? Expand(BodyBuilder builder, string owner, string name, ElementType result, int[] arguments) =>
        (owner, name, arguments.Length) switch
        {
            ("Unsafe", "BitCast", 1) when CanBitCast(builder, result, arguments[0]) => new Leaf(builder.BitCast(result, arguments[0])),
            ("BitConverter", "SingleToInt32Bits" or "SingleToUInt32Bits" or "Int32BitsToSingle" or "UInt32BitsToSingle"
                or "DoubleToInt64Bits" or "DoubleToUInt64Bits" or "Int64BitsToDouble" or "UInt64BitsToDouble", 1)
                => new Leaf(builder.BitCast(result, arguments[0])),
            ("BitConverter" or "Unsafe", _, _) => null,
            (_, "CreateTruncating", 1) => new Leaf(builder.Convert(result, arguments[0])),
            (_, "CreateSaturating" or "CreateChecked", 1) when IsLossless(builder, result, arguments[0]) => new Leaf(builder.Convert(result, arguments[0])),
            (_, "ConvertToInteger", 1) => new Leaf(builder.Convert(result, arguments[0])),
            (_, "ConvertToIntegerNative", 1) => new Leaf(builder.Convert(result, arguments[0], native: true)),
            (_, "Clamp", 3) => new Leaf(Clamp(builder, arguments[0], arguments[1], arguments[2])),
            (_, "Sign", 1) => new Leaf(Sign(builder, result, arguments[0])),
            (_, "IsZero", 1) => new Leaf(builder.Compare(ComparisonOperator.Equal, arguments[0], builder.Zero(builder.TypeOf(arguments[0])))),
            (_, "IsPositive", 1) => new Leaf(builder.Not(builder.Intrinsic("IsNegative", result, arguments[0]))),
            (_, "DegreesToRadians", 1) => new Leaf(builder.Binary(
                BinaryOperator.Divide, builder.Binary(BinaryOperator.Multiply, arguments[0], Pi(builder, result)), Degrees(builder, result))),
            (_, "RadiansToDegrees", 1) => new Leaf(builder.Binary(
                BinaryOperator.Divide, builder.Binary(BinaryOperator.Multiply, arguments[0], Degrees(builder, result)), Pi(builder, result))),
            (_, "Lerp", 3) => new Leaf(Lerp(builder, arguments[0], arguments[1], arguments[2])),
            (_, "Log", 2) => new Leaf(builder.Binary(
                BinaryOperator.Divide, builder.Intrinsic("Log", result, arguments[0]), builder.Intrinsic("Log", result, arguments[1]))),
            (_, "SinCos", 1) => new Aggregate([
                new Leaf(builder.Intrinsic("Sin", builder.TypeOf(arguments[0]), arguments[0])),
                new Leaf(builder.Intrinsic("Cos", builder.TypeOf(arguments[0]), arguments[0])),
            ]),
            _ => null,
        };

    static bool CanBitCast(BodyBuilder builder, ElementType result, int argument)
    {
        ElementType type = builder.TypeOf(argument);
        return type.Size == result.Size && type.Size > 0 && !type.IsBoolean && !result.IsBoolean;
    }

    // Where a value might not fit, CreateChecked throws and CreateSaturating stops at the limit: a cast does neither.
    static bool IsLossless(BodyBuilder builder, ElementType to, int argument)
    {
        ElementType from = builder.TypeOf(argument);
        return from == to
            || builder.IsUniform(argument)
            || to.IsFloating
            || (from.IsInteger && to.IsInteger && to.Size > from.Size && (from.IsUnsigned || !to.IsUnsigned));
    }

    // As Math.Clamp, except that it cannot throw when the limits are swapped; a NaN stays.
    static int Clamp(BodyBuilder builder, int value, int min, int max) =>
        builder.Select(
            builder.Compare(ComparisonOperator.Less, value, min),
            min,
            builder.Select(builder.Compare(ComparisonOperator.Greater, value, max), max, value));

    // As Math.Sign, except that it cannot throw: a NaN gives 0.
    static int Sign(BodyBuilder builder, ElementType result, int value)
    {
        int zero = builder.Zero(builder.TypeOf(value));
        return builder.Select(
            builder.Compare(ComparisonOperator.Greater, value, zero),
            builder.Number(result, 1),
            builder.Select(builder.Compare(ComparisonOperator.Less, value, zero), builder.Number(result, -1), builder.Number(result, 0)));
    }

    // .NET's own Lerp contracts to FMA on some machines; this gives the same bits on all.
    static int Lerp(BodyBuilder builder, int start, int end, int amount) =>
        builder.Binary(
            BinaryOperator.Add,
            builder.Binary(BinaryOperator.Multiply, start, builder.Binary(BinaryOperator.Subtract, builder.Number(builder.TypeOf(amount), 1), amount)),
            builder.Binary(BinaryOperator.Multiply, end, amount));

    static int Pi(BodyBuilder builder, ElementType type) =>
        builder.Constant(type, type.IsGeneric ? ConstantValue.OfMember("Pi") : ConstantFolding.Member("Pi", type.Kind)!.Value);

    static int Degrees(BodyBuilder builder, ElementType type) => builder.Number(type, 180);
}
