using System.Collections.Immutable;
using TypedTensors.Testing.Catalog;

namespace TypedTensors.Direct3D.Tests.Laws;

/// <summary>The built-in operations, with the dtypes for which DirectX has them.</summary>
public static class DirectXCatalog
{
    static readonly ImmutableSortedDictionary<string, Operation> ById =
        OperationCatalog.Of(typeof(Arithmetic).Assembly).ToImmutableSortedDictionary(operation => operation.Id, operation => operation, StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public static TheoryData<string, Dtype> Cases => Select((_, _) => true);

    /// <summary>Those that are compared with the scalar method: it rounds Half after each step, the kernel once.</summary>
    public static TheoryData<string, Dtype> CasesButHalf => Select((_, dtype) => dtype != Dtype.Half);

    /// <summary>Those on Half.</summary>
    public static TheoryData<string> OnHalf => [.. ById.Values.Where(operation => Has(operation, Dtype.Half)).Select(operation => operation.Id)];

    /// <summary>An operation.</summary>
    public static Operation Find(string id) => ById[id];

    /// <summary>Whether DirectX has an operation for a dtype: whether the call compiles.</summary>
    public static bool Has(Operation operation, Dtype dtype)
    {
        if (!operation.Dtypes.Contains(dtype))
        {
            return false;
        }

        try
        {
            return new TypedOperation<DirectX>(operation, dtype) is not null;
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
        foreach (Operation operation in ById.Values)
        {
            foreach (Dtype dtype in operation.Dtypes.Where(dtype => Has(operation, dtype) && wanted(operation, dtype)))
            {
                cases.Add(operation.Id, dtype);
            }
        }

        return cases;
    }
}
