using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Printing;

namespace TypedTensors.Compiler.Tests.Printing;

/// <summary>The layout that printers and host agree on, by literal positions.</summary>
public class ElementwiseConstantsTests
{
    const ElementKind F = ElementKind.Single, D = ElementKind.Double, H = ElementKind.Half, B = ElementKind.Boolean, S = ElementKind.Int16, L = ElementKind.Int64;

    [Theory]
    [InlineData(new[] { F }, 1, 8, 7, 9, 16)]
    [InlineData(new[] { F, F }, 1, 5, 8, 11, 15)]
    [InlineData(new[] { B, F, F }, 1, 4, 9, 13, 16)]
    [InlineData(new[] { F }, 2, 5, 7, 10, 14)]
    [InlineData(new[] { D, D, D }, 1, 3, 12, 16, 18)]
    [InlineData(new ElementKind[0], 1, 8, 6, 7, 14)]
    public void Layout_FillsThirtyTwoWords(ElementKind[] inputs, int outputs, int maxRank, int bases, int sizes, int strides)
    {
        ElementwiseConstants layout = ElementwiseConstants.Of(Kernel(inputs, outputs))!;
        Assert.Equal((maxRank, bases, sizes, strides), (layout.MaxRank, layout.Bases, layout.Sizes, layout.Strides));
        Assert.InRange(strides + (maxRank * layout.OperandCount), 0, 32);
    }

    [Fact]
    public void Scalars_OfEightBytesComeFirst()
    {
        ElementwiseConstants layout = ElementwiseConstants.Of(Kernel([B, D, H, L, S], 1))!;
        Assert.Equal([10, 6, 11, 8, 12], Enumerable.Range(0, 5).Select(layout.Scalar));
        Assert.Equal(13, layout.Bases);
    }

    [Fact]
    public void TooManyOperands_HaveNoLayout()
    {
        Assert.Equal(1, ElementwiseConstants.Of(Kernel([.. Enumerable.Repeat(F, 8)], 1))!.MaxRank);
        Assert.Null(ElementwiseConstants.Of(Kernel([.. Enumerable.Repeat(F, 9)], 1)));
    }

    static DeviceKernelModel Kernel(ElementKind[] inputs, int outputs) => new(
        "",
        "",
        "",
        inputs.Select(input => new DeviceOperand("x", new(input))).ToEquatableArray(),
        Enumerable.Range(0, outputs).Select(_ => new DeviceOperand("y", new(F))).ToEquatableArray(),
        new BodyModel(EquatableArray<Instruction>.Empty, EquatableArray<int>.Empty),
        EquatableArray<DeviceFunctionModel>.Empty);
}
