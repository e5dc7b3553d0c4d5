using System.Reflection;

namespace TypedTensors.Ops.Tests.Surface;

/// <summary>The public operations that are not element-wise: those written by hand and the reductions.</summary>
static class SurfaceOperations
{
    static readonly Assembly[] Rooms = [typeof(Sorting).Assembly, typeof(LinearSystems).Assembly];

    /// <summary>Their classes and names.</summary>
    public static IEnumerable<string> Names =>
        Methods.Select(method => $"{method.DeclaringType!.Name}.{method.Name}").Distinct().Order(StringComparer.Ordinal);

    static IEnumerable<MethodInfo> Methods => Rooms.SelectMany(room => room.GetExportedTypes()).Where(type => !type.IsSpecialName).SelectMany(type => Own(type)).Where(IsOperation);

    /// <summary>The overloads of one.</summary>
    public static IEnumerable<MethodInfo> Overloads(Type family, string operation) => Own(family).Where(method => method.Name == operation && IsOperation(method));

    static MethodInfo[] Own(Type type) => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly);

    // What is element-wise has laws of its own; operators stand for other operations.
    static bool IsOperation(MethodInfo method) =>
        !method.IsSpecialName
        && !method.IsDefined(typeof(TensorOperationAttribute))
        && IsTensor(method.ReturnType)
        && (method.IsDefined(typeof(CopiesAttribute)) || method.IsDefined(typeof(SharesMemoryAttribute)) || method.ReturnParameter.IsDefined(typeof(ViewOfAttribute))
            || method.IsDefined(typeof(TensorReductionAttribute)));

    static bool IsTensor(Type type) =>
        typeof(Tensor).IsAssignableFrom(type) || (type.IsArray && IsTensor(type.GetElementType()!)) || (type.IsGenericType && type.GetGenericArguments().Any(IsTensor));
}
