namespace TypedTensors.Compiler.Printing.Spirv;

/// <summary>Arrays that no buffer holds.</summary>
sealed partial class SpirvModule
{
    /// <summary>An array in the memory of an invocation or of a group, which has no layout.</summary>
    public uint PlainArray(uint element, uint length) => Declare(SpirvOp.TypeArray, element, Constant(length));

    /// <summary>The value of a type whose bits are all zero.</summary>
    public uint Null(uint type) => DeclareTyped(SpirvOp.ConstantNull, type);
}
