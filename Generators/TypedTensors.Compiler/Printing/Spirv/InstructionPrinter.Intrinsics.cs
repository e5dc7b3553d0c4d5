using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Printing.Spirv;

/// <summary>The intrinsics that remain after lowering.</summary>
sealed partial class InstructionPrinter
{
    const int IntBits = 32;

    uint Intrinsic(IntrinsicInstruction intrinsic, ElementType type)
    {
        uint result = Module.Type(type);
        uint[] arguments = Uses(intrinsic.Arguments);
        return intrinsic.Intrinsic switch
        {
            "Abs" => function.Glsl(GlslFunction.FAbs, result, arguments),
            "Floor" => function.Glsl(GlslFunction.Floor, result, arguments),
            "Ceiling" => function.Glsl(GlslFunction.Ceil, result, arguments),
            "Truncate" => function.Glsl(GlslFunction.Trunc, result, arguments),
            "Round" => function.Glsl(GlslFunction.RoundEven, result, arguments),
            "Sqrt" => function.Call(ExactRoot.For(Module, type), result, arguments),
            "FusedMultiplyAdd" => function.Call(FusedMultiplyAdd.For(Module, type), result, arguments),
            "PopCount" => function.Value(SpirvOp.BitCount, result, arguments),
            "LeadingZeroCount" => LeadingZeroCount(result, type, arguments[0]),
            "TrailingZeroCount" => TrailingZeroCount(result, type, arguments[0]),
            _ => throw new ArgumentException($"Lowered bodies have no intrinsic {intrinsic.Intrinsic}.", nameof(intrinsic)),
        };
    }

    // The position of the highest one, which is -1 where there is none.
    uint LeadingZeroCount(uint result, ElementType type, uint value) =>
        function.Value(SpirvOp.ISub, result, Module.Constant(type, ConstantValue.Of(IntBits - 1)), function.Glsl(GlslFunction.FindUMsb, result, value));

    // The zeros below the lowest one are the ones of ~x & (x - 1); of 0, all.
    uint TrailingZeroCount(uint result, ElementType type, uint value)
    {
        uint below = function.Value(SpirvOp.ISub, result, value, Module.Constant(type, ConstantValue.Of(1)));
        uint zeros = function.Value(SpirvOp.BitwiseAnd, result, function.Value(SpirvOp.Not, result, value), below);
        return function.Value(SpirvOp.BitCount, result, zeros);
    }
}
