using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Printing.Spirv;

/// <summary>Functions between the 16 bits of a <c>Half</c> and <see cref="float"/>, by integer arithmetic: exact one way, rounded to nearest even the other.</summary>
static class HalfConversion
{
    const uint SignBit = 0x8000, MagnitudeBits = 0x7FFF, Infinity = 0x7C00, QuietNaN = 0x7E00, SmallestNormal = 0x0400, PayloadBits = 0x03FF;
    const uint SingleMagnitudeBits = 0x7FFF_FFFF, SingleInfinity = 0x7F80_0000, SingleFraction = 0x007F_FFFF, SingleLeadingBit = 0x0080_0000;
    const int SignShift = 16, FractionShift = 13, SingleFractionWidth = 23;
    const uint BiasDifference = 127 - 15;
    const double SmallestSubnormal = 1.0 / (1 << 24);

    /// <summary>The function that reads the low 16 bits of a <see cref="uint"/>.</summary>
    public static uint ToSingle(SpirvModule module) => module.Shared("half to float", () =>
    {
        var function = new SpirvFunction(module, "HalfToSingle", module.Single, ("bits", module.UInt32));
        var write = new UnsignedWriter(function);
        uint bits = function.Parameters[0];
        uint sign = write.ShiftLeft(write.And(bits, SignBit), write.Constant(SignShift));
        uint magnitude = write.And(bits, MagnitudeBits);
        uint fraction = write.ShiftLeft(magnitude, write.Constant(FractionShift));
        uint normal = write.Add(fraction, write.Constant(BiasDifference << SingleFractionWidth));

        // A subnormal is its bits times 2^-24, a normal float; so nothing is lost on devices that take subnormal floats for zero.
        uint unit = module.Constant(new ElementType(ElementKind.Single), ConstantValue.Of(SmallestSubnormal));
        uint subnormal = function.Exact(SpirvOp.FMul, module.Single, function.Value(SpirvOp.ConvertUToF, module.Single, magnitude), unit);
        uint result = write.Select(
            write.IsLess(magnitude, write.Constant(SmallestNormal)),
            function.Value(SpirvOp.Bitcast, module.UInt32, subnormal),
            write.Select(write.IsLess(magnitude, write.Constant(Infinity)), normal, write.Or(fraction, write.Constant(SingleInfinity))));
        function.Return(function.Value(SpirvOp.Bitcast, module.Single, write.Or(result, sign)));
        return function.End();
    });

    /// <summary>The function that yields the 16 bits as a <see cref="uint"/>.</summary>
    public static uint FromSingle(SpirvModule module) => module.Shared("float to half", () =>
    {
        const uint FirstNormal = (BiasDifference + 1) << SingleFractionWidth, FirstTooLarge = (BiasDifference + 31) << SingleFractionWidth;
        const uint AlmostHalf = 0x0FFF; // of the last bit that is kept
        var function = new SpirvFunction(module, "SingleToHalf", module.UInt32, ("value", module.Single));
        var write = new UnsignedWriter(function);
        uint bits = function.Value(SpirvOp.Bitcast, module.UInt32, function.Parameters[0]);
        uint sign = write.And(write.ShiftRight(bits, write.Constant(SignShift)), SignBit);
        uint magnitude = write.And(bits, SingleMagnitudeBits);

        // Rounding may carry into the exponent, up to infinity, as it should.
        uint rebased = write.Subtract(magnitude, write.Constant(BiasDifference << SingleFractionWidth));
        uint lastBit = write.And(write.ShiftRight(magnitude, write.Constant(FractionShift)), 1);
        uint normal = write.ShiftRight(write.Add(write.Add(rebased, write.Constant(AlmostHalf)), lastBit), write.Constant(FractionShift));

        uint nan = write.Or(write.And(write.ShiftRight(magnitude, write.Constant(FractionShift)), PayloadBits), write.Constant(QuietNaN));
        uint special = write.Select(write.IsLess(magnitude, write.Constant(SingleInfinity + 1)), write.Constant(Infinity), nan);

        uint result = write.Select(
            write.IsLess(magnitude, write.Constant(FirstNormal)),
            Subnormal(write, magnitude),
            write.Select(write.IsLess(magnitude, write.Constant(FirstTooLarge)), normal, special));
        function.Return(write.Or(result, sign));
        return function.End();
    });

    // The fraction in units of 2^-24; beyond a shift by 25 all is zero, also what is subnormal as a float and has no leading bit.
    static uint Subnormal(UnsignedWriter write, uint magnitude)
    {
        const uint ShiftOfExponentZero = 126, AllGone = 25;
        uint significand = write.Or(write.And(magnitude, SingleFraction), write.Constant(SingleLeadingBit));
        uint exponent = write.ShiftRight(magnitude, write.Constant(SingleFractionWidth));
        uint isTiny = write.IsLess(exponent, write.Constant(ShiftOfExponentZero - AllGone));
        uint shift = write.Select(isTiny, write.Constant(AllGone), write.Subtract(write.Constant(ShiftOfExponentZero), exponent));
        uint half = write.ShiftLeft(write.Constant(1), write.Subtract(shift, write.Constant(1)));
        uint lastBit = write.And(write.ShiftRight(significand, shift), 1);
        uint rounded = write.Add(write.Add(significand, write.Subtract(half, write.Constant(1))), lastBit);
        return write.ShiftRight(rounded, shift);
    }
}
