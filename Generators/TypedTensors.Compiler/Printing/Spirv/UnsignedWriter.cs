namespace TypedTensors.Compiler.Printing.Spirv;

/// <summary>Arithmetic on <see cref="uint"/>, for functions that are written by hand.</summary>
sealed class UnsignedWriter(SpirvFunction function)
{
    readonly uint _type = function.Module.UInt32;

    public uint Constant(uint value) => function.Module.Constant(value);

    public uint Add(uint left, uint right) => function.Value(SpirvOp.IAdd, _type, left, right);

    public uint Subtract(uint left, uint right) => function.Value(SpirvOp.ISub, _type, left, right);

    public uint Multiply(uint left, uint right) => function.Value(SpirvOp.IMul, _type, left, right);

    public uint Divide(uint left, uint right) => function.Value(SpirvOp.UDiv, _type, left, right);

    public uint And(uint left, uint mask) => function.Value(SpirvOp.BitwiseAnd, _type, left, Constant(mask));

    public uint Or(uint left, uint right) => function.Value(SpirvOp.BitwiseOr, _type, left, right);

    public uint ShiftLeft(uint value, uint count) => function.Value(SpirvOp.ShiftLeftLogical, _type, value, count);

    public uint ShiftRight(uint value, uint count) => function.Value(SpirvOp.ShiftRightLogical, _type, value, count);

    public uint IsLess(uint left, uint right) => function.Value(SpirvOp.ULessThan, function.Module.Boolean, left, right);

    public uint Select(uint condition, uint whenTrue, uint whenFalse) => function.Value(SpirvOp.Select, _type, condition, whenTrue, whenFalse);
}
