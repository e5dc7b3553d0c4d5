using System.Reflection;

namespace TypedTensors.Kernels;

/// <summary>Carries what devices other than the processor run of a kernel. Emitted beside the kernel's type, once for each dtype of its type parameter.</summary>
/// <remarks>
/// An attribute, since the C# compiler makes a node of each byte of a <c>u8</c> literal, and an assembly holds 16 MiB of string literals in all: in attributes a long
/// text costs neither.
/// </remarks>
[AttributeUsage(AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class DeviceTextAttribute : Attribute
{
    readonly Dtype? dtype;

    /// <summary>Says what devices run of a kernel without a type parameter, or of a reduction of one dtype.</summary>
    /// <param name="spirv">The SPIR-V module, as <see cref="SpirvText"/> reads it.</param>
    /// <param name="hlsl">The HLSL compute shader; empty where HLSL has no words for it.</param>
    public DeviceTextAttribute(string spirv, string hlsl = "") => (Spirv, Hlsl) = (spirv, hlsl);

    /// <summary>Says what devices run of a kernel for one dtype.</summary>
    /// <param name="dtype">The dtype that stands for the type parameter; that of the tensor in a reduction.</param>
    /// <param name="spirv">The SPIR-V module, as <see cref="SpirvText"/> reads it.</param>
    /// <param name="hlsl">The HLSL compute shader; empty where HLSL has no words for it.</param>
    public DeviceTextAttribute(Dtype dtype, string spirv, string hlsl = "")
        : this(spirv, hlsl) => this.dtype = dtype;

    /// <summary>The SPIR-V module, as <see cref="SpirvText"/> reads it; empty where devices run nothing.</summary>
    public string Spirv { get; }

    /// <summary>The HLSL compute shader; empty where HLSL has no words for it, which the constraints on the emitted method keep from being asked for.</summary>
    public string Hlsl { get; }

    /// <summary>Reads what stands beside a kernel.</summary>
    /// <typeparam name="TKernel">The kernel's type.</typeparam>
    /// <param name="dtype">The dtype that stands for its type parameter; null when it has none.</param>
    /// <returns>The texts; empty ones if there are none for the dtype.</returns>
    public static DeviceTextAttribute Of<TKernel>(Dtype? dtype = null)
        where TKernel : struct =>
        typeof(TKernel).GetCustomAttributes<DeviceTextAttribute>().FirstOrDefault(text => text.dtype == dtype) ?? new DeviceTextAttribute("");
}
