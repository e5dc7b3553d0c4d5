using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Text;

namespace TypedTensors.Compiler.Printing.Hlsl;

/// <summary>Writes a kernel over an index space as an HLSL compute shader with the entry point <c>Execute</c>.</summary>
public sealed class HlslComputePrinter
{
    static readonly ElementType Word = new(ElementKind.UInt32);

    readonly ComputeDeviceModel _kernel;
    readonly ComputeConstants _constants;
    readonly IndentedWriter _writer = new();
    readonly HlslNames _global = new();
    readonly string[] _names;

    HlslComputePrinter(ComputeDeviceModel kernel)
    {
        _kernel = kernel;
        _constants = new ComputeConstants(kernel.Parameters);
        foreach (string own in new[] { "globalIndex", "localIndex", "groupIndex", "flatIndex", "localId", "groupId", "layout" })
        {
            _global.Take(own);
        }

        _names = [.. kernel.Parameters.Select(parameter => _global.Take(parameter.Name))];
    }

    /// <summary>Whether HLSL has words for a kernel.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <returns>True when <see cref="Print(ComputeDeviceModel)"/> writes it.</returns>
    public static bool CanSay(ComputeDeviceModel kernel) => HlslPrinter.CanSay(kernel.AsElementwise());

    /// <summary>Writes the shader.</summary>
    /// <param name="kernel">A kernel that HLSL has words for.</param>
    /// <returns>The text.</returns>
    public static string Print(ComputeDeviceModel kernel) => new HlslComputePrinter(kernel).Print();

    string Print()
    {
        _writer.Line($"// {_kernel.Name}");
        _writer.Line("//");
        _writer.Line("//     " + _kernel.Source.Replace("\n", "\n//     "));
        _writer.Line("""

            #ifdef VULKAN
            #define BINDING(slot) [[vk::binding(slot, 0)]]
            #define CONSTANTS [[vk::push_constant]] cbuffer _
            #else
            #define BINDING(slot)
            #define CONSTANTS cbuffer _ : register(b0)
            #endif

            CONSTANTS
            {
            """);
        _writer.Indent(Constants);
        _writer.Line("};");
        _writer.Line();
        Buffers();
        HlslHelpers.Print(_writer, _kernel.AsElementwise());
        HlslFunctions.Print(_writer, _kernel.Functions);
        Execute();
        return _writer.ToString();
    }

    void Constants()
    {
        _writer.Line("uint gridX, gridY, gridZ;");
        _writer.Line("uint firstGroupX, firstGroupY, firstGroupZ;");
        foreach (int index in Enumerable.Range(0, _names.Length).Where(index => !_kernel.Parameters[index].IsBuffer).OrderBy(_constants.Scalar))
        {
            _writer.Line($"{HlslTypes.Stored(Operand(index))} scalar_{_names[index]};");
        }

        if (!_constants.HasLayoutBuffer)
        {
            Layouts((name, _) => _writer.Line($"uint {name};"));
        }
    }

    void Buffers()
    {
        int slot = 0;
        foreach (int index in Enumerable.Range(0, _names.Length).Where(index => _kernel.Parameters[index].IsBuffer))
        {
            Buffer(HlslTypes.Stored(Operand(index)), "buffer_" + _names[index], slot++);
        }

        if (_constants.HasLayoutBuffer)
        {
            Buffer(HlslTypes.Name(Word), "layout", slot);
            Layouts((name, word) => _writer.Line($"#define {name} layout[{word}]"));
        }

        _writer.Line();
    }

    void Buffer(string type, string name, int slot) => _writer.Line($"BINDING({slot}) RWStructuredBuffer<{type}> {name} : register(u{slot});");

    void Layouts(Action<string, int> write)
    {
        for (int index = 0; index < _names.Length; index++)
        {
            int rank = _kernel.Parameters[index].Rank;
            for (int word = 0; _kernel.Parameters[index].IsBuffer && word <= 2 * rank; word++)
            {
                string name = word == 0 ? "base" : word <= rank ? $"size{word - 1}" : $"stride{word - rank - 1}";
                write($"{name}_{_names[index]}", _constants.Base(index) + word);
            }
        }
    }

    void Execute()
    {
        var statements = new HlslStatements(_kernel, _global, _names);
        statements.WriteShared(_writer);
        GroupModel group = _kernel.Group;
        _writer.Line($"[numthreads({group.X}, {group.Y}, {group.Z})]");
        _writer.Block("void Execute(uint3 localId : SV_GroupThreadID, uint3 groupId : SV_GroupID, uint flatIndex : SV_GroupIndex)", () =>
        {
            _writer.Line($"""
                int3 localIndex = int3(localId);
                int3 groupIndex = int3(groupId + uint3(firstGroupX, firstGroupY, firstGroupZ));
                int3 globalIndex = groupIndex * int3({group.X}, {group.Y}, {group.Z}) + localIndex;
                """);
            statements.WriteBody(_writer);
        });
    }

    DeviceOperand Operand(int index) => new(_kernel.Parameters[index].Name, _kernel.Parameters[index].Type);
}
