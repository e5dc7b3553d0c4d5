using System.Reflection;
using TypedTensors.Kernels;

namespace TypedTensors.Tests.Memory;

[Collection(MemoryCollection.Name)]
public class DisposalTests
{
    private static readonly Tensor<float, Cpu> Other = Tensor<float, Cpu>.Zeros(2, 2);

    /// <summary>Every public member that reaches for the elements, and one way to call it.</summary>
    private static readonly (string Member, Action<Tensor<float, Cpu>> Use)[] Uses =
    [
        ("At", t => _ = t[0, 0]), ("At", t => t[0, 0] = 1), ("At", t => _ = t[0, ..]), ("At", t => t[0, ..] = Other[0, ..]), ("Item", t => t.Item()),
        ("Transpose", t => t.Transpose()), ("Transpose", t => t.Transpose(0, 1)), ("Permute", t => t.Permute(1, 0)), ("Reshape", t => t.Reshape(4)),
        ("Reshape", t => t.Reshape(new Shape(4))), ("Squeeze", t => t.Squeeze()), ("Unsqueeze", t => t.Unsqueeze(0)), ("BroadcastTo", t => t.BroadcastTo(3, 2, 2)),
        ("BroadcastTo", t => t.BroadcastTo(new Shape(2, 2))), ("Flip", t => t.Flip()), ("Diagonal", t => t.Diagonal()), ("Clone", t => t.Clone()),
        ("CopyFrom", t => t.CopyFrom(Other)), ("CopyFrom", t => Other.CopyFrom(t)), ("Fill", t => t.Fill(1)), ("ToArray", t => t.ToArray()),
        ("CopyTo", t => t.CopyTo(new float[4])), ("To", t => t.To<Cpu>()), ("Cast", t => t.Cast<int>()), ("NarrowChecked", t => t.NarrowChecked<int>()),
        ("SharesMemoryWith", t => t.SharesMemoryWith(Other)), ("SharesMemoryWith", t => Other.SharesMemoryWith(t)), ("AsSpan", t => t.AsSpan()),
        ("AsReadOnlySpan", t => t.AsReadOnlySpan()), ("AsMemory", t => t.AsMemory()), ("AsTensorSpan", t => t.AsTensorSpan()),
        ("Run", t => Elementwise.Run<Loops.AffineKernel, Cpu>([t, Other], [Other])), ("Run", t => Elementwise.Run<Loops.AffineKernel, Cpu>([Other, Other], [t])),
    ];

    /// <summary>What can be asked of a tensor without its elements.</summary>
    private static readonly string[] Facts =
        ["Dtype", "DeviceName", "Shape", "Rank", "Length", "Strides", "IsContiguous", "IsView", "IsReadOnly", "IsDisposed", "Dispose"];

    [Fact]
    public void UseAfterDispose_Throws()
    {
        foreach ((string member, Action<Tensor<float, Cpu>> use) in Uses)
        {
            foreach (Tensor<float, Cpu> tensor in (Tensor<float, Cpu>[])[Tensor<float, Cpu>.Zeros(2, 2), new float[4].AsTensor(2, 2), Other[.., ..]])
            {
                tensor.Dispose();
                Assert.True(Record.Exception(() => use(tensor)) is ObjectDisposedException, $"{member} after Dispose");
            }
        }

        Assert.Equal(0, Other[1, 1]);
    }

    [Fact]
    public void SqueezeOfAnAxisAfterDispose_Throws()
    {
        Tensor<float, Cpu> tensor = Tensor<float, Cpu>.Zeros(1, 2);
        tensor.Dispose();
        Assert.Throws<ObjectDisposedException>(() => tensor.Squeeze(0));
    }

    [Fact]
    public void EveryPublicMember_IsListedAboveOrIsAFact()
    {
        const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly;
        IEnumerable<string> own = new[] { typeof(Tensor), typeof(Tensor<float, Cpu>) }.SelectMany(type => type.GetMembers(Instance))
            .Where(member => member is PropertyInfo or MethodInfo { IsSpecialName: false } && !typeof(object).GetMethods().Any(method => method.Name == member.Name))
            .Select(member => member.Name);
        IEnumerable<string> extensions = typeof(TensorExtensions).GetMethods(BindingFlags.Static | BindingFlags.Public)
            .Where(method => typeof(Tensor).IsAssignableFrom(method.GetParameters()[0].ParameterType)).Select(method => method.Name);
        Assert.Empty(own.Concat(extensions).Except(Uses.Select(use => use.Member)).Except(Facts));
    }

    [Fact]
    public void Facts_RemainAfterDispose()
    {
        Tensor<float, Cpu> tensor = Tensor<float, Cpu>.Zeros(2, 3);
        Assert.False(tensor.IsDisposed);
        tensor.Dispose();
        tensor.Dispose();
        Assert.True(tensor.IsDisposed);
        Assert.Equal(new Shape(2, 3), tensor.Shape);
        Assert.Equal([3, 1], tensor.Strides.ToArray());
        Assert.Equal(Dtype.Single, tensor.Dtype);
    }

    [Fact]
    public void DisposingAView_LeavesTheOwner()
    {
        Tensor<float, Cpu> owner = Tensor<float, Cpu>.Full(3, 50_000);
        owner[10..].Dispose();
        owner.Reshape(100, 500).Dispose();
        Assert.Equal(3, owner[49_999]);
        using Tensor<float, Cpu> other = Tensor<float, Cpu>.Full(4, 50_000);
        Assert.Equal(3, owner[0]);
    }
}
