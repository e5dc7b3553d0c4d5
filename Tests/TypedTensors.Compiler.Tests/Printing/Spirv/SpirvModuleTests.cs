using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Printing.Spirv;

namespace TypedTensors.Compiler.Tests.Printing.Spirv;

/// <summary>The words of modules, by the numbers of the specification.</summary>
public class SpirvModuleTests
{
    const int HeaderLength = 5;

    [Fact]
    public void EmptyModule_IsHeaderCapabilityAndMemoryModel() =>
        Assert.Equal([0x07230203u, 0x00010300u, 0u, 1u, 0u, (2u << 16) | 17, 1u, (3u << 16) | 14, 0u, 1u], new SpirvModule().ToWords());

    [Fact]
    public void Text_EndsInAZeroByte()
    {
        var module = new SpirvModule();
        module.Name(7, "abc");
        module.Name(8, "abcd");
        Assert.Equal(
            [(3u << 16) | 5, 7u, 0x00636261u, (4u << 16) | 5, 8u, 0x64636261u, 0u],
            module.ToWords()[^7..]);
    }

    [Fact]
    public void TypesAndConstants_AreDeclaredOnce()
    {
        var module = new SpirvModule();
        Assert.Equal(module.Constant(5u), module.Constant(5u));
        Assert.Equal(module.Pointer(StorageClass.Input, module.UInt32), module.Pointer(StorageClass.Input, module.UInt32));
        Assert.Equal(module.Array(module.UInt32, 4, 5), module.Array(module.UInt32, 4, 5));
        Assert.Equal(
            [SpirvOp.TypeInt, SpirvOp.Constant, SpirvOp.TypePointer, SpirvOp.TypeArray],
            Operations(module).Where(op => op is >= SpirvOp.TypeVoid and <= SpirvOp.Constant));
        Assert.Single(Operations(module), SpirvOp.Decorate);
    }

    [Fact]
    public void ConstantsOfOneValue_DifferByType()
    {
        var module = new SpirvModule();
        uint[] zeros =
        [
            module.Constant(0), module.Constant(0u), module.Constant(new ElementType(ElementKind.Single), ConstantValue.Of(0.0)),
            module.Constant(new ElementType(ElementKind.Single), ConstantValue.Of(-0.0)), module.Constant(new ElementType(ElementKind.Int64), ConstantValue.Of(0)),
        ];
        Assert.Equal(zeros.Length, zeros.Distinct().Count());
    }

    [Theory]
    [InlineData(ElementKind.Single, 1.5, new[] { 0x3FC00000u })]
    [InlineData(ElementKind.Single, -0.0, new[] { 0x80000000u })]
    [InlineData(ElementKind.Single, double.PositiveInfinity, new[] { 0x7F800000u })]
    [InlineData(ElementKind.Double, 1.5, new[] { 0u, 0x3FF80000u })]
    public void RealConstants_AreTheirBits(ElementKind kind, double value, uint[] expected) => AssertConstant(kind, ConstantValue.Of(value), expected);

    [Theory]
    [InlineData(ElementKind.Int32, -2L, new[] { 0xFFFFFFFEu })]
    [InlineData(ElementKind.UInt32, 0xFFFFFFFEL, new[] { 0xFFFFFFFEu })]
    [InlineData(ElementKind.Int64, -2L, new[] { 0xFFFFFFFEu, 0xFFFFFFFFu })]
    [InlineData(ElementKind.UInt64, 0x100000002L, new[] { 2u, 1u })]
    [InlineData(ElementKind.Single, 3L, new[] { 0x40400000u })]
    public void WholeConstants_HaveTheLowWordFirst(ElementKind kind, long value, uint[] expected) => AssertConstant(kind, ConstantValue.Of(value), expected);

    [Fact]
    public void Sections_StandInTheOrderOfTheSpecification()
    {
        var module = new SpirvModule();
        var function = new SpirvFunction(module, "main", module.Void);
        function.Return();
        module.Decorate(module.Constant(1u), Decoration.NoContraction);
        module.EntryPoint(function.End(), "Execute", new TypedTensors.Compiler.Model.GroupModel(64, 1, 1));
        Assert.Equal(
            [
                SpirvOp.Capability, SpirvOp.MemoryModel, SpirvOp.EntryPoint, SpirvOp.ExecutionMode, SpirvOp.Name, SpirvOp.Decorate, SpirvOp.TypeVoid,
                SpirvOp.TypeFunction, SpirvOp.TypeInt, SpirvOp.Constant, SpirvOp.Function, SpirvOp.Label, SpirvOp.Return, SpirvOp.FunctionEnd,
            ],
            Operations(module));
    }

    [Fact]
    public void Loop_HandsValuesFromItsEndToItsBeginning()
    {
        var module = new SpirvModule();
        var function = new SpirvFunction(module, "count", module.UInt32);
        uint zero = module.Constant(0u), one = module.Constant(1u), ten = module.Constant(10u), before = function.Block;
        SpirvLoop loop = function.BeginLoop();
        uint counter = loop.Carry(module.UInt32, zero);
        loop.While(function.Value(SpirvOp.ULessThan, module.Boolean, counter, ten));
        uint next = function.Value(SpirvOp.IAdd, module.UInt32, counter, one);
        loop.Next(counter, next);
        loop.End();
        function.Return(counter);
        function.End();
        uint[][] instructions = [.. Instructions(module)];
        uint[] phi = Assert.Single(instructions, words => Op(words) == SpirvOp.Phi);
        uint[] merge = Assert.Single(instructions, words => Op(words) == SpirvOp.LoopMerge);
        Assert.Equal([module.UInt32, counter, zero, before, next, merge[2]], phi[1..]);
    }

    [Fact]
    public void SameKernel_GivesTheSameWords()
    {
        const string Method = "static float F(float x, float y) { for (int i = 0; i < 3; i++) x = MathF.FusedMultiplyAdd(x, y, i); return x; }";
        Assert.Equal(DeviceKernels.Print(DeviceKernels.Of(Method)), DeviceKernels.Print(DeviceKernels.Of(Method)));
    }

    static void AssertConstant(ElementKind kind, ConstantValue value, uint[] expected)
    {
        var module = new SpirvModule();
        module.Constant(new ElementType(kind), value);
        Assert.Equal(expected, Assert.Single(Instructions(module), words => Op(words) == SpirvOp.Constant)[3..]);
    }

    static SpirvOp[] Operations(SpirvModule module) => [.. Instructions(module).Select(Op)];

    static SpirvOp Op(uint[] words) => (SpirvOp)(words[0] & 0xFFFF);

    static IEnumerable<uint[]> Instructions(SpirvModule module)
    {
        uint[] words = module.ToWords();
        for (int start = HeaderLength; start < words.Length; start += (int)(words[start] >> 16))
        {
            yield return words[start..(start + (int)(words[start] >> 16))];
        }
    }
}
