using TypedTensors.Compiler.Intrinsics;
using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Printing.CSharp;
using TypedTensors.Compiler.Text;

namespace TypedTensors.Compiler.Printing.Formula;

/// <summary>Writes what a kernel computes as one line, such as <c>x / (1 + exp(-beta * x))</c>.</summary>
public static class FormulaPrinter
{
    // A formula longer than this explains nothing.
    const int LongFormula = 160;

    /// <summary>Writes the formula.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <returns>The formula; for a body with loops, or too long a one, the call <c>Name(x, y)</c> itself.</returns>
    public static string Print(KernelModel kernel)
    {
        string call = $"{kernel.Method}({string.Join(", ", kernel.Parameters.Select(parameter => parameter.Name))})";
        if (kernel.Body.Instructions.Any(instruction => instruction is LoopInstruction))
        {
            return call;
        }

        var definitions = kernel.Body.Instructions.ToDictionary(instruction => instruction.Id);
        List<string> results = [];
        foreach (int result in kernel.Body.Results)
        {
            int budget = LongFormula;
            results.Add(Write(definitions, result, ref budget).Code);
            if (budget < 0)
            {
                return call;
            }
        }

        string formula = results.Count == 1 ? results[0] : $"({string.Join(", ", results)})";
        return formula.Length > LongFormula ? call : formula;
    }

    // The budget ends the writing of bodies whose values are read many times, which would otherwise double at each step.
    static Expression Write(Dictionary<int, Instruction> definitions, int id, ref int budget)
    {
        if (budget-- < 0)
        {
            return Expression.Primary("...");
        }

        int left = budget;
        Expression Use(int operand) => Write(definitions, operand, ref left);

        Expression written = definitions[id] switch
        {
            ConstantInstruction constant => Expression.Primary(Constant(constant)),
            ParameterInstruction parameter => Expression.Primary(parameter.Name!),
            UnaryInstruction unary => Expression.Unary(unary.Operator switch { UnaryOperator.Negate => "-", UnaryOperator.Complement => "~", _ => "!" }, Use(unary.Operand)),
            BinaryInstruction binary => ScalarExpressions.Infix(binary.Operator, Use(binary.Left), Use(binary.Right)),
            CompareInstruction compare => ScalarExpressions.Write(compare.Operator, Use(compare.Left), Use(compare.Right)),
            SelectInstruction select => new Expression(
                $"{Use(select.Condition).In(Precedence.Or)} ? {Use(select.WhenTrue).In(Precedence.Or)} : {Use(select.WhenFalse).In(Precedence.Conditional)}",
                Precedence.Conditional),
            ConvertInstruction convert => Expression.Call(convert.Type.IsGeneric ? convert.Type.Name : convert.Type.Kind.ToString().ToLowerInvariant(), Use(convert.Operand)),
            BitCastInstruction cast => Expression.Call("bits", Use(cast.Operand)),
            IntrinsicInstruction call => Expression.Call(IntrinsicTable.Get(call.Intrinsic).Formula, call.Arguments.Select(Use).ToList()),
            CallInstruction call => Expression.Call(NameScope.Camel(call.Method), call.Arguments.Select(Use).ToList()),
            _ => Expression.Primary("..."),
        };
        budget = left;
        return written;
    }

    static string Constant(ConstantInstruction constant) =>
        constant.Value.Kind == ConstantKind.Member
            ? constant.Value.Member switch { "Zero" => "0", "One" => "1", "NegativeOne" => "-1", { } name => NameScope.Camel(name), null => "" }
            : constant.Type.IsBoolean ? (constant.Value.IsZero ? "false" : "true")
            : constant.Type.Kind == ElementKind.UInt64 ? unchecked((ulong)constant.Value.Bits).ToString(System.Globalization.CultureInfo.InvariantCulture)
            : constant.Type.Kind == ElementKind.Single && (float)constant.Value.Real == (float)Math.PI ? "pi"
            : constant.Type.Kind == ElementKind.Double && constant.Value.Real == Math.PI ? "pi"
            : Literals.Plain(constant.Value.Real, constant.Type.Kind == ElementKind.Single);
}
