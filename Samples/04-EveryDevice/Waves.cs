using TypedTensors;

namespace EveryDevice;

/// <summary>A program that knows its device as a type parameter only.</summary>
public static partial class Waves
{
    /// <summary>A wave that dies away: one fused loop on the processor, one shader on a device.</summary>
    [Elementwise]
    public static float Damped(float x, float damping) => MathF.Cos(6 * x) * MathF.Exp(-damping * MathF.Abs(x));

    /// <summary>Two by two, the greater of neighbours: a kernel over an index space, with memory that a group of threads shares.</summary>
    [Kernel(64, Over = nameof(wave))]
    public static void Crests(Threads at, ReadOnlyBuffer1D<float> wave, Buffer1D<float> crests)
    {
        Span<float> near = at.Shared<float>(64);
        near[at.LocalX] = at.X < wave.Length ? wave[at.X] : float.NegativeInfinity;
        at.Barrier();
        if (at.X < wave.Length)
        {
            crests[at.X] = MathF.Max(near[at.LocalX], near[at.LocalX ^ 1]);
        }
    }

    /// <summary>The program.</summary>
    public static void Run<TDevice>()
        where TDevice : struct, IDevice
    {
        Tensor<float, TDevice> x = Tensor<float, Cpu>.Linspace(-1, 1, 8).To<TDevice>();
        Tensor<float, TDevice> wave = x.Damped(1.5f) + 0.25f;
        Tensor<float, TDevice> crests = Tensor<float, TDevice>.Empty(wave.Shape.ToArray());
        Crests(wave, crests);

        Tensor<float, Cpu> back = crests.To<Cpu>();
        Console.WriteLine($"{TDevice.Name}: {back.ToString(new PrintOptions { Precision = 6 })}");
    }
}
