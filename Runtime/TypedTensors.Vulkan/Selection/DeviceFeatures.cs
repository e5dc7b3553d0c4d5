namespace TypedTensors.VulkanRuntime;

/// <summary>The optional abilities of a device that programs may need.</summary>
internal sealed record DeviceFeatures
{
    public required bool Float64 { get; init; }

    public required bool Int64 { get; init; }

    public required bool Int16 { get; init; }

    public required bool Int8 { get; init; }

    public required bool Float16 { get; init; }

    public required bool Storage16 { get; init; }

    public required bool Storage8 { get; init; }

    public required bool TimelineSemaphore { get; init; }

    public required bool PreservesNaN32 { get; init; }

    public required bool PreservesNaN64 { get; init; }

    /// <summary>Whether programs can read and write elements of a dtype.</summary>
    public bool Has(Dtype dtype) => dtype switch
    {
        Dtype.Boolean or Dtype.SByte or Dtype.Byte => Storage8,
        Dtype.Int16 or Dtype.UInt16 or Dtype.Half => Storage16,
        Dtype.Int64 or Dtype.UInt64 => Int64,
        Dtype.Double => Float64,
        Dtype.ComplexSingle or Dtype.ComplexDouble => false,
        _ => true,
    };
}
