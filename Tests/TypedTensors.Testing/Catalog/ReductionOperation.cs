using System.Collections.Immutable;
using System.Reflection;
using TypedTensors.Testing.Values;

namespace TypedTensors.Testing.Catalog;

/// <summary>A row of the catalog of reductions: a class marked as one, and the method over one axis that was generated from it.</summary>
/// <param name="Declaration">The class.</param>
/// <param name="Name">The operation's name.</param>
/// <param name="Dtypes">The dtypes of tensors that it reduces.</param>
/// <param name="OverOneAxis">The method.</param>
public sealed record ReductionOperation(Type Declaration, string Name, ImmutableArray<Dtype> Dtypes, MethodInfo OverOneAxis)
{
    const BindingFlags AllStatic = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>What tells it from every other reduction.</summary>
    public string Id { get; } = $"{Declaration.DeclaringType!.Name}.{Name}";

    /// <summary>The reductions of an assembly, in the order of their names.</summary>
    public static ImmutableArray<ReductionOperation> Of(Assembly assembly) =>
    [
        .. assembly.GetTypes().Where(type => type.IsDefined(typeof(ReductionAttribute))).Select(Read).OrderBy(operation => operation.Id, StringComparer.Ordinal),
    ];

    /// <summary>Reduces one axis.</summary>
    public Tensor Run(Tensor tensor, int axis)
    {
        Type[] device = [typeof(Cpu)];
        MethodInfo method = OverOneAxis.MakeGenericMethod(OverOneAxis.GetGenericArguments().Length == 1 ? device : [DtypeDispatch.TypeOf(tensor.Dtype), .. device]);
        object?[] arguments = [.. method.GetParameters().Select(parameter => parameter.HasDefaultValue ? parameter.DefaultValue : null)];
        (arguments[0], arguments[1]) = (tensor, axis);
        return (Tensor)method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
    }

    /// <inheritdoc/>
    public override string ToString() => Id;

    static ReductionOperation Read(Type declaration)
    {
        MethodInfo method = declaration.DeclaringType!.GetMethods(AllStatic).Single(candidate =>
            candidate.GetCustomAttribute<TensorReductionAttribute>()?.Declaration == declaration && candidate.GetParameters()[1].ParameterType == typeof(int));
        Dtype[] dtypes = method.GetCustomAttribute<TensorReductionAttribute>()!.Dtypes;
        return new ReductionOperation(
            declaration,
            declaration.GetCustomAttribute<ReductionAttribute>()!.Name,
            dtypes.Length > 0 ? [.. dtypes] : [DtypeDispatch.Of(method.GetParameters()[0].ParameterType.GetGenericArguments()[0])],
            method);
    }
}
