using System.Globalization;
using TypedTensors.Testing.Catalog;
using System.Runtime.Intrinsics;
using TypedTensors.Testing.Laws;

namespace TypedTensors.Ops.Tests.Laws.Widths;

/// <summary>What a process of its own computes in <see cref="VectorWidthTests"/>, since how wide its vectors are is settled when it starts, and in <see cref="TrainingChainTests"/>.</summary>
static class DigestProgram
{
    /// <summary>Prints what a chain of operations allocates; or, if not asked for that, the width of this process's vectors, then a line for each operation and dtype.</summary>
    static int Main(string[] arguments)
    {
        if (arguments is [nameof(TrainingChain), var threads])
        {
            TrainingChain.Print(int.Parse(threads, CultureInfo.InvariantCulture));
            return 0;
        }

        Console.WriteLine(Width);
        foreach ((string name, ulong digest) in Digests().Concat(ReductionDigests()).Concat(ProductDigests()).Concat(RowDigest.All()))
        {
            Console.WriteLine($"{digest:X16} {name}");
        }

        return 0;
    }

    /// <summary>The bits of the widest vectors that kernels compute in; 0 if there are none.</summary>
    static int Width =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;

    static IEnumerable<(string Name, ulong Digest)> Digests() =>
        from operation in BuiltIn.Operations
        from dtype in operation.Dtypes
        select ($"{operation.Id} on {Dtypes.NameOf(dtype)}", ResultDigest.Of<Cpu>(operation, dtype));

    static IEnumerable<(string Name, ulong Digest)> ReductionDigests() =>
        from operation in BuiltIn.Reductions
        from dtype in operation.Dtypes
        select ($"{operation.Id} along an axis on {Dtypes.NameOf(dtype)}", ReductionDigest.Of(operation, dtype));

    static IEnumerable<(string Name, ulong Digest)> ProductDigests() =>
        [("MatMul on float", ProductDigest.Of<float>()), ("MatMul on double", ProductDigest.Of<double>()), ("MatMul on int", ProductDigest.Of<int>()), ("MatMul on sbyte", ProductDigest.Of<sbyte>())];
}
