using TypedTensors.Compiler.Devices;
using TypedTensors.Compiler.Intrinsics;
using TypedTensors.Compiler.Model;
using TypedTensors.Testing.Devices;
using TypedTensors.Testing.Generation;

namespace TypedTensors.Compiler.Tests.Printing.Spirv;

/// <summary>Kernels as users write them become valid modules: every function of the table in every type that has it, and every dtype of a generic kernel.</summary>
public class LoweredKernelTests
{
    /// <summary>Every function of the table with the types it is for.</summary>
    public static TheoryData<string, string> Functions
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (Intrinsic row in IntrinsicTable.All)
            {
                bool isOfIntegers = row.Form == FunctionForm.BclScalar;
                data.Add(row.Name, isOfIntegers ? "int" : "float");
                data.Add(row.Name, isOfIntegers ? "ulong" : "double");
            }

            return data;
        }
    }

    [ToolTheory(SpirvTools.Validator)]
    [MemberData(nameof(Functions))]
    public Task EveryFunction_IsValid(string name, string type)
    {
        Intrinsic row = IntrinsicTable.Get(name);
        string result = row.IsPredicate ? "bool" : type;
        string last = row.TakesCount ? "[Scalar] int" : row.HasInt ? "int" : type;
        string[] types = [.. Enumerable.Repeat(type, row.Arity - 1), row.Arity == 1 ? type : last];
        string parameters = string.Join(", ", types.Select((parameter, index) => $"{parameter} x{index}"));
        string arguments = string.Join(", ", types.Select((_, index) => $"x{index}")) + (row.BclArgument is { } argument ? ", " + argument : "");
        return Validate($"static {result} F({parameters}) => {type}.{row.BclName ?? row.Name}({arguments});");
    }

    [ToolTheory(SpirvTools.Validator)]
    [InlineData("static T F<T>(T x, T y) where T : INumber<T> => x > T.Zero ? x / y + x % y * T.One : -x;")]
    [InlineData("static T F<T>(T x, T y) where T : IFloatingPointIeee754<T> => x * T.Exp(y) - T.Pi;")]
    [InlineData("static T F<T>(T x, T y) where T : IBinaryInteger<T> => (x << int.CreateTruncating(y)) ^ ~(x >>> 1) + (y >> 2);")]
    public Task EveryDtype_IsValid(string method) => Validate(method);

    static async Task Validate(string method)
    {
        foreach ((_, DeviceKernelModel model) in DeviceCompiler.CompileAll(KernelSource.Model(method)))
        {
            await SpirvTools.Validate(DeviceKernels.Print(model));
        }
    }
}
