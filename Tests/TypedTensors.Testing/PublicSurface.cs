using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace TypedTensors.Testing;

/// <summary>The public types and members of an assembly as text, one line each, so that a change of them shows in a snapshot.</summary>
/// <remarks>Operations are left out, scalar functions and emitted methods alike: the catalog lists them, and each has a test.</remarks>
public static class PublicSurface
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Lists an assembly.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="summarized">Types of which only the number of members is listed.</param>
    public static string Of(Assembly assembly, params string[] summarized)
    {
        var text = new StringBuilder();
        foreach (Type type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            if (type.FullName!.Contains('<', StringComparison.Ordinal))
            {
                continue; // how the compiler stores the docs of extension members
            }

            string[] members = [.. type.GetMembers(Declared).Where(IsSurface).Select(member => member.ToString()!).Order(StringComparer.Ordinal)];
            text.Append(type.FullName).Append('\n');
            foreach (string member in summarized.Contains(type.Name) ? [$"{members.Length} members"] : members)
            {
                text.Append("    ").Append(member).Append('\n');
            }
        }

        return text.ToString();
    }

    private static bool IsSurface(MemberInfo member) => member switch
    {
        MethodBase { IsSpecialName: true, IsConstructor: false } method when !method.Name.StartsWith("op_", StringComparison.Ordinal) => false,
        MethodBase method => IsVisible(method),
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsVisible),
        EventInfo => true,
        _ => false,
    } && !member.IsDefined(typeof(CompilerGeneratedAttribute)) && !member.IsDefined(typeof(TensorOperationAttribute)) && !member.IsDefined(typeof(ElementwiseAttribute));

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;
}
