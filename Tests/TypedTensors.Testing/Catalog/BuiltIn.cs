using System.Collections.Immutable;
using Xunit;

namespace TypedTensors.Testing.Catalog;

/// <summary>The catalog of the built-in operations as theory data.</summary>
public static class BuiltIn
{
    static readonly ImmutableSortedDictionary<string, Operation> ById =
        OperationCatalog.Of(typeof(Arithmetic).Assembly).ToImmutableSortedDictionary(operation => operation.Id, operation => operation, StringComparer.Ordinal);

    /// <summary>All operations.</summary>
    public static IEnumerable<Operation> Operations => ById.Values;

    /// <summary>All reductions.</summary>
    public static ImmutableArray<ReductionOperation> Reductions { get; } = ReductionOperation.Of(typeof(Arithmetic).Assembly);

    /// <summary>All reductions with all of their dtypes.</summary>
    public static TheoryData<string, Dtype> ReductionCases
    {
        get
        {
            var cases = new TheoryData<string, Dtype>();
            foreach ((ReductionOperation reduction, Dtype dtype) in Reductions.SelectMany(reduction => reduction.Dtypes.Select(dtype => (reduction, dtype))))
            {
                cases.Add(reduction.Id, dtype);
            }

            return cases;
        }
    }

    /// <summary>All operations with all of their dtypes.</summary>
    public static TheoryData<string, Dtype> Cases => Select((_, _) => true);

    /// <summary>Those that are compared with the scalar method: it rounds Half after each step, the kernel once.</summary>
    public static TheoryData<string, Dtype> CasesButHalf => Select((_, dtype) => dtype != Dtype.Half);

    /// <summary>The operations that Half has.</summary>
    public static TheoryData<string> OnHalf => [.. Operations.Where(operation => operation.Dtypes.Contains(Dtype.Half)).Select(operation => operation.Id)];

    /// <summary>An operation.</summary>
    public static Operation Find(string id) => ById[id];

    static TheoryData<string, Dtype> Select(Func<Operation, Dtype, bool> wanted)
    {
        var cases = new TheoryData<string, Dtype>();
        foreach (Operation operation in Operations)
        {
            foreach (Dtype dtype in operation.Dtypes.Where(dtype => wanted(operation, dtype)))
            {
                cases.Add(operation.Id, dtype);
            }
        }

        return cases;
    }
}
