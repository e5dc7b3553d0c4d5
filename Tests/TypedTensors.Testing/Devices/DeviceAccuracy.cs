namespace TypedTensors.Testing.Devices;

/// <summary>How exactly devices compute. It is said here once; every law and every literal test asks here.</summary>
/// <remarks>
/// The processor rounds addition, subtraction, multiplication, division, the square root and the fused multiply-add correctly, and so does a software device, which is
/// the processor. Vulkan asks of a graphics processor no more than 2.5 units in the last place for a quotient, and for a square root what <c>1 / inversesqrt</c> gives
/// (Vulkan specification, "Precision and Operation of SPIR-V Instructions"); all else in a kernel is made of operations that it wants correctly rounded, or is ours.
/// </remarks>
public static class DeviceAccuracy
{
    const int UlpsOfAQuotient = 3;

    /// <summary>Whether a device gives the processor's bits for everything.</summary>
    /// <typeparam name="TDevice">The device. One that is not the processor is a software device where Vulkan has found one: DirectX runs on it too in tests.</typeparam>
    public static bool IsExact<TDevice>()
        where TDevice : struct, IDevice => typeof(TDevice) == typeof(Cpu) || VulkanPresence.IsSoftware;

    /// <summary>The units in the last place that a result may be off beyond what it may be on the processor.</summary>
    /// <typeparam name="TDevice">The device.</typeparam>
    public static int ExtraUlps<TDevice>()
        where TDevice : struct, IDevice => IsExact<TDevice>() ? 0 : UlpsOfAQuotient;
}
