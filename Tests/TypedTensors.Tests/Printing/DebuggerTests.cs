using System.Collections;
using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace TypedTensors.Tests.Printing;

/// <summary>What a debugger shows, found as a debugger finds it: through the attributes.</summary>
public partial class DebuggerTests
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    [Fact]
    public void Display_OfView_SaysThatItSharesMemory() =>
        Assert.Equal("float[2, 3] on cpu, shares memory: 1, 2, 3, 4, 5, ...", Display(new float[] { 1, 2, 3, 4, 5, 6 }.AsTensor(2, 3)));

    [Fact]
    public void Display_OfOwner_SaysSo() =>
        Assert.Equal("double[2] on cpu, owns its memory: 0.5, NaN", Display(new[] { 0.5, double.NaN }.ToTensor()));

    [Fact]
    public void Display_OfReadOnlyView_SaysSo() =>
        Assert.Equal("int[2, 2] on cpu, shares memory, read-only: 1, 2, 1, 2", Display(new[] { 1, 2 }.AsTensor().BroadcastTo(2, 2)));

    [Fact]
    public void Display_ShowsElementsInCOrder() =>
        Assert.EndsWith(": 0, 3, 1, 4, 2, ...", Display(Tensor<int, Cpu>.Arange(6).Reshape(2, 3).Transpose()));

    [Fact]
    public void Display_OfScalarAndEmpty_Ends()
    {
        Assert.Equal("bool[] on cpu, owns its memory: True", Display(Tensor<bool, Cpu>.Scalar(true)));
        Assert.Equal("Half[2, 0] on cpu, owns its memory: empty", Display(Tensor<Half, Cpu>.Zeros(2, 0)));
    }

    [Fact]
    public void Disposed_IsShownWithoutValues()
    {
        Tensor<float, Cpu> tensor = Tensor<float, Cpu>.Zeros(2, 3);
        tensor.Dispose();

        Assert.Equal("float[2, 3] on cpu, disposed", Display(tensor));
        Assert.Equal("disposed", Open(tensor)["Memory"]);
        Assert.Empty((IEnumerable)Open(tensor)["FirstValues"]!);
    }

    [Fact]
    public void Proxy_ListsWhatATensorIs()
    {
        Dictionary<string, object?> listed = Open(new short[] { 1, 2, 3, 4, 5, 6 }.AsTensor(2, 3).Transpose());

        Assert.Equal(["Device", "Dtype", "FirstValues", "Memory", "Shape", "Strides"], listed.Keys.Order());
        Assert.Equal("short", listed["Dtype"]);
        Assert.Equal("cpu", listed["Device"]);
        Assert.Equal(new nint[] { 3, 2 }, listed["Shape"]);
        Assert.Equal(new nint[] { 1, 3 }, listed["Strides"]);
        Assert.Equal("view", listed["Memory"]);
        Assert.Equal(new short[] { 1, 4, 2, 5, 3, 6 }, listed["FirstValues"]);
    }

    [Fact]
    public void Proxy_TellsOwnersFromViews()
    {
        Tensor<int, Cpu> owner = Tensor<int, Cpu>.Ones(100);

        Assert.Equal("owner", Open(owner)["Memory"]);
        Assert.Equal("read-only view", Open(owner.BroadcastTo(2, 100))["Memory"]);
        Assert.Equal(Enumerable.Repeat(1, 20), (int[])Open(owner)["FirstValues"]!);
    }

    [GeneratedRegex(@"^\{(\w+),nq\}$")]
    private static partial Regex MemberOfDisplay();

    private static string Display(Tensor tensor)
    {
        string pattern = tensor.GetType().GetCustomAttribute<DebuggerDisplayAttribute>()!.Value;
        return (string)tensor.GetType().GetProperty(MemberOfDisplay().Match(pattern).Groups[1].Value, Members)!.GetValue(tensor)!;
    }

    private static Dictionary<string, object?> Open(Tensor tensor)
    {
        string name = tensor.GetType().GetCustomAttribute<DebuggerTypeProxyAttribute>()!.ProxyTypeName;
        Type proxy = Type.GetType(name, throwOnError: true)!.MakeGenericType(tensor.GetType().GetGenericArguments());
        object view = Activator.CreateInstance(proxy, tensor)!;
        return proxy.GetProperties().ToDictionary(property => property.Name, property => property.GetValue(view));
    }
}
