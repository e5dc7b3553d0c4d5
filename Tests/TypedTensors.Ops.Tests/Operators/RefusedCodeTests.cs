using TypedTensors.Testing.Generation;

namespace TypedTensors.Ops.Tests.Operators;

/// <summary>What has no meaning does not compile.</summary>
public class RefusedCodeTests
{
    const string OtherDevice = """
        public readonly struct Elsewhere : IDevice, IComputesFunctions<double> { public static string Name => throw null!; public static DeviceStorage Allocate(Dtype dtype, nint byteLength, bool clear) => throw null!; public static void Upload(ref readonly byte source, nint byteLength, DeviceStorage destination, nint byteOffset) => throw null!; public static void Download(DeviceStorage source, nint byteOffset, nint byteLength, ref byte destination) => throw null!; public static void Copy(in TypedTensors.Kernels.KernelOperand source, in TypedTensors.Kernels.KernelOperand destination) => throw null!; public static void Run<TKernel>(in Shape shape, ReadOnlySpan<TypedTensors.Kernels.KernelOperand> inputs, ReadOnlySpan<TypedTensors.Kernels.KernelOperand> outputs) where TKernel : struct, TypedTensors.Kernels.IElementwiseKernel => throw null!; public static void Reduce<TKernel>(Tensor source, Tensor result, uint axes, ReadOnlySpan<TypedTensors.Kernels.KernelOperand> scalars) where TKernel : struct, TypedTensors.Kernels.IReductionKernel => throw null!; public static void Launch<TKernel>(GridSize grid, ReadOnlySpan<TypedTensors.Kernels.KernelOperand> buffers, ReadOnlySpan<TypedTensors.Kernels.KernelOperand> scalars) where TKernel : struct, TypedTensors.Kernels.IComputeKernel => throw null!; }
        """;

    [Theory]
    [InlineData("Tensor<int, Cpu> x", "x.Exp();")]
    [InlineData("Tensor<int, Cpu> x", "x.Sqrt();")]
    [InlineData("Tensor<int, Cpu> x", "x.IsNaN();")]
    [InlineData("Tensor<bool, Cpu> x", "x.Add(x);")]
    [InlineData("Tensor<float, Cpu> x", "x.BitwiseAnd(x);")]
    [InlineData("Tensor<float, Cpu> x", "x.LogicalAnd(x);")]
    [InlineData("Tensor<float, Cpu> x", "_ = ~x;")]
    [InlineData("Tensor<float, Cpu> x", "_ = x << 1;")]
    [InlineData("Tensor<float, Cpu> x, Tensor<float, Elsewhere> y", "_ = x + y;")]
    [InlineData("Tensor<float, Cpu> x, Tensor<float, Elsewhere> y", "x += y;")]
    [InlineData("Tensor<float, Cpu> x, Tensor<float, Elsewhere> y", "x.Add(y);")]
    [InlineData("Tensor<float, Cpu> x, Tensor<double, Elsewhere> y", "_ = x * y;")]
    [InlineData("Tensor<float, Cpu> x, Tensor<float, Elsewhere> y", "x.Add(x, y);")]
    [InlineData("Tensor<float, Cpu> x, Tensor<double, Cpu> y", "x.Add(x, y);")]
    [InlineData("Tensor<int, Cpu> x, Tensor<float, Cpu> y", "x += y;")]
    [InlineData("Tensor<int, Cpu> x", "x += 2.5;")]
    [InlineData("Tensor<int, Cpu> x", "x /= 2;")]
    [InlineData("Tensor<byte, Cpu> x, Tensor<sbyte, Cpu> y", "x += y;")]
    [InlineData("Tensor<float, Cpu> x", "x.LessInPlace(x);")]
    [InlineData("Tensor<int, Cpu> x", "_ = x.Grad;")]
    [InlineData("Tensor<int, Cpu> x", "x.RequiresGrad();")]
    public void Statement_DoesNotCompile(string parameters, string statement)
    {
        var members = new MemberCompilation([OtherDevice, $"static void Statement({parameters}) {{ {statement} }}"]);
        Assert.Empty(members.Errors[0]);
        Assert.NotEmpty(members.Errors[1]);
    }

    [Theory]
    [InlineData("Tensor<float, Cpu> x", "x.Exp();")]
    [InlineData("Tensor<int, Cpu> x", "x.BitwiseAnd(x);")]
    [InlineData("Tensor<float, Elsewhere> x, Tensor<double, Elsewhere> y", "_ = x + y; x += y; x.Add(x, x);")]
    public void WhatDiffersOnlyInThat_Compiles(string parameters, string statement) =>
        Assert.Empty(new MemberCompilation([OtherDevice, $"static void Statement({parameters}) {{ {statement} }}"]).Errors.SelectMany(errors => errors));
}
