using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Text;

namespace TypedTensors.Compiler.Printing.Hlsl;

/// <summary>Writes an element-wise kernel as an HLSL compute shader with the entry point <c>Execute</c>.</summary>
/// <remarks>
/// The buffers stand in the registers <c>u0</c>, <c>u1</c>, ... in the order of the operands, the constants in <c>b0</c>; under <c>VULKAN</c>, which glslang defines,
/// in the bindings of the same numbers and in push constants. Elements take 32 bits at least, for structured buffers have no narrower ones.
/// </remarks>
public sealed class HlslPrinter
{
    /// <summary>How buffers and constants are bound, on DirectX and on Vulkan.</summary>
    internal const string Macros = """
        #ifdef VULKAN
        #define BINDING(slot) [[vk::binding(slot, 0)]]
        #define CONSTANTS [[vk::push_constant]] cbuffer _
        #else
        #define BINDING(slot)
        #define CONSTANTS cbuffer _ : register(b0)
        #endif
        """;

    const int GroupSize = 256, Unrolled = 4;

    readonly DeviceKernelModel _kernel;
    readonly ElementwiseConstants _constants;
    readonly IndentedWriter _writer = new();
    readonly DeviceOperand[] _operands;
    readonly string[] _names;

    HlslPrinter(DeviceKernelModel kernel, ElementwiseConstants constants)
    {
        (_kernel, _constants) = (kernel, constants);
        _operands = [.. kernel.Inputs, .. kernel.Outputs];
        var names = new HlslNames();
        _names = [.. _operands.Select(operand => names.Take(operand.Name))];
    }

    /// <summary>
    /// Whether HLSL has words for a kernel: it lacks 64-bit integers, and computes the functions of <see cref="double"/> in float.
    /// </summary>
    /// <param name="kernel">The kernel.</param>
    /// <returns>True when <see cref="Print(DeviceKernelModel, ElementwiseConstants)"/> writes it.</returns>
    public static bool CanSay(DeviceKernelModel kernel) =>
        kernel.Inputs.Concat(kernel.Outputs).All(operand => HlslTypes.Has(operand.Computed))
        && CanSay(kernel.Body.Instructions)
        && kernel.Functions.All(function => CanSay(function.Body.Instructions));

    /// <summary>Writes the shader.</summary>
    /// <param name="kernel">A kernel that HLSL has words for.</param>
    /// <param name="constants">The layout of its constants.</param>
    /// <returns>The text.</returns>
    public static string Print(DeviceKernelModel kernel, ElementwiseConstants constants) => new HlslPrinter(kernel, constants).Print();

    static bool CanSay(IEnumerable<Instruction> instructions) =>
        instructions.All(instruction =>
            HlslTypes.Has(instruction.Type)
            && instruction switch
            {
                IntrinsicInstruction { Type.Kind: ElementKind.Double } call => HlslExpressions.OfDouble.Contains(call.Intrinsic),
                LoopInstruction loop => CanSay(loop.Body),
                _ => true,
            });

    string Print()
    {
        _writer.Line($"// {_kernel.Name}: {_kernel.Formula}");
        _writer.Line("//");
        _writer.Line("//     " + _kernel.Source.Replace("\n", "\n//     "));
        _writer.Line($"\n{Macros}\n");
        _writer.Line("CONSTANTS");
        _writer.Line("{");
        _writer.Indent(Constants);
        _writer.Line("};");
        _writer.Line();
        for (int index = 0; index < _operands.Length; index++)
        {
            _writer.Line($"BINDING({index}) RWStructuredBuffer<{HlslTypes.Stored(_operands[index])}> buffer_{_names[index]} : register(u{index});");
        }

        _writer.Line();
        HlslHelpers.Print(_writer, _kernel);
        HlslFunctions.Print(_writer, _kernel.Functions);
        Evaluate();
        Locate();
        Execute();
        return _writer.ToString();
    }

    void Constants()
    {
        _writer.Line("""
            uint threadCount, threadCountY, threadCountZ;
            uint elementCount;
            uint rank;
            uint inlineMask;
            """);
        foreach (int input in Enumerable.Range(0, _kernel.Inputs.Count).OrderBy(_constants.Scalar))
        {
            _writer.Line($"{HlslTypes.Stored(_operands[input])} scalar_{_names[input]};");
        }

        _writer.Line($"uint {string.Join(", ", _names.Select(name => $"base_{name}"))};");
        if (_constants.MaxRank > 1)
        {
            _writer.Line($"uint {string.Join(", ", Enumerable.Range(0, _constants.MaxRank - 1).Select(axis => $"size{axis}"))};");
        }

        for (int axis = 0; axis < _constants.MaxRank; axis++)
        {
            _writer.Line($"uint {string.Join(", ", _names.Select(name => $"stride{axis}_{name}"))};");
        }
    }

