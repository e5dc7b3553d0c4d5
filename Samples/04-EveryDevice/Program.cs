// The same program on every device: what differs is one type argument.
//
//     dotnet run -c Release --project Samples/04-EveryDevice
using EveryDevice;
using TypedTensors;

Waves.Run<Cpu>();
try
{
    Waves.Run<Vulkan>();
}
catch (VulkanUnavailableException absent)
{
    Console.WriteLine($"vulkan: {absent.Message}");
}

// On Windows. Elsewhere this line is compiled, checked for what the device can do, and not reached.
if (OperatingSystem.IsWindows())
{
    Waves.Run<DirectX>();
}
else
{
    Console.WriteLine("directx: runs on Windows");
}
