using TypedTensors.Testing.Devices;

namespace TypedTensors.Testing.Values;

/// <summary>How far a result may be from the scalar method's: units in the last place (ULP) of the larger of both.</summary>
/// <param name="Single">The ULP in float.</param>
/// <param name="Double">The ULP in double.</param>
/// <param name="OfTerms">Whether the result is a difference of rounded terms, so that the ULP are those of the operands, or of 1.</param>
public readonly record struct Tolerance(int Single, int Double, bool OfTerms = false)
{
    /// <summary>Equal values: what is made of exactly rounded operations only.</summary>
    public static Tolerance Exact { get; } = default;

    /// <summary>What it is on a device.</summary>
    /// <typeparam name="TDevice">The device.</typeparam>
    public Tolerance On<TDevice>()
        where TDevice : struct, IDevice =>
        this with { Single = Single + DeviceAccuracy.ExtraUlps<TDevice>(), Double = Double + DeviceAccuracy.ExtraUlps<TDevice>() };
}
