using TypedTensors;

float[] values = [-2, -1, 0, 1, 2, 3];
Tensor<float, Cpu> x = values.AsTensor(2, 3);
Tensor<float, Cpu> y = x.Swish(1.5f);
Console.WriteLine(y.ToString(new PrintOptions { Precision = 4 }));
Console.WriteLine((x + y.Cast<double>()).Sum().Item().ToString("F4"));

Run<Cpu>();
if (args is ["vulkan"])
{
    Run<Vulkan>();
}

void Run<TDevice>()
    where TDevice : struct, IDevice
{
    Tensor<float, TDevice> numbers = values.AsTensor(6).To<TDevice>(), sums = Tensor<float, TDevice>.Empty(6);
    Running.Sums(numbers.Swish(1.5f), sums);
    Console.WriteLine($"{TDevice.Name}: {sums.To<Cpu>().ToString(new PrintOptions { Precision = 4 })}");
}

/// <summary>Kernels of a project that knows nothing but the packages.</summary>
public static partial class Activations
{
    /// <summary>Swish: the input gated by its own sigmoid.</summary>
    [Elementwise]
    public static float Swish(float x, float beta) => x / (1 + MathF.Exp(-beta * x));
}

/// <summary>A kernel over an index space whose threads share memory.</summary>
public static partial class Running
{
    /// <summary>Running sums of up to 64 numbers.</summary>
    [Kernel(64, Over = nameof(sums))]
    public static void Sums(Threads at, ReadOnlyBuffer1D<float> x, Buffer1D<float> sums)
    {
        Span<float> shared = at.Shared<float>(64);
        shared[at.LocalX] = at.X < x.Length ? x[at.X] : 0;
        at.Barrier();
        for (int distance = 1; distance < at.GroupSizeX; distance *= 2)
        {
            float added = at.LocalX >= distance ? shared[at.LocalX - distance] : 0;
            at.Barrier();
            shared[at.LocalX] += added;
            at.Barrier();
        }

        if (at.X < sums.Length)
        {
            sums[at.X] = shared[at.LocalX];
        }
    }
}
