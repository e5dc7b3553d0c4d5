using System.Numerics.Tensors;
using System.Reflection;

namespace TypedTensors.Ops.Tests.Surface;

/// <summary>Every public member that makes memory out of memory says whether the two are the same: the rules of the shared-memory family know of it what stands there.</summary>
public class SharingTests
{
    static readonly Type[] Marks =
    [
        typeof(CopiesAttribute), typeof(SharesMemoryAttribute), typeof(MutatesAttribute), typeof(TensorOperationAttribute), typeof(TensorReductionAttribute), typeof(RequiresGradientAttribute),
    ];

    static readonly Type[] Views =
    [
        typeof(Span<>), typeof(ReadOnlySpan<>), typeof(Memory<>), typeof(ReadOnlyMemory<>), typeof(TensorSpan<>), typeof(ReadOnlyTensorSpan<>),
    ];

    [Fact]
    public void MemberThatMakesMemoryOfMemory_SaysWhetherItShares()
    {
        MethodInfo[] members = [.. Members()];
        Assert.True(members.Length > 400, $"{members.Length} members");
        string[] silent = [.. members.Where(member => !Says(member)).Select(member => $"{member.DeclaringType!.Name}: {member}")];
        Assert.True(silent.Length == 0, string.Join('\n', silent));
    }

    // What emitted code calls stands in namespaces of its own.
    static IEnumerable<MethodInfo> Members() =>
        from assembly in new[] { typeof(Tensor).Assembly, typeof(Sorting).Assembly, typeof(LinearSystems).Assembly }
        from type in assembly.GetExportedTypes()
        where type.Namespace == typeof(Tensor).Namespace
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where !IsOperator(method) && IsMemory(method.ReturnType) && ((!method.IsStatic && IsMemory(type)) || method.GetParameters().Any(parameter => IsMemory(parameter.ParameterType)))
        select method;

    // An operator that returns something makes it anew, unless it converts.
    static bool IsOperator(MethodInfo method) => method.Name.StartsWith("op_", StringComparison.Ordinal) && method.Name is not ("op_Implicit" or "op_Explicit");

    static bool Says(MethodInfo method) =>
        Marks.Any(mark => method.IsDefined(mark) || method.GetParameters().Any(parameter => parameter.IsDefined(mark)))
        || method.ReturnParameter.IsDefined(typeof(ViewOfAttribute))
        || (method.DeclaringType!.GetProperties().FirstOrDefault(property => property.GetMethod == method) is { } property && Marks.Any(mark => property.IsDefined(mark)));

    // Arrays and spans of what a caller chooses; those of lengths and axes are no elements.
    static bool IsMemory(Type type) =>
        typeof(Tensor).IsAssignableFrom(type)
        || (type.IsArray && (type.GetElementType()!.IsGenericParameter || IsMemory(type.GetElementType()!)))
        || (type.IsGenericType && Views.Contains(type.GetGenericTypeDefinition()) && type.GetGenericArguments()[0].IsGenericParameter);
}
