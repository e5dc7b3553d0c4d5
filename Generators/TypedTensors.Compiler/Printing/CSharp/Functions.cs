using TypedTensors.Compiler.Intrinsics;
using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Printing.CSharp;

/// <summary>How calls are spelled within the runtime's namespace of kernels, where emitted loops stand.</summary>
static class Functions
{
    const string KernelsPrefix = "global::" + RuntimeNames.KernelsNamespace + ".";

    /// <summary>The name of a kernel function, short for those of the runtime.</summary>
    public static string NameOf(CallInstruction call) =>
        (call.ContainingType.StartsWith(KernelsPrefix, StringComparison.Ordinal) ? call.ContainingType.Substring(KernelsPrefix.Length) : call.ContainingType)
        + "." + call.Method;

    /// <summary>Adds the constant that .NET's method takes beside the arguments.</summary>
    public static IEnumerable<Expression> WithConstant(Intrinsic function, IEnumerable<Expression> arguments) =>
        function.BclArgument is { } constant ? arguments.Append(Expression.Primary(constant)) : arguments;
}
