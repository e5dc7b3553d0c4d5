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
        writer.Line($"""
            {EmittedFile.GeneratedCode}
            {Attribute(method)}
            """);
        writer.Signature($"{method.Kernel.Accessibility} static {method.ReturnType} {method.Name}<{method.TypeParameters}>", method.ParameterList);
        writer.Indent(() => method.Constraints.ToList().ForEach(writer.Line));
        writer.Line("{");
        writer.Indent(() => Body(writer, method));
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

    static void Body(IndentedWriter writer, OperationMethod method)
    {
        string elementwise = $"global::{RuntimeNames.Elementwise}", operand = $"global::{RuntimeNames.KernelOperand}";
        string inputs = $"[{string.Join(", ", method.Inputs)}]";
        if (method.Form == "InPlace")
        {
            writer.Line($"""
                {elementwise}.Run<{method.KernelType}, {method.Device}>({inputs}, [{method.Receiver}]);
                return {method.Receiver};
                """);
            return;
        }

        writer.Line($"global::System.ReadOnlySpan<{operand}> {method.InputsName} = {inputs};");
        for (int index = 0; index < method.Destinations.Count; index++)
        {
            string type = method.Kernel.Results[index].Type.Name;
            writer.Line($"{method.Destinations[index]} ??= {elementwise}.Allocate<{type}, {method.Device}>({method.KernelType}.Name, {method.InputsName});");
        }

        string outputs = string.Join(", ", method.Destinations);
        writer.Line($"""
            {elementwise}.Run<{method.KernelType}, {method.Device}>({method.InputsName}, [{outputs}]);
            return {(method.Destinations.Count == 1 ? outputs : $"({outputs})")};
            """);
    }
}
