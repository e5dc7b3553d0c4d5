using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Devices;

/// <summary>How element types live on a device.</summary>
static class DeviceTypes
{
    public static readonly ElementType Int32 = ElementType.Int32;

    public static readonly ElementType UInt32 = new(ElementKind.UInt32);

    public static readonly ElementType Int64 = new(ElementKind.Int64);

    public static readonly ElementType UInt64 = new(ElementKind.UInt64);

    /// <summary>The type that values of a type are computed in.</summary>
    public static ElementType Computed(ElementType type) => new DeviceOperand("", type).Computed;

    /// <summary>The unsigned integer with the bits of a computed type.</summary>
    public static ElementType Unsigned(ElementType computed) => computed.Size == 8 ? UInt64 : UInt32;

    /// <summary>The signed integer with the bits of a computed type.</summary>
    public static ElementType Signed(ElementType computed) => computed.Size == 8 ? Int64 : Int32;

    /// <summary>Whether a type is a whole number that is computed in a wider one.</summary>
    public static bool IsNarrow(ElementType type) => type.IsInteger && type.Size < 4;

    /// <summary>The bits of a whole number.</summary>
    public static int BitsOf(ElementType type) => 8 * type.Size;
}
