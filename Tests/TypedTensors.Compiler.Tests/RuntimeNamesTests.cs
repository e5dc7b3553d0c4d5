using System.Reflection;
using System.Runtime.Intrinsics;
using TypedTensors.Compiler.Intrinsics;
using TypedTensors.Kernels;

namespace TypedTensors.Compiler.Tests;

/// <summary>What the compiler names exists in the runtime, and in .NET.</summary>
public class RuntimeNamesTests
{
    public static TheoryData<string> KernelMathFunctions =>
        [.. RuntimeNames.KernelMathOperators, .. IntrinsicTable.All.Where(row => row.Form is FunctionForm.KernelMath or FunctionForm.BclScalar).Select(row => row.Name)];

    public static TheoryData<string> BclFunctions => [.. IntrinsicTable.All.Where(row => row.Form is FunctionForm.Bcl or FunctionForm.BclFloating).Select(row => row.Name)];

    [Fact]
    public void EveryTypeName_IsInTheRuntime() => Assert.All(RuntimeNames.Types, named =>
    {
        string name = named.Arity == 0 ? named.Name : $"{named.Name}`{named.Arity}";
        Assert.True((typeof(Tensor).Assembly.GetType(name) ?? typeof(KernelMath).Assembly.GetType(name)) is not null, name);
    });

    [Theory]
    [MemberData(nameof(KernelMathFunctions))]
    public void EveryKernelMathFunction_HasVectorOverloads(string name) =>
        Assert.All([typeof(Vector128<>), typeof(Vector256<>), typeof(Vector512<>)], vector => Assert.Contains(
            typeof(KernelMath).GetMethods(BindingFlags.Public | BindingFlags.Static),
            method => method.Name == name && IsOf(method.GetParameters()[0].ParameterType, vector)));

    [Theory]
    [MemberData(nameof(BclFunctions))]
    public void EveryBclFunction_HasScalarAndVectorForms(string name)
    {
        Intrinsic row = IntrinsicTable.Get(name);
        string bclName = row.BclName ?? row.Name;
        Assert.Contains(typeof(float).GetMethods(BindingFlags.Public | BindingFlags.Static), method => method.Name == bclName);
        Assert.Contains(typeof(Vector512).GetMethods(BindingFlags.Public | BindingFlags.Static), method => method.Name == bclName);
    }

    static bool IsOf(Type type, Type definition) => type.IsGenericType && type.GetGenericTypeDefinition() == definition;
}
