using TypedTensors.Testing.Values;
using System.Collections.Concurrent;
using System.Reflection;
using TypedTensors.Kernels;
using TypedTensors.Testing.Devices;
using Xunit.Abstractions;

namespace TypedTensors.Tests.Devices;

/// <summary>The programs of every built-in operation, for every dtype, as they were emitted.</summary>
public class EmittedProgramTests(ITestOutputHelper output)
{
    static readonly Type[] Dtypes =
    [
        typeof(bool), typeof(sbyte), typeof(byte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong), typeof(Half), typeof(float), typeof(double),
    ];

    [ToolFact(SpirvTools.Validator)]
    public async Task EveryModule_IsValid()
    {
        int count = await ForEach(Programs(), program => program.Spirv, (_, text) => SpirvTools.Validate(SpirvText.Decode(text)));
        output.WriteLine($"{count} SPIR-V modules are valid.");
        Assert.True(count > 500, $"{count} modules");
    }

    [ToolFact(Glslang.Compiler)]
    public async Task EveryShader_Compiles()
    {
        int count = await ForEach(Programs(), program => program.Hlsl, async (_, text) => await SpirvTools.Validate(await Glslang.Compile(text)));
        output.WriteLine($"{count} HLSL shaders compile.");
        Assert.True(count > 400, $"{count} shaders");
    }

    [ToolFact(SpirvTools.Validator)]
    public async Task EveryModuleOfAReduction_IsValid()
    {
        int count = await ForEach(ReductionPrograms(), program => program.Spirv, (_, text) => SpirvTools.Validate(SpirvText.Decode(text)));
        output.WriteLine($"{count} SPIR-V modules of reductions are valid.");
        Assert.True(count > 100, $"{count} modules");
    }

    [ToolFact(Glslang.Compiler)]
    public async Task EveryShaderOfAReduction_Compiles()
    {
        int count = await ForEach(ReductionPrograms(), program => program.Hlsl, async (_, text) => await SpirvTools.Validate(await Glslang.Compile(text)));
        output.WriteLine($"{count} HLSL shaders of reductions compile.");
        Assert.True(count > 50, $"{count} shaders");
    }

    static async Task<int> ForEach(IEnumerable<(string Name, string Spirv, string Hlsl)> programs, Func<(string Spirv, string Hlsl), string> part, Func<string, string, Task> check)
    {
        var faults = new ConcurrentQueue<string>();
        List<(string Name, string Text)> parts = [.. programs.Select(program => (program.Name, part((program.Spirv, program.Hlsl)))).Where(program => program.Item2.Length > 0).DistinctBy(program => program.Item2)];
        await Parallel.ForEachAsync(parts, async (program, _) =>
        {
            try
            {
                await check(program.Name, program.Text);
            }
            catch (Xunit.Sdk.XunitException exception)
            {
                faults.Enqueue($"{program.Name}: {exception.Message}");
            }
        });
        Assert.True(faults.IsEmpty, $"{faults.Count} of {parts.Count}\n{string.Join("\n", faults.Take(3))}");
        return parts.Count;
    }

    static IEnumerable<(string Name, string Spirv, string Hlsl)> Programs()
    {
        MethodInfo read = typeof(EmittedProgramTests).GetMethod(nameof(Read), BindingFlags.NonPublic | BindingFlags.Static)!;
        foreach (Type program in Closed(typeof(IDeviceProgram)))
        {
            var (spirv, hlsl) = ((string, string))read.MakeGenericMethod(program).Invoke(null, null)!;
            yield return (program.ToString(), spirv, hlsl);
        }
    }

    static IEnumerable<(string Name, string Spirv, string Hlsl)> ReductionPrograms()
    {
        MethodInfo read = typeof(EmittedProgramTests).GetMethod(nameof(ReadReduction), BindingFlags.NonPublic | BindingFlags.Static)!;
        foreach (Type reduction in Closed(typeof(IDeviceReduction)))
        {
            foreach (Dtype source in DtypeDispatch.Real)
            {
                var (spirv, hlsl) = ((string, string))read.MakeGenericMethod(reduction).Invoke(null, [source])!;
                yield return ($"{reduction} of {source}", spirv, hlsl);
            }
        }
    }

    static IEnumerable<Type> Closed(Type contract) =>
        from type in typeof(KernelMath).Assembly.GetTypes()
        where type.IsValueType && type.GetInterfaces().Contains(contract)
        from program in type.IsGenericTypeDefinition ? Dtypes.Select(dtype => Close(type, dtype)).OfType<Type>() : [type]
        select program;

    static Type? Close(Type type, Type dtype)
    {
        try
        {
            return type.MakeGenericType(dtype);
        }
        catch (ArgumentException)
        {
            // The dtype does not meet the kernel's constraints.
            return null;
        }
    }

    static (string Spirv, string Hlsl) Read<TProgram>()
        where TProgram : struct, IDeviceProgram => (TProgram.DeviceText.Spirv, TProgram.DeviceText.Hlsl);

    static (string Spirv, string Hlsl) ReadReduction<TReduction>(Dtype source)
        where TReduction : struct, IDeviceReduction => (TReduction.DeviceText(source).Spirv, TReduction.DeviceText(source).Hlsl);
}
