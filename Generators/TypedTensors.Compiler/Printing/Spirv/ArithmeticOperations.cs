using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Printing.Spirv;

/// <summary>Which instruction stands for an operator on values of a type.</summary>
static class ArithmeticOperations
{
    /// <summary>The instruction of a unary operator.</summary>
    public static SpirvOp Of(UnaryOperator op, ElementType type) => op switch
    {
        UnaryOperator.Negate => type.IsFloating ? SpirvOp.FNegate : SpirvOp.SNegate,
        UnaryOperator.Complement => SpirvOp.Not,
        _ => SpirvOp.LogicalNot,
    };

    /// <summary>The instruction of a binary operator.</summary>
    public static SpirvOp Of(BinaryOperator op, ElementType type) => op switch
    {
        BinaryOperator.Add => type.IsFloating ? SpirvOp.FAdd : SpirvOp.IAdd,
        BinaryOperator.Subtract => type.IsFloating ? SpirvOp.FSub : SpirvOp.ISub,
        BinaryOperator.Multiply => type.IsFloating ? SpirvOp.FMul : SpirvOp.IMul,
        BinaryOperator.Divide when type.IsInteger => type.IsUnsigned ? SpirvOp.UDiv : SpirvOp.SDiv,
        BinaryOperator.Remainder when type.IsInteger => type.IsUnsigned ? SpirvOp.UMod : SpirvOp.SRem,
        BinaryOperator.And => type.IsBoolean ? SpirvOp.LogicalAnd : SpirvOp.BitwiseAnd,
        BinaryOperator.Or => type.IsBoolean ? SpirvOp.LogicalOr : SpirvOp.BitwiseOr,
        BinaryOperator.Xor => type.IsBoolean ? SpirvOp.LogicalNotEqual : SpirvOp.BitwiseXor,
        BinaryOperator.ShiftLeft => SpirvOp.ShiftLeftLogical,
        BinaryOperator.ShiftRight => type.IsUnsigned ? SpirvOp.ShiftRightLogical : SpirvOp.ShiftRightArithmetic,
        _ => throw new ArgumentException($"Lowered bodies have no {op} of {type.Name}.", nameof(op)),
    };

    /// <summary>The instruction of a comparison of two values of a type; with a NaN all but <see cref="ComparisonOperator.NotEqual"/> are false.</summary>
    public static SpirvOp Of(ComparisonOperator op, ElementType type) => op switch
    {
        ComparisonOperator.Equal => type.IsBoolean ? SpirvOp.LogicalEqual : type.IsFloating ? SpirvOp.FOrdEqual : SpirvOp.IEqual,
        ComparisonOperator.NotEqual => type.IsBoolean ? SpirvOp.LogicalNotEqual : type.IsFloating ? SpirvOp.FUnordNotEqual : SpirvOp.INotEqual,
        ComparisonOperator.Less => type.IsFloating ? SpirvOp.FOrdLessThan : type.IsUnsigned ? SpirvOp.ULessThan : SpirvOp.SLessThan,
        ComparisonOperator.LessOrEqual => type.IsFloating ? SpirvOp.FOrdLessThanEqual : type.IsUnsigned ? SpirvOp.ULessThanEqual : SpirvOp.SLessThanEqual,
        ComparisonOperator.Greater => type.IsFloating ? SpirvOp.FOrdGreaterThan : type.IsUnsigned ? SpirvOp.UGreaterThan : SpirvOp.SGreaterThan,
        _ => type.IsFloating ? SpirvOp.FOrdGreaterThanEqual : type.IsUnsigned ? SpirvOp.UGreaterThanEqual : SpirvOp.SGreaterThanEqual,
    };
}
