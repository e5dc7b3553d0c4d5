using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Text;

namespace TypedTensors.Compiler.Printing.Hlsl;

/// <summary>The functions that HLSL lacks, or leaves to the device, written where a kernel needs them.</summary>
static class HlslHelpers
{
    public static void Print(IndentedWriter writer, DeviceKernelModel kernel)
    {
        HashSet<(string, ElementKind)> used = [];
        foreach (BodyModel body in kernel.Functions.Select(function => function.Body).Append(kernel.Body))
        {
            Collect(body.Instructions, used);
        }

        if (used.Contains(("FusedMultiplyAdd", ElementKind.Single)))
        {
            writer.Line(FusedMultiplyAdd);
        }

        if (used.Contains(("Abs", ElementKind.Double)))
        {
            writer.Line(AbsoluteDouble);
        }

        if (kernel.Outputs.Any(output => output.Stored.Kind == ElementKind.Half))
        {
            writer.Line(RoundToHalf);
        }
    }

    static void Collect(IEnumerable<Instruction> instructions, HashSet<(string, ElementKind)> used)
    {
        foreach (Instruction instruction in instructions)
        {
            if (instruction is IntrinsicInstruction call)
            {
                used.Add((call.Intrinsic, call.Type.Kind));
            }
            else if (instruction is LoopInstruction loop)
            {
                Collect(loop.Body, used);
            }
        }
    }

    // The product and the sums as a rounded value and its error; the last sum but one is rounded to odd, after which rounding to nearest does no harm
    // (Boldo and Melquiond, IEEE Trans. Computers 57(4), 2008).
    const string FusedMultiplyAdd = """
        // x y + z rounded once: 'mad' may round the product.
        float FusedMultiplyAdd(float x, float y, float z)
        {
            // A power of two moves from a huge factor to the other one, which Dekker's splitting would overflow.
            float forX = abs(x) > 5.1922969E+33f ? 2.3283064E-10f : abs(y) > 5.1922969E+33f ? 4294967296.0f : 1.0f;
            precise float a = x * forX, b = y * (1.0f / forX);
            precise float product = a * b;
            precise float scaledA = a * 4097.0f, scaledB = b * 4097.0f;
            precise float highA = scaledA - (scaledA - a), highB = scaledB - (scaledB - b);
            precise float lowA = a - highA, lowB = b - highB;
            precise float productError = ((highA * highB - product) + highA * lowB + lowA * highB) + lowA * lowB;
            precise float sum = z + productError, part = sum - z, sumError = (z - (sum - part)) + (productError - part);
            precise float high = product + sum, highPart = high - product, highError = (product - (high - highPart)) + (sum - highPart);
            precise float low = sumError + highError, lowPart = low - sumError, lowError = (sumError - (low - lowPart)) + (highError - lowPart);
            uint bits = asuint(low);
            uint odd = (bits & 1u) != 0u || lowError == 0.0f ? bits : (lowError > 0.0f) == (low > 0.0f) ? bits + 1u : bits - 1u;
            precise float fused = high + asfloat(odd);
            precise float plain = product + z; // where all cancels, with the right sign of zero; and where something overflows
            return abs(low) < asfloat(0x7F800000u) && fused != 0.0f ? fused : plain;
        }

        """;

    const string AbsoluteDouble = """
        // Also of -0, whose reciprocal is below zero. A difference from a constant zero would not do: some compilers take it for the negative.
        double AbsoluteDouble(double x)
        {
            return x < 0.0L || (x == 0.0L && 1.0L / x < 0.0L) ? -x : x;
        }

        """;

    const string RoundToHalf = """
        // The nearest number that 16 bits hold, ties to even.
        float RoundToHalf(float x)
        {
            uint bits = asuint(x), magnitude = bits & 0x7FFFFFFFu;
            uint normal = (magnitude + 0xFFFu + ((magnitude >> 13) & 1u)) & 0xFFFFE000u;
            precise float shifted = asfloat(magnitude) + 0.5f;
            precise float subnormal = shifted - 0.5f;
            uint rounded = magnitude >= 0x477FF000u ? 0x7F800000u : magnitude < 0x38800000u ? asuint(subnormal) : normal;
            return magnitude > 0x7F800000u ? x : asfloat(rounded | (bits & 0x80000000u));
        }

        """;
}
