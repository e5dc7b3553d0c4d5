namespace TypedTensors.VulkanRuntime;

/// <summary>The specialization constants of programs, by the numbers that the printer gives them: what a driver compiles a program for this device with.</summary>
internal static class ProgramConstants
{
    /// <summary>The number of constants.</summary>
    public const int Count = 4;

    /// <summary>Whether the device rounds a fused multiply-add once, so that it needs no help.</summary>
    private const int FusesMultiplyAdd = 0;

    /// <summary>Whether several reads at once are worth longer code; a processor gains nothing, and compiles it for three times as long.</summary>
    private const int Unrolls = 1;

    /// <summary>The threads of a group of an element-wise program.</summary>
    private const int GroupSize = 2;

    /// <summary>Whether the device's quotients and square roots are rounded to nearest, so that they need no correction.</summary>
    private const int DividesExactly = 3;

    /// <summary>Writes the values for a module; those of constants that it does not have are not looked at.</summary>
    public static void Write(DeviceContext context, ReadOnlySpan<uint> module, Span<uint> values)
    {
        // Asked for only where the module asks: the device is probed by a program of its own.
        values[FusesMultiplyAdd] = Flag(SpirvSpecialization.Has(module, FusesMultiplyAdd) && context.FusesMultiplyAdd);
        values[Unrolls] = Flag(context.Physical.Info.Type != VulkanDeviceType.Cpu);
        values[DividesExactly] = Flag(SpirvSpecialization.Has(module, DividesExactly) && context.DividesExactly);
        values[GroupSize] = (uint)context.DispatchLimits.Elementwise.Size;
    }

    private static uint Flag(bool value) => value ? 1u : 0;
}
