using System.Runtime.CompilerServices;
using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Text;

namespace TypedTensors.Compiler.Printing.Hlsl;

/// <summary>Writes the functions that a kernel calls. Kernels share them, so the text of each is kept as long as the function is.</summary>
static class HlslFunctions
{
    static readonly ConditionalWeakTable<DeviceFunctionModel, string> Texts = new();

    /// <summary>Writes functions, each below the C# method that it was.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="functions">The functions, each after those it calls.</param>
    public static void Print(IndentedWriter writer, IEnumerable<DeviceFunctionModel> functions)
    {
        foreach (DeviceFunctionModel function in functions)
        {
            writer.Line(Texts.GetValue(function, Text));
        }
    }

    static string Text(DeviceFunctionModel function)
    {
        var writer = new IndentedWriter();
        writer.Line("// " + function.Source);
        new HlslFunction(function.Body).Print(writer, HlslTypes.Name(function.Results[0]), function.Name, function.Parameters, []);
        return writer.ToString();
    }
}
