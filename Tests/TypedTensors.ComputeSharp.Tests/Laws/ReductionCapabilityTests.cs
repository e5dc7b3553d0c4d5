using System.Reflection;
using TypedTensors.Kernels;
using TypedTensors.Testing.Catalog;
using TypedTensors.Testing.Values;
using Xunit.Abstractions;

namespace TypedTensors.Direct3D.Tests.Laws;

/// <summary>A reduction that HLSL cannot say is kept from the device by its constraints: the call does not compile.</summary>
public class ReductionCapabilityTests(ITestOutputHelper output)
{
    [Fact]
    public void WhatTheConstraintsAllow_HlslSays()
    {
        int allowed = 0, refused = 0;
        foreach (ReductionOperation operation in ReductionOperation.Of(typeof(FloatingReductions).Assembly))
        {
            foreach (Dtype dtype in operation.Dtypes)
            {
                if (TryClose<DirectX>(operation.OverOneAxis, dtype) is null)
                {
                    refused++;
                    continue;
                }

                allowed++;
                Assert.True(IsSaid(operation, dtype), $"{operation} of {Dtypes.NameOf(dtype)} compiles for DirectX, and HLSL cannot say it.");
            }
        }

        output.WriteLine($"{allowed} reductions are allowed and said, {refused} refused.");
        Assert.InRange(allowed, 40, int.MaxValue);
        Assert.InRange(refused, 20, int.MaxValue);
    }

    [Fact]
    public void LanesOfLongs_AreRefused()
    {
        ReductionOperation sum = ReductionOperation.Of(typeof(FloatingReductions).Assembly).First(operation => operation.Name == "Sum" && operation.Dtypes.Contains(Dtype.Int32));
        Assert.False(IsSaid(sum, Dtype.Int32));
        Assert.Null(TryClose<DirectX>(sum.OverOneAxis, Dtype.Int32));
        Assert.NotNull(TryClose<Vulkan>(sum.OverOneAxis, Dtype.Int32));
    }

    private static MethodInfo? TryClose<TDevice>(MethodInfo method, Dtype dtype)
    {
        Type[] device = [typeof(TDevice)];
        try
        {
            return method.MakeGenericMethod(method.GetGenericArguments().Length == 1 ? device : [DtypeDispatch.TypeOf(dtype), .. device]);
        }
        catch (ArgumentException)
        {
            // The device does not meet the method's constraints.
            return null;
        }
    }

    private static bool IsSaid(ReductionOperation operation, Dtype dtype)
    {
        MethodInfo method = TryClose<Probe>(operation.OverOneAxis, dtype)!;
        object?[] arguments = [.. method.GetParameters().Select(parameter => parameter.HasDefaultValue ? parameter.DefaultValue : null)];
        (arguments[0], arguments[1]) = (DtypeDispatch.Run(dtype, default(Zeros)), 0);
        Probe.Programs.Clear();
        method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        return Assert.Single(Probe.Programs);
    }

    private readonly struct Zeros : IDtypeAction<Tensor>
    {
        public Tensor Run<T>()
            where T : unmanaged => Tensor<T, Probe>.Zeros(2);
    }

    /// <summary>A device that runs nothing, and remembers of the reductions it is handed whether they have a text in HLSL.</summary>
    private readonly struct Probe : IDevice, IComputesFunctions<long>, IComputesFunctions<ulong>, IComputesFunctions<double>
    {
        public static List<bool> Programs { get; } = [];

        public static string Name => "probe";

        public static DeviceStorage Allocate(Dtype dtype, nint byteLength, bool clear) => new Nothing(byteLength);

        public static void Upload(ref readonly byte source, nint byteLength, DeviceStorage destination, nint byteOffset) => throw new InvalidOperationException();

        public static void Download(DeviceStorage source, nint byteOffset, nint byteLength, ref byte destination) => throw new InvalidOperationException();

        public static void Copy(in KernelOperand source, in KernelOperand destination) => throw new InvalidOperationException();

        public static void Run<TKernel>(in Shape shape, ReadOnlySpan<KernelOperand> inputs, ReadOnlySpan<KernelOperand> outputs)
            where TKernel : struct, IElementwiseKernel => throw new InvalidOperationException();

        public static void Reduce<TKernel>(Tensor source, Tensor result, uint axes, ReadOnlySpan<KernelOperand> scalars)
            where TKernel : struct, IReductionKernel => Programs.Add(TKernel.DeviceText(source.Dtype).Hlsl.Length > 0);

        public static void Launch<TKernel>(GridSize grid, ReadOnlySpan<KernelOperand> buffers, ReadOnlySpan<KernelOperand> scalars)
            where TKernel : struct, IComputeKernel => throw new InvalidOperationException();
    }

    private sealed class Nothing(nint byteLength) : DeviceStorage(byteLength)
    {
        protected override void Free()
        {
        }
    }
}
