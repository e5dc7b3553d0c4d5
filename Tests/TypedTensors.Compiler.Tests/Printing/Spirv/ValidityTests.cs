using TypedTensors.Compiler.Model;
using TypedTensors.Testing.Devices;

namespace TypedTensors.Compiler.Tests.Printing.Spirv;

/// <summary>Every module passes the validator of the SPIR-V tools.</summary>
public class ValidityTests
{
    [ToolTheory(SpirvTools.Validator)]
    [MemberData(nameof(DeviceKernels.Dtypes), MemberType = typeof(DeviceKernels))]
    public Task EveryDtype_IsReadAndWritten(ElementKind dtype) => SpirvTools.Validate(DeviceKernels.Print(DeviceKernels.Where(dtype)));

    [ToolTheory(SpirvTools.Validator)]
    [InlineData("float")]
    [InlineData("double")]
    [InlineData("int")]
    [InlineData("uint")]
    [InlineData("long")]
    [InlineData("ulong")]
    public Task Arithmetic_IsValid(string type) => Validate(
        $"static {type} F({type} x, {type} y, int n) => n < 0 ? x + y * 3 : n == 0 ? x - y : n != 1 && x >= y ? ({type})n : x > y ? ({type})(0 - y) : x <= y ? x : y;");

    [ToolTheory(SpirvTools.Validator)]
    [InlineData("int")]
    [InlineData("uint")]
    [InlineData("long")]
    [InlineData("ulong")]
    public Task Bits_AreValid(string type) => Validate($"static {type} F({type} x, {type} y) => ((x & y) << 3) ^ (x >> 5 | ~y);");

    [ToolTheory(SpirvTools.Validator)]
    [InlineData(ElementKind.Int32)]
    [InlineData(ElementKind.UInt32)]
    [InlineData(ElementKind.Int64)]
    [InlineData(ElementKind.UInt64)]
    public Task IntegerDivision_IsValid(ElementKind kind) => Validate(DeviceKernels.DivRem(kind));

    [ToolTheory(SpirvTools.Validator)]
    [InlineData("float")]
    [InlineData("double")]
    public Task FloatingIntrinsics_AreValid(string type) => Validate(
        $"static {type} F({type} x, {type} y) => {type}.FusedMultiplyAdd(x, y, {type}.Sqrt({type}.Abs(-x))) / ({type}.Floor(x) + {type}.Ceiling(x) + {type}.Truncate(x) + {type}.Round(x));");

    [ToolTheory(SpirvTools.Validator)]
    [InlineData("int")]
    [InlineData("uint")]
    public Task BitCounts_AreValid(string type) => Validate(
        $"static {type} F({type} x) => {type}.PopCount(x) + {type}.LeadingZeroCount(x) + {type}.TrailingZeroCount(x);");

    [ToolTheory(SpirvTools.Validator)]
    [InlineData(ElementKind.Int32)]
    [InlineData(ElementKind.UInt32)]
    [InlineData(ElementKind.Int64)]
    [InlineData(ElementKind.UInt64)]
    [InlineData(ElementKind.Single)]
    [InlineData(ElementKind.Double)]
    public Task Conversions_AreValid(ElementKind from) => Validate(DeviceKernels.ConvertToAll(from));

    [ToolTheory(SpirvTools.Validator)]
    [InlineData(ElementKind.Int32, ElementKind.Single)]
    [InlineData(ElementKind.UInt32, ElementKind.Single)]
    [InlineData(ElementKind.Int64, ElementKind.Double)]
    [InlineData(ElementKind.UInt64, ElementKind.Double)]
    public Task BitCasts_AreValid(ElementKind from, ElementKind to) => Validate(DeviceKernels.Of(
        "BitCast",
        [new("x", new(from))],
        [new("result", new(from))],
        [new ParameterInstruction(0, new(from), "x", 0), new BitCastInstruction(1, new(to), null, 0), new BitCastInstruction(2, new(from), null, 1)],
        2));

    [ToolFact(SpirvTools.Validator)]
    public Task LoopsWithinLoops_AreValid() => Validate(
        """
        static float F(float x, float y)
        {
            for (int i = 0; i < 9; i++)
            {
                for (int j = i; j >= 0; j -= 2)
                {
                    if (y > 100)
                    {
                        break;
                    }

                    (x, y) = (y, x + j);
                }
            }

            return x;
        }
        """);

    [ToolFact(SpirvTools.Validator)]
    public Task SeveralResults_AreValid() => Validate("static (float Sum, bool IsLess, int Count) F(float x, float y, int n) => (x + y, x < y, n + 1);");

    [ToolFact(SpirvTools.Validator)]
    public Task Functions_AreCalled()
    {
        var type = new ElementType(ElementKind.Single);
        BodyModel square = new(
            ((Instruction[])[new ParameterInstruction(0, type, "x", 0), new BinaryInstruction(1, type, null, BinaryOperator.Multiply, 0, 0)]).ToEquatableArray(),
            ((int[])[1]).ToEquatableArray());
        BodyModel fourth = new(
            ((Instruction[])[new ParameterInstruction(0, type, "x", 0), Call(1, "Square", 0), Call(2, "Square", 1)]).ToEquatableArray(), ((int[])[2]).ToEquatableArray());
        DeviceKernelModel kernel = DeviceKernels.Of("Eighth", [new("x", type)], [new("result", type)], [new ParameterInstruction(0, type, "x", 0), Call(1, "Square", 0), Call(2, "Fourth", 1)], 2);
        return Validate(kernel with { Functions = ((DeviceFunctionModel[])[Function("Square", square), Function("Fourth", fourth)]).ToEquatableArray() });

        CallInstruction Call(int id, string name, int argument) => new(id, type, null, "", name, ((int[])[argument]).ToEquatableArray());
        DeviceFunctionModel Function(string name, BodyModel body) =>
            new(name, ((DeviceParameter[])[new("x", type)]).ToEquatableArray(), ((ElementType[])[type]).ToEquatableArray(), body, "");
    }

    static Task Validate(string method) => Validate(DeviceKernels.Of(method));

    static Task Validate(DeviceKernelModel kernel) => SpirvTools.Validate(DeviceKernels.Print(kernel));
}
