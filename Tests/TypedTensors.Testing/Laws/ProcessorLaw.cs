using TypedTensors.Testing.Catalog;
using TypedTensors.Testing.Devices;
using TypedTensors.Testing.Values;

namespace TypedTensors.Testing.Laws;

/// <summary>A device gives the processor's bits, for drawn arguments and for every combination of special values, where its arithmetic is as exact.</summary>
public static class ProcessorLaw
{
    const int Drawn = 3001;

    /// <summary>Compares the device with <see cref="Cpu"/>; says nothing of a device that rounds more coarsely, which the other laws hold to its tolerance.</summary>
    public static void Check<TDevice>(Operation operation, Dtype dtype)
        where TDevice : struct, IDevice
    {
        if (!DeviceAccuracy.IsExact<TDevice>())
        {
            return;
        }

        var there = new TypedOperation<TDevice>(operation, dtype);
        var here = new TypedOperation<Cpu>(operation, dtype);
        foreach (Samples samples in (ReadOnlySpan<Samples>)[Samples.Draw(here, Drawn), Samples.Special(here)])
        {
            new Verdict(there, "the device's bits are the processor's")
                .Same(here.Contiguous(samples, 0, samples.Length), 0, there.Contiguous(samples, 0, samples.Length), $"{samples.Length} elements", samples);
        }
    }
}
