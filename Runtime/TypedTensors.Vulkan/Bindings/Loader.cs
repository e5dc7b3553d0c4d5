using System.Runtime.InteropServices;

namespace TypedTensors.VulkanRuntime.Bindings;

/// <summary>The Vulkan loader of this machine, the one library that is opened by name; every function is asked of it.</summary>
internal static unsafe class Loader
{
    private static readonly Lazy<nint> Library = new(Open);

    /// <summary>The function that finds all others.</summary>
    /// <exception cref="VulkanUnavailableException">There is no loader.</exception>
    public static delegate* unmanaged<nint, byte*, nint> GetInstanceProcAddr =>
        (delegate* unmanaged<nint, byte*, nint>)NativeLibrary.GetExport(Library.Value, "vkGetInstanceProcAddr");

    /// <summary>A function of an instance, or of none; 0 if there is none of the name.</summary>
    public static nint Find(nint instance, ReadOnlySpan<byte> name)
    {
        fixed (byte* text = name)
        {
            return GetInstanceProcAddr(instance, text);
        }
    }

    /// <summary>The names under which the loader is installed, the usual first.</summary>
    public static string[] FileNames()
    {
        if (OperatingSystem.IsWindows())
        {
            return ["vulkan-1.dll"];
        }

        return OperatingSystem.IsMacOS()
            ? ["libvulkan.1.dylib", "libvulkan.dylib", "libMoltenVK.dylib", "/usr/local/lib/libvulkan.1.dylib", "/opt/homebrew/lib/libvulkan.1.dylib"]
            : ["libvulkan.so.1", "libvulkan.so"];
    }

    private static nint Open()
    {
        string[] names = FileNames();
        foreach (string name in names)
        {
            if (NativeLibrary.TryLoad(name, out nint library))
            {
                return library;
            }
        }

        throw VulkanUnavailableException.NoLoader(names[0]);
    }
}
