namespace TypedTensors.Compiler.Model;

/// <summary>A kernel for one choice of dtypes, lowered to what every device has: what the printers of HLSL and SPIR-V start from.</summary>
/// <remarks>
/// <para>
/// The bodies name only the types <see cref="ElementKind.Boolean"/>, <see cref="ElementKind.Int32"/>, <see cref="ElementKind.UInt32"/>,
/// <see cref="ElementKind.Int64"/>, <see cref="ElementKind.UInt64"/>, <see cref="ElementKind.Single"/> and <see cref="ElementKind.Double"/>. A result has the
/// computed type of its operand (<see cref="DeviceOperand.Computed"/>) and lies within the range of the stored one; a <c>Half</c> is not yet rounded.
/// </para>
/// <para>
/// Of the instructions there remain: constants (whole numbers and reals, no members); parameters; unary ones; binary ones (an integer division or remainder
/// never meets a zero divisor or the lowest value by -1; <see cref="BinaryOperator.Remainder"/> only of unsigned integers; no exclusive or of bools; a shift's count is an <see cref="int"/>
/// or of the value's own type and lies below its bits; <see cref="BinaryOperator.ShiftRightLogical"/> is gone, for <see cref="BinaryOperator.ShiftRight"/> of
/// an unsigned value is the same); comparisons (of bools only equal and not equal); selections; conversions between two numeric types, all native: between
/// integers of one signedness and two sizes, whose low bits stay, or from and to floating types, where the operand is in range of the result; bit casts between types of one size; calls of the <see cref="DeviceFunctionModel"/> that
/// <see cref="CallInstruction.Method"/> names; loops, with
/// <see cref="LoopInstruction.ActiveVariable"/>; and the intrinsics <c>Abs</c>, <c>Floor</c>, <c>Ceiling</c>, <c>Truncate</c>, <c>Round</c> (to even), <c>Sqrt</c>
/// and <c>FusedMultiplyAdd</c> (rounded once) of floating values, and <c>PopCount</c>, <c>LeadingZeroCount</c> and <c>TrailingZeroCount</c> of
/// 32-bit integers (32 for zero), whose result has the operand's type.
/// </para>
/// </remarks>
/// <param name="Name">The operation and its dtypes as an identifier, such as <c>Swish_Single</c>.</param>
/// <param name="Source">The scalar method as the user wrote it, without comments.</param>
/// <param name="Formula">What it computes, as a formula.</param>
/// <param name="Inputs">The inputs in the order of the bindings.</param>
/// <param name="Outputs">The outputs, whose bindings follow those of the inputs.</param>
/// <param name="Body">What is computed for one element; parameter <c>i</c> is input <c>i</c>, result <c>i</c> is output <c>i</c>.</param>
/// <param name="Functions">The functions that the body calls, each after those it calls itself.</param>
public sealed record DeviceKernelModel(
    string Name,
    string Source,
    string Formula,
    EquatableArray<DeviceOperand> Inputs,
    EquatableArray<DeviceOperand> Outputs,
    BodyModel Body,
    EquatableArray<DeviceFunctionModel> Functions);

/// <summary>A tensor, or an inline scalar, that a kernel reads or writes.</summary>
/// <param name="Name">The name of the user's parameter, or of the result.</param>
/// <param name="Stored">The dtype it is declared with.</param>
public sealed record DeviceOperand(string Name, ElementType Stored)
{
    /// <summary>The type of its values in a body: a 32-bit integer for the 8 and 16-bit ones, <see cref="float"/> for <c>Half</c>, else the dtype itself.</summary>
    public ElementType Computed => Stored.Kind switch
    {
        ElementKind.SByte or ElementKind.Int16 => ElementType.Int32,
        ElementKind.Byte or ElementKind.UInt16 => new ElementType(ElementKind.UInt32),
        _ => Stored.Compute,
    };
}

/// <summary>A function that a kernel, or another function, calls.</summary>
/// <param name="Name">Its name: an identifier, different from every other of the kernel.</param>
/// <param name="Parameters">Its parameters in order.</param>
/// <param name="Results">The types of its results; one, for a call is a single value.</param>
/// <param name="Body">What it computes; parameters and results are those above.</param>
/// <param name="Source">The scalar function in C#, or empty for one that the lowering made.</param>
public sealed record DeviceFunctionModel(
    string Name,
    EquatableArray<DeviceParameter> Parameters,
    EquatableArray<ElementType> Results,
    BodyModel Body,
    string Source);

/// <summary>A parameter of a function on the device.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type: one of those that bodies name.</param>
public sealed record DeviceParameter(string Name, ElementType Type);
