using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace TypedTensors.Testing.Catalog;

/// <summary>Reads the operations of an assembly from the marks that the generator leaves on its methods.</summary>
public static class OperationCatalog
{
    const BindingFlags AllStatic = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The operations of an assembly, in the order of their names.</summary>
    /// <exception cref="InvalidOperationException">A scalar method has no tensor method.</exception>
    public static ImmutableArray<Operation> Of(Assembly assembly) =>
        [.. Methods<ElementwiseAttribute>(assembly).Select(Read).OrderBy(operation => operation.Id, StringComparer.Ordinal)];

    /// <summary>Every method of an assembly that is marked as a form of an operation.</summary>
    public static IEnumerable<MethodInfo> Forms(Assembly assembly) => Methods<TensorOperationAttribute>(assembly);

    static IEnumerable<MethodInfo> Methods<TAttribute>(Assembly assembly)
        where TAttribute : Attribute =>
        assembly.GetTypes().SelectMany(type => type.GetMethods(AllStatic)).Where(method => method.IsDefined(typeof(TAttribute)));

    static Operation Read(MethodInfo kernel)
    {
        var forms = kernel.DeclaringType!.GetMethods(AllStatic)
            .Where(method => method.GetCustomAttribute<TensorOperationAttribute>()?.Kernel == kernel.Name && IsFormOf(kernel, method))
            .ToImmutableDictionary(method => method.GetCustomAttribute<TensorOperationAttribute>()!.Form);
        if (!forms.TryGetValue(TensorOperationForm.Method, out MethodInfo? main))
        {
            throw new InvalidOperationException($"{kernel.DeclaringType.Name}.{kernel.Name} is marked [Elementwise], but no tensor method was generated from it.");
        }

        var mark = main.GetCustomAttribute<TensorOperationAttribute>()!;
        ImmutableArray<OperationParameter> parameters =
        [
            .. kernel.GetParameters().Select(parameter =>
                new OperationParameter(parameter.Name!, ElementSlot.Of(parameter.ParameterType), parameter.IsDefined(typeof(ScalarAttribute)))),
        ];
        return new Operation(
            kernel.DeclaringType,
            kernel.Name,
            mark.Formula,
            mark.Dtypes is { Length: > 0 } dtypes ? [.. dtypes] : [parameters[0].Type.Concrete!.Value],
            parameters,
            Results(kernel.ReturnType),
            kernel,
            forms);
    }

    static ImmutableArray<ElementSlot> Results(Type type) =>
        type.IsAssignableTo(typeof(ITuple)) ? [.. type.GetGenericArguments().Select(ElementSlot.Of)] : [ElementSlot.Of(type)];

    // Overloads share a name; what tells their forms apart are the names and element types of their parameters.
    static bool IsFormOf(MethodInfo kernel, MethodInfo form)
    {
        ParameterInfo[] taken = form.GetParameters();
        ParameterInfo[] declared = kernel.GetParameters();
        int destinations = form.GetCustomAttribute<TensorOperationAttribute>()!.Form == TensorOperationForm.InPlace ? 0 : Results(kernel.ReturnType).Length;
        return taken.Length == declared.Length + destinations
            && declared.All(parameter => Array.Find(taken, candidate => candidate.Name == parameter.Name) is { } match
                && ElementSlot.Of(ElementType(match.ParameterType)) == ElementSlot.Of(parameter.ParameterType));
    }

    static Type ElementType(Type type)
    {
        Type handed = Nullable.GetUnderlyingType(type) ?? type;
        return handed.IsGenericType ? handed.GetGenericArguments()[0] : handed;
    }
}
