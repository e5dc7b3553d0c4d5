using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Printing.CSharp;

namespace TypedTensors.Compiler.Printing.Hlsl;

/// <summary>Writes each instruction as an HLSL expression.</summary>
static class HlslExpressions
{
    /// <summary>The intrinsics of <see cref="double"/> that HLSL computes in double.</summary>
    public static IReadOnlyList<string> OfDouble { get; } = ["Abs", "FusedMultiplyAdd"];

    public static Expression Write(Instruction instruction, Func<int, Expression> use) =>
        instruction switch
        {
            ConstantInstruction constant => Expression.Primary(HlslTypes.Literal(constant.Type, constant.Value)),
            UnaryInstruction unary => Expression.Unary(
                unary.Operator switch { UnaryOperator.Negate => "-", UnaryOperator.Complement => "~", _ => "!" }, use(unary.Operand)),
            BinaryInstruction { Type.IsBoolean: true } logic =>
                Expression.Bits(use(logic.Left), logic.Operator == BinaryOperator.And ? "&&" : "||", use(logic.Right), logic.Operator == BinaryOperator.And ? Precedence.And : Precedence.Or),
            BinaryInstruction binary => ScalarExpressions.Infix(binary.Operator, use(binary.Left), use(binary.Right)),
            CompareInstruction compare => ScalarExpressions.Write(compare.Operator, use(compare.Left), use(compare.Right)),
            SelectInstruction select => new Expression(
                $"{use(select.Condition).In(Precedence.Equality)} ? {use(select.WhenTrue).In(Precedence.Or)} : {use(select.WhenFalse).In(Precedence.Conditional)}",
                Precedence.Conditional),
            ConvertInstruction convert => Expression.Call(HlslTypes.Name(convert.Type), use(convert.Operand)),
            BitCastInstruction cast => Expression.Call("as" + HlslTypes.Name(cast.Type), use(cast.Operand)),
            IntrinsicInstruction call => Write(call, [.. call.Arguments.Select(use)]),
            CallInstruction call => Expression.Call(call.Method, call.Arguments.Select(use)),
            _ => throw new InvalidOperationException($"{instruction.GetType().Name} is not an expression."),
        };

    static Expression Write(IntrinsicInstruction call, Expression[] arguments)
    {
        bool isDouble = call.Type.Kind == ElementKind.Double;
        Expression x = arguments[0];
        return call.Intrinsic switch
        {
            "Abs" => Expression.Call(isDouble ? "AbsoluteDouble" : "abs", x),
            "FusedMultiplyAdd" => Expression.Call(isDouble ? "fma" : "FusedMultiplyAdd", arguments),
            "Floor" => Expression.Call("floor", x),
            "Ceiling" => Expression.Call("ceil", x),
            "Truncate" => Expression.Call("trunc", x),
            "Round" => Expression.Call("round", x),
            "Sqrt" => Expression.Call("sqrt", x),

            // Both find no bit at 2^32 - 1.
            "PopCount" => Counted(call.Type, Expression.Call("countbits", Unsigned(call.Type, x))),
            "LeadingZeroCount" => Counted(call.Type, new Expression($"31u - firstbithigh({Unsigned(call.Type, x).Code})", Precedence.Additive)),
            "TrailingZeroCount" => Counted(call.Type, new Expression($"min(firstbitlow({Unsigned(call.Type, x).Code}), 32u)", Precedence.Primary)),
            _ => throw new InvalidOperationException($"HLSL has no {call.Intrinsic}."),
        };
    }

    static Expression Unsigned(ElementType type, Expression x) => type.IsUnsigned ? x : Expression.Call("asuint", x);

    static Expression Counted(ElementType type, Expression count) => type.IsUnsigned ? count : Expression.Call("int", count);
}
