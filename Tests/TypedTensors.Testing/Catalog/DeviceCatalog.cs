using Xunit;

namespace TypedTensors.Testing.Catalog;

/// <summary>The built-in operations, with the dtypes for which a device has them.</summary>
/// <typeparam name="TDevice">The device.</typeparam>
public static class DeviceCatalog<TDevice>
    where TDevice : struct, IDevice
{
    /// <summary>All of them.</summary>
    public static TheoryData<string, Dtype> Cases => Select((_, _) => true);

    /// <summary>Those that are compared with the scalar method: it rounds Half after each step, the kernel once.</summary>
    public static TheoryData<string, Dtype> CasesButHalf => Select((_, dtype) => dtype != Dtype.Half);

    /// <summary>Those on Half.</summary>
    public static TheoryData<string> OnHalf => [.. BuiltIn.Operations.Where(operation => Has(operation, Dtype.Half)).Select(operation => operation.Id)];

    /// <summary>Whether the device has an operation for a dtype: whether the call compiles.</summary>
    public static bool Has(Operation operation, Dtype dtype)
    {
        if (!operation.Dtypes.Contains(dtype))
        {
            return false;
        }

        try
        {
            return new TypedOperation<TDevice>(operation, dtype) is not null;
        }
        catch (ArgumentException)
        {
            // The device does not meet the method's constraints.
            return false;
        }
    }

    static TheoryData<string, Dtype> Select(Func<Operation, Dtype, bool> wanted)
    {
        var cases = new TheoryData<string, Dtype>();
        foreach (Operation operation in BuiltIn.Operations)
        {
            foreach (Dtype dtype in operation.Dtypes.Where(dtype => Has(operation, dtype) && wanted(operation, dtype)))
            {
                cases.Add(operation.Id, dtype);
            }
        }

        return cases;
    }
}
