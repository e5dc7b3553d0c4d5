using TypedTensors.Compiler;
using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Text;

namespace TypedTensors.Generators.Emitters;

/// <summary>Emits the methods of a tensor operation: on a tensor, on operands that may all be scalars, and in place.</summary>
static class MethodsEmitter
{
    public static void Emit(IndentedWriter writer, KernelModel kernel)
    {
        int receiver = FirstTensor(kernel);
        int inferred = kernel.TypeParameter is null ? -1 : FirstTensor(kernel, isGeneric: true);
        bool needsInference = inferred > receiver;

        Emit(writer, new OperationMethod(kernel, "Method", index => index == receiver ? Handed.Receiver : index == inferred && needsInference ? Handed.Tensor : Handed.Operand));
        if (needsInference)
        {
            // Nothing but a T or a tensor of T lets the compiler infer T; so what may be either is two overloads.
            Emit(writer, new OperationMethod(kernel, "MethodOnScalar", index => index == receiver ? Handed.Receiver : index == inferred ? Handed.Value : Handed.Operand));
        }

        if (kernel.Parameters.Count(parameter => !parameter.IsScalar) > 1)
        {
            Emit(writer, new OperationMethod(kernel, "FreeOperands", _ => Handed.Operand));
        }

        if (kernel.Results.Count == 1 && kernel.Results[0].Type == kernel.Parameters[receiver].Type)
        {
            Emit(writer, new OperationMethod(kernel, "InPlace", index => index == receiver ? Handed.Receiver : Handed.Operand));
        }
    }

    static int FirstTensor(KernelModel kernel, bool isGeneric = false) =>
        kernel.Parameters.Select((parameter, index) => (parameter, index)).First(item => !item.parameter.IsScalar && (!isGeneric || item.parameter.Type.IsGeneric)).index;

    static void Emit(IndentedWriter writer, OperationMethod method)
    {
        if (method.Form != "Method")
        {
            writer.Line();
        }

        DocsEmitter.Emit(writer, method);
        writer.Line(Attribute(method));
        writer.Signature($"{method.Kernel.Accessibility} static {method.ReturnType} {method.Name}<{method.TypeParameters}>", method.ParameterList);
        string constraints = string.Join("\n", method.Constraints);
        if (method.Kernel.Results.Count == 1)
        {
            writer.Indent(() => writer.Line($"{constraints} =>\n{Call(method)};"));
            return;
        }

        writer.Indent(() => writer.Line(constraints));
        writer.Line("{");
        writer.Indent(() => SeveralResults(writer, method));
        writer.Line("}");
    }

    static string Attribute(OperationMethod method)
    {
        string dtypes = method.Kernel.TypeParameter is { } generic
            ? $",\n    Dtypes = new[] {{ {string.Join(", ", generic.Dtypes.Select(dtype => $"global::{RuntimeNames.Dtype}.{dtype}"))} }}"
            : "";
        return $"[global::{RuntimeNames.TensorOperationAttribute.Replace("Attribute", "")}({Literals.Of(method.Kernel.Method)}, {Literals.Of(method.Formula)}, "
            + $"global::{RuntimeNames.TensorOperationForm}.{method.Form}{dtypes})]";
    }

    // In place is nothing else than the receiver as the destination.
    static string Call(OperationMethod method) =>
        $"global::{RuntimeNames.Elementwise}.Call<{method.KernelType}, {method.Kernel.Results[0].Type.Name}, {method.Device}>"
            + $"({(method.Form == "InPlace" ? method.Receiver : method.Destinations[0])}, {string.Join(", ", method.Inputs)})";

    static void SeveralResults(IndentedWriter writer, OperationMethod method)
    {
        string elementwise = $"global::{RuntimeNames.Elementwise}";
        writer.Line($"global::System.ReadOnlySpan<global::{RuntimeNames.KernelOperand}> {method.InputsName} = [{string.Join(", ", method.Inputs)}];");
        for (int index = 0; index < method.Destinations.Count; index++)
        {
            string type = method.Kernel.Results[index].Type.Name;
            writer.Line($"{method.Destinations[index]} ??= {elementwise}.Allocate<{type}, {method.Device}>({method.KernelType}.Name, {method.InputsName});");
        }

        string outputs = string.Join(", ", method.Destinations);
        writer.Line($"""
            {elementwise}.Run<{method.KernelType}, {method.Device}>({method.InputsName}, [{outputs}]);
            return ({outputs});
            """);
    }
}