    void Evaluate()
    {
        bool isOne = _kernel.Outputs.Count == 1;
        if (!isOne)
        {
            _writer.Line("struct Results");
            _writer.Line("{");
            _writer.Indent(() => Outputs((name, operand) => _writer.Line($"{HlslTypes.Name(operand.Computed)} {name};")));
            _writer.Line("};");
            _writer.Line();
        }

        new HlslFunction(_kernel.Body).Print(
            _writer,
            isOne ? HlslTypes.Name(_kernel.Outputs[0].Computed) : "Results",
            "Evaluate",
            _kernel.Inputs.Select(input => new DeviceParameter(input.Name, input.Computed)),
            isOne ? [] : [.. _names.Skip(_kernel.Inputs.Count)]);
        _writer.Line();
    }

    // The axes innermost first; a tensor that is one run of elements is done after the first, without a division.
    void Locate()
    {
        string Moved(string index, int axis) => string.Join("\n", _names.Select(name => $"at.{name} += {index} * stride{axis}_{name};"));

        _writer.Line("struct Indices");
        _writer.Line("{");
        _writer.Indent(() => _writer.Line($"uint {string.Join(", ", _names)};"));
        _writer.Line("};");
        _writer.Line();
        _writer.Block("Indices Locate(uint element)", () =>
        {
            _writer.Line("Indices at;");
            _writer.Line(string.Join("\n", _names.Select(name => $"at.{name} = base_{name};")));
            for (int axis = 0; axis < _constants.MaxRank - 1; axis++)
            {
                _writer.Block($"if (rank == {axis + 1}u)", () =>
                {
                    _writer.Line(Moved("element", axis));
                    _writer.Line("return at;");
                });
                _writer.Line();
                _writer.Line($"uint rest{axis} = element / size{axis}, coordinate{axis} = element - rest{axis} * size{axis};");
                _writer.Line(Moved($"coordinate{axis}", axis));
                _writer.Line($"element = rest{axis};");
            }

            _writer.Line(Moved("element", _constants.MaxRank - 1));
            _writer.Line("return at;");
        });
        _writer.Line();
    }

    void Execute()
    {
        for (int input = 0; input < _kernel.Inputs.Count; input++)
        {
            string name = _names[input];
            string stored = $"(inlineMask & {1u << input}u) != 0u ? scalar_{name} : buffer_{name}[index]";
            string value = _operands[input].Computed.IsBoolean ? $"({stored}) != 0u" : stored;
            _writer.Line($"{HlslTypes.Name(_operands[input].Computed)} Load_{name}(uint index) {{ return {value}; }}");
        }

        _writer.Line();
        _writer.Line("// All threads walk over the elements together, four a round: four reads of each operand are then under way at once.");
        _writer.Line($"[numthreads({GroupSize}, 1, 1)]");
        _writer.Block("void Execute(uint3 thread : SV_DispatchThreadID)", () =>
        {
            _writer.Line($"""
                uint element = thread.x < threadCount ? thread.x : elementCount;
                uint reach = threadCount * {Unrolled - 1}u;
                uint end = reach < elementCount ? elementCount - reach : 0u;
                """);
            Loop("end", Unrolled);
            Loop("elementCount", 1);
        });
    }

    void Loop(string end, int count)
    {
        _writer.Line("[loop]");
        _writer.Block($"for (; element < {end}; element += threadCount * {count}u)", () =>
        {
            IEnumerable<int> rounds = Enumerable.Range(0, count);
            foreach (int round in rounds)
            {
                _writer.Line($"Indices at{round} = Locate(element{(round == 0 ? "" : $" + threadCount * {round}u")});");
            }

            foreach (int round in rounds)
            {
                for (int input = 0; input < _kernel.Inputs.Count; input++)
                {
                    _writer.Line($"{HlslTypes.Name(_operands[input].Computed)} read{round}_{_names[input]} = Load_{_names[input]}(at{round}.{_names[input]});");
                }
            }

            foreach (int round in rounds)
            {
                string arguments = string.Join(", ", _kernel.Inputs.Select((_, input) => $"read{round}_{_names[input]}"));
                _writer.Line($"{(_kernel.Outputs.Count == 1 ? HlslTypes.Name(_kernel.Outputs[0].Computed) : "Results")} value{round} = Evaluate({arguments});");
            }

            foreach (int round in rounds)
            {
                Outputs((name, operand) =>
                {
                    string value = _kernel.Outputs.Count == 1 ? $"value{round}" : $"value{round}.{name}";
                    _writer.Line($"buffer_{name}[at{round}.{name}] = {ToStored(operand, value)};");
                });
            }
        });
    }

    /// <summary>A computed value as a buffer holds it.</summary>
    internal static string ToStored(DeviceOperand operand, string value) =>
        operand.Stored.Kind switch
        {
            ElementKind.Boolean => $"{value} ? 1u : 0u",
            ElementKind.Half => $"RoundToHalf({value})",
            _ => value,
        };

    void Outputs(Action<string, DeviceOperand> print)
    {
        for (int output = 0; output < _kernel.Outputs.Count; output++)
        {
            print(_names[_kernel.Inputs.Count + output], _kernel.Outputs[output]);
        }
    }
}
