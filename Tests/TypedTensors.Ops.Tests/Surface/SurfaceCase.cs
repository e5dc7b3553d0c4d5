using System.Reflection;
using System.Runtime.CompilerServices;
using TypedTensors.Testing.Values;

namespace TypedTensors.Ops.Tests.Surface;

/// <summary>An operation of the array surface and how it is called.</summary>
sealed class SurfaceCase
{
    readonly MethodInfo method;
    readonly CaseAttribute description;

    SurfaceCase(MethodInfo method)
    {
        this.method = method;
        description = method.GetCustomAttribute<CaseAttribute>()!;
        Dtypes = [.. Enum.GetValues<Dtype>().Where(dtype => Typed(dtype) is not null)];
    }

    /// <summary>All cases, by name.</summary>
    public static IReadOnlyList<SurfaceCase> All { get; } =
    [
        .. typeof(SurfaceCase).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method.IsDefined(typeof(CaseAttribute)))
            .Select(method => new SurfaceCase(method))
            .OrderBy(item => item.Name, StringComparer.Ordinal),
    ];

    /// <summary>The class and the operation: <c>Sorting.TopK</c>.</summary>
    public string Name => $"{description.Family.Name}.{description.Operation}";

    /// <summary>What the case says of the operation.</summary>
    public CaseAttribute Description => description;

    /// <summary>The dtypes that the constraints admit.</summary>
    public IReadOnlyList<Dtype> Dtypes { get; }

    /// <summary>Whether the results are views: every overload says so.</summary>
    public bool Shares => SurfaceOperations.Overloads(description.Family, description.Operation)
        .All(overload => overload.IsDefined(typeof(SharesMemoryAttribute)) || overload.ReturnParameter.IsDefined(typeof(ViewOfAttribute)));

    /// <summary>Runs the operation.</summary>
    public IReadOnlyList<Tensor> Run(Dtype dtype, Given given)
    {
        object result = Typed(dtype)!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [given], null)!;
        return result switch
        {
            Tensor tensor => [tensor],
            Tensor[] tensors => tensors,
            ITuple tuple => [.. Enumerable.Range(0, tuple.Length).Select(index => (Tensor)tuple[index]!)],
            _ => throw new InvalidOperationException($"{Name} gives no tensors."),
        };
    }

    MethodInfo? Typed(Dtype dtype)
    {
        if (!method.IsGenericMethodDefinition)
        {
            return dtype == Dtype.Boolean ? method : null;
        }

        Type element = DtypeDispatch.TypeOf(dtype);
        try
        {
            return method.GetGenericArguments().Length == 1 ? method.MakeGenericMethod(element) : method.MakeGenericMethod(element, typeof(Cpu));
        }
        catch (ArgumentException)
        {
            // A constraint does not admit it.
            return null;
        }
    }
}
