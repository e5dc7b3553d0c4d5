// Swish: x / (1 + exp(-beta * x))
//
//     public static float Swish(float x, [Scalar] float beta) => x / (1 + MathF.Exp(-beta * x));

#ifdef VULKAN
#define BINDING(slot) [[vk::binding(slot, 0)]]
#define CONSTANTS [[vk::push_constant]] cbuffer _
#else
#define BINDING(slot)
#define CONSTANTS cbuffer _ : register(b0)
#endif

CONSTANTS
{
    uint threadCount, threadCountY, threadCountZ;
    uint elementCount;
    uint rank;
    uint inlineMask;
    float scalar_x;
    float scalar_beta;
    uint base_x, base_beta, base_result;
    uint size0, size1, size2, size3;
    uint stride0_x, stride0_beta, stride0_result;
    uint stride1_x, stride1_beta, stride1_result;
    uint stride2_x, stride2_beta, stride2_result;
    uint stride3_x, stride3_beta, stride3_result;
    uint stride4_x, stride4_beta, stride4_result;
};

BINDING(0) RWStructuredBuffer<float> buffer_x : register(u0);
BINDING(1) RWStructuredBuffer<float> buffer_beta : register(u1);
BINDING(2) RWStructuredBuffer<float> buffer_result : register(u2);

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

// float TypedTensors.Kernels.KernelMath.Exp(float x)
float KernelMath_Exp(float x)
{
    precise float chosen = x >= 89.0f ? 89.0f : x;
    precise float chosen2 = chosen <= -104.0f ? -104.0f : chosen;
    precise float shifted = FusedMultiplyAdd(chosen2, 1.442695f, 12583166.0f);
    precise float n = shifted - 12583166.0f;
    precise float high = FusedMultiplyAdd(n, -0.69314575f, chosen2);
    precise float low = n * -1.4286068E-06f;
    precise float r = high + low;
    precise float sum = 1.0f + high;
    precise float rest = high - (sum - 1.0f) + low;
    precise float product = r * r;
    precise float first = FusedMultiplyAdd(r, 0.1666652f, 0.49999994f);
    precise float second = FusedMultiplyAdd(r, 0.008368819f, 0.041668236f);
    precise float low2 = FusedMultiplyAdd(product, FusedMultiplyAdd(product, FusedMultiplyAdd(product, 0.0013823522f, second), first), rest);
    int bits = asint(shifted);
    int bits2 = bits >> 1;
    precise float first2 = asfloat(bits2 << 23);
    precise float second2 = asfloat((bits - bits2) << 23);
    precise float value = (sum + low2) * first2 * second2;
    return value;
}

float Evaluate(float x, float beta)
{
    precise float value = x / (1.0f + KernelMath_Exp(-beta * x));
    return value;
}

struct Indices
{
    uint x, beta, result;
};

Indices Locate(uint element)
{
    Indices at;
    at.x = base_x;
    at.beta = base_beta;
    at.result = base_result;
    if (rank == 1u)
    {
        at.x += element * stride0_x;
        at.beta += element * stride0_beta;
        at.result += element * stride0_result;
        return at;
    }

    uint rest0 = element / size0, coordinate0 = element - rest0 * size0;
    at.x += coordinate0 * stride0_x;
    at.beta += coordinate0 * stride0_beta;
    at.result += coordinate0 * stride0_result;
    element = rest0;
    if (rank == 2u)
    {
        at.x += element * stride1_x;
        at.beta += element * stride1_beta;
        at.result += element * stride1_result;
        return at;
    }

    uint rest1 = element / size1, coordinate1 = element - rest1 * size1;
    at.x += coordinate1 * stride1_x;
    at.beta += coordinate1 * stride1_beta;
    at.result += coordinate1 * stride1_result;
    element = rest1;
    if (rank == 3u)
    {
        at.x += element * stride2_x;
        at.beta += element * stride2_beta;
        at.result += element * stride2_result;
        return at;
    }

    uint rest2 = element / size2, coordinate2 = element - rest2 * size2;
    at.x += coordinate2 * stride2_x;
    at.beta += coordinate2 * stride2_beta;
    at.result += coordinate2 * stride2_result;
    element = rest2;
    if (rank == 4u)
    {
        at.x += element * stride3_x;
        at.beta += element * stride3_beta;
        at.result += element * stride3_result;
        return at;
    }

    uint rest3 = element / size3, coordinate3 = element - rest3 * size3;
    at.x += coordinate3 * stride3_x;
    at.beta += coordinate3 * stride3_beta;
    at.result += coordinate3 * stride3_result;
    element = rest3;
    at.x += element * stride4_x;
    at.beta += element * stride4_beta;
    at.result += element * stride4_result;
    return at;
}

float Load_x(uint index) { return (inlineMask & 1u) != 0u ? scalar_x : buffer_x[index]; }
float Load_beta(uint index) { return (inlineMask & 2u) != 0u ? scalar_beta : buffer_beta[index]; }

// All threads walk over the elements together, four a round: four reads of each operand are then under way at once.
[numthreads(256, 1, 1)]
void Execute(uint3 thread : SV_DispatchThreadID)
{
    uint element = thread.x < threadCount ? thread.x : elementCount;
    uint reach = threadCount * 3u;
    uint end = reach < elementCount ? elementCount - reach : 0u;
    [loop]
    for (; element < end; element += threadCount * 4u)
    {
        Indices at0 = Locate(element);
        Indices at1 = Locate(element + threadCount * 1u);
        Indices at2 = Locate(element + threadCount * 2u);
        Indices at3 = Locate(element + threadCount * 3u);
        float read0_x = Load_x(at0.x);
        float read0_beta = Load_beta(at0.beta);
        float read1_x = Load_x(at1.x);
        float read1_beta = Load_beta(at1.beta);
        float read2_x = Load_x(at2.x);
        float read2_beta = Load_beta(at2.beta);
        float read3_x = Load_x(at3.x);
        float read3_beta = Load_beta(at3.beta);
        float value0 = Evaluate(read0_x, read0_beta);
        float value1 = Evaluate(read1_x, read1_beta);
        float value2 = Evaluate(read2_x, read2_beta);
        float value3 = Evaluate(read3_x, read3_beta);
        buffer_result[at0.result] = value0;
        buffer_result[at1.result] = value1;
        buffer_result[at2.result] = value2;
        buffer_result[at3.result] = value3;
    }
    [loop]
    for (; element < elementCount; element += threadCount * 1u)
    {
        Indices at0 = Locate(element);
        float read0_x = Load_x(at0.x);
        float read0_beta = Load_beta(at0.beta);
        float value0 = Evaluate(read0_x, read0_beta);
        buffer_result[at0.result] = value0;
    }
}