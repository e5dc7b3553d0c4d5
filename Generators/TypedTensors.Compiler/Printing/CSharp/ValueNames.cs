using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Text;

namespace TypedTensors.Compiler.Printing.CSharp;

/// <summary>Names for values that the user has not named, after what computes them.</summary>
static class ValueNames
{
    public static string Of(Instruction instruction) =>
        instruction switch
        {
            BinaryInstruction { Type.IsBoolean: true } => "condition",
            BinaryInstruction binary => binary.Operator switch
            {
                BinaryOperator.Add => "sum",
                BinaryOperator.Subtract => "difference",
                BinaryOperator.Multiply => "product",
                BinaryOperator.Divide => "quotient",
                BinaryOperator.Remainder => "remainder",
                _ => "bits",
            },
            CompareInstruction or UnaryInstruction { Operator: UnaryOperator.Not } => "condition",
            UnaryInstruction { Operator: UnaryOperator.Negate } => "negated",
            SelectInstruction => "chosen",
            ConvertInstruction => "converted",
            IntrinsicInstruction call => NameScope.Camel(call.Intrinsic),
            CallInstruction call => NameScope.Camel(call.Method),
            _ => "bits",
        };
}
