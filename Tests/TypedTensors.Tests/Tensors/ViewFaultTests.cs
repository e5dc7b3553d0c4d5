namespace TypedTensors.Tests.Tensors;

public class ViewFaultTests
{
    [Fact]
    public void Messages_NameOperationShapeAndAxis()
    {
        Tensor<int, Cpu> t = new[] { 1, 2, 3, 4, 5, 6 }.AsTensor(2, 3);
        Tensor<int, Cpu> rank8 = Tensor<int, Cpu>.Zeros(1, 1, 1, 1, 1, 1, 1, 1);
        Assert.Equal("Transpose: axis 2 is out of range for shape [2, 3] of rank 2.", Message(() => t.Transpose(0, 2)));
        Assert.Equal("Transpose: axis -3 is out of range for shape [2, 3] of rank 2.", Message(() => t.Transpose(-3, 0)));
        Assert.Equal("Permute: 1 axes given for shape [2, 3] of rank 2.", Message(() => t.Permute(0)));
        Assert.Equal("Permute: axis -2 is given twice for shape [2, 3].", Message(() => t.Permute(0, -2)));
        Assert.Equal("Squeeze: axis 1 of shape [2, 3] is 3 long; only an axis of length 1 can be taken out.", Message(() => t.Squeeze(1)));
        Assert.Equal("Unsqueeze: axis 3 is out of range for shape [2, 3] of rank 2.", Message(() => t.Unsqueeze(3)));
        Assert.Equal("Unsqueeze: shape [1, 1, 1, 1, 1, 1, 1, 1] already has the highest supported rank, 8.", Message(() => rank8.Unsqueeze(0)));
        Assert.Equal("BroadcastTo: shape [2, 3] does not broadcast to [4, 3]: axis 0 is 2 against 4.", Message(() => t.BroadcastTo(4, 3)));
        Assert.Equal("BroadcastTo: shape [2, 3] does not broadcast to [3], which has fewer axes.", Message(() => t.BroadcastTo(3)));
        Assert.Equal("BroadcastTo: shape [2, 3] does not broadcast to [], which has fewer axes.", Message(() => t.BroadcastTo(default(Shape))));
        Assert.Equal("BroadcastTo: shape [2, 3] does not broadcast to [0, 3]: axis 0 is 2 against 0.", Message(() => t.BroadcastTo(0, 3)));
        Assert.Equal("Flip: an axis is given twice for shape [2, 3].", Message(() => t.Flip(1, -1)));
        Assert.Equal("Flip: axis 2 is out of range for shape [2, 3] of rank 2.", Message(() => t.Flip(2)));
        Assert.Equal("Diagonal: shape [6] has fewer than two axes.", Message(() => t.Reshape(6).Diagonal()));
        Assert.Equal("Diagonal: axes 1 and -1 are the same axis of shape [2, 3].", Message(() => t.Diagonal(0, 1, -1)));
        Assert.Equal("CopyFrom: shape [2] does not broadcast to [2, 3]: axis 1 is 2 against 3.", Message(() => t.CopyFrom(t[.., 0])));
        Assert.Equal([1, 2, 3, 4, 5, 6], t.ToArray());
    }

    [Fact]
    public void WritingToABroadcastView_IsRefused()
    {
        Tensor<int, Cpu> source = new[] { 1, 2 }.AsTensor();
        Tensor<int, Cpu> view = source.BroadcastTo(3, 2);
        const string Reason = "the tensor of shape [3, 2] is read-only (a broadcast view has several indices for one element, and a file may be mapped read-only). Write to a Clone() of it.";
        Assert.Equal($"Fill: {Reason}", Refusal(() => view.Fill(0)));
        Assert.Equal($"CopyFrom: {Reason}", Refusal(() => view.CopyFrom(source)));
        Assert.Equal($"Indexer: {Reason}", Refusal(() => view[0, 0] = 3));
        Assert.Equal($"AsTensorSpan: {Reason}", Refusal(() => view.AsTensorSpan()));
        Assert.Equal($"AsSpan: {Reason}", Refusal(() => view.AsSpan()));
        Assert.Equal($"AsMemory: {Reason}", Refusal(() => view.AsMemory()));
        Assert.StartsWith("CopyFrom: the tensor of shape [2] is read-only", Refusal(() => view[0, ..] = source), StringComparison.Ordinal);
        Assert.True(view[0, ..].IsReadOnly);
        Assert.Equal([1, 2], source.ToArray());
    }

    [Fact]
    public void Item_OfSeveralElements_IsRefused()
    {
        Assert.Equal(
            "Item: the tensor of shape [2] has 2 elements; only one element can be an item.", Refusal(() => new[] { 1, 2 }.AsTensor().Item()));
        Assert.Equal(2, new[] { 1, 2 }.AsTensor(1, 2)[.., 1..].Item());
    }

    [Fact]
    public void TypeThatIsNoDtype_IsRefused()
    {
        const string Reason = "System.Char is not an element type of a tensor; use bool, sbyte, byte, short, ushort, int, uint, long, ulong, Half, float, double, Complex<float> or Complex<double>.";
        Assert.Equal(Reason, Assert.Throws<NotSupportedException>(() => Tensor<char, Cpu>.Zeros(2)).Message);
        Assert.Throws<NotSupportedException>(() => new char[2].AsTensor());
        Assert.Throws<NotSupportedException>(() => new char[2].AsMemory().AsTensor());
        Assert.Throws<NotSupportedException>(() => new char[2].ToTensor());
        Assert.Throws<NotSupportedException>(() => new int[2].AsTensor().Cast<char>());
        Assert.Throws<NotSupportedException>(() => TypedTensors.Kernels.KernelOperand.Scalar(1m));
    }

    private static string Message(Action fault) => Assert.Throws<ShapeException>(fault).Message;

    private static string Refusal(Action fault) => Assert.Throws<InvalidOperationException>(fault).Message;
}
