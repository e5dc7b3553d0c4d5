using System.Reflection;

namespace TypedTensors.Ops.Tests;

/// <summary>Every operation has a test with literals: a method <c>{Operation}_{Behaviour}</c> of the class <c>{Family}Tests</c>.</summary>
public class LiteralCoverageTests
{
    [Fact]
    public void EveryOperation_HasALiteralTest()
    {
        string[] missing =
        [
            .. Operations()
                .Where(operation => !HasTest(operation.Family, operation.Name))
                .Select(operation => $"{operation.Family}Tests.{operation.Name}_..."),
        ];

        Assert.Empty(missing);
    }

    [Fact]
    public void EveryKernel_BecameAnOperation()
    {
        // The generator is silent about a faulty kernel.
        (string, string)[] kernels = [.. typeof(Arithmetic).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method.GetCustomAttribute<ElementwiseAttribute>() is not null)
            .Select(method => (method.DeclaringType!.Name, method.Name))
            .Distinct()];

        Assert.Empty(kernels.Except(Operations()));
        Assert.True(kernels.Length >= 110, $"There were 110 operations; now there are {kernels.Length}.");
    }

    static (string Family, string Name)[] Operations() =>
        [.. typeof(Arithmetic).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Select(method => (method.DeclaringType!.Name, method.GetCustomAttribute<TensorOperationAttribute>()?.Kernel))
            .Where(operation => operation.Kernel is not null)
            .Distinct()!];

    static bool HasTest(string family, string name) =>
        typeof(LiteralCoverageTests).Assembly.GetTypes()
            .Where(type => type.Name == family + "Tests")
            .SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<FactAttribute>() is not null)
            .Any(method => method.Name.StartsWith(name + "_", StringComparison.Ordinal));
}
