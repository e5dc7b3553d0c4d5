using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Devices;

/// <summary>What a device must be capable of to run a kernel, beyond what every device is, as interfaces of the runtime.</summary>
public static class Capabilities
{
    /// <summary>The capabilities that a kernel asks of a device.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="programs">The kernel for each of its dtypes.</param>
    /// <returns>The interfaces, as C# spells them.</returns>
    public static EquatableArray<string> Of(KernelModel kernel, IReadOnlyList<DeviceProgram> programs) => Of(kernel.TypeParameter, programs);

    /// <summary>The capabilities that a kernel asks of a device.</summary>
    /// <param name="typeParameter">Its type parameter, or null.</param>
    /// <param name="programs">The kernel for each of its dtypes.</param>
    /// <returns>The interfaces, as C# spells them.</returns>
    public static EquatableArray<string> Of(TypeParameterModel? typeParameter, IReadOnlyList<DeviceProgram> programs)
    {
        // What a program of a dtype that every device has asks for comes from the kernel's own types.
        IEnumerable<string> own = programs.Where(program => program.Dtype is null or <= ElementKind.UInt32 or ElementKind.Half or ElementKind.Single).SelectMany(Of);
        return (typeParameter is { } generic ? own.Concat(OfGeneric(generic, programs)) : own).Distinct(StringComparer.Ordinal).ToEquatableArray();
    }

    /// <summary>The capability to compute with elements of a type, or null when every device has it.</summary>
    /// <param name="kind">The type.</param>
    /// <param name="withFunctions">Whether operations are among them that HLSL has no words for.</param>
    /// <returns>The interface.</returns>
    public static string? Of(ElementKind kind, bool withFunctions) =>
        kind is ElementKind.Int64 or ElementKind.UInt64 or ElementKind.Double ? Interface(new ElementType(kind).Name, withFunctions) : null;

    static IEnumerable<string> OfGeneric(TypeParameterModel generic, IReadOnlyList<DeviceProgram> programs)
    {
        // Where a parameter or the result is a 64-bit integer whatever T is, that alone is what HLSL has no words for; it is asked for beside T.
        if (programs.Any(program => program.Dtype is ElementKind.Double && program.Hlsl is null && !HasWideIntegers(program)))
        {
            yield return Interface(generic.Name, withFunctions: true);
        }
        else if (programs.Any(program => program.Dtype is ElementKind.Int64 or ElementKind.UInt64 or ElementKind.Double))
        {
            yield return Interface(generic.Name, withFunctions: false);
        }
    }

    static bool HasWideIntegers(DeviceProgram program) =>
        program.Model.Inputs.Concat(program.Model.Outputs).Any(operand => operand.Stored.Kind is ElementKind.Int64 or ElementKind.UInt64);

    static IEnumerable<string> Of(DeviceProgram program)
    {
        HashSet<ElementKind> bodies = [], operands = [.. program.Model.Inputs.Concat(program.Model.Outputs).Select(operand => operand.Stored.Kind)];
        foreach (BodyModel body in program.Model.Functions.Select(function => function.Body).Append(program.Model.Body))
        {
            Collect(body.Instructions, bodies);
        }

        // The functions of double compute with its bits, as integers; a device that has them has those.
        bool hasDouble = bodies.Contains(ElementKind.Double) || operands.Contains(ElementKind.Double);
        HashSet<ElementKind> wide = hasDouble ? operands : [.. operands, .. bodies];
        if (hasDouble)
        {
            yield return Interface("double", withFunctions: program.Hlsl is null);
        }

        foreach (ElementKind kind in new[] { ElementKind.Int64, ElementKind.UInt64 })
        {
            if (wide.Contains(kind))
            {
                yield return Interface(new ElementType(kind).Name, withFunctions: false);
            }
        }
    }

    static string Interface(string type, bool withFunctions) =>
        $"global::{(withFunctions ? RuntimeNames.ComputesFunctions : RuntimeNames.Computes)}<{type}>";

    static void Collect(IEnumerable<Instruction> instructions, HashSet<ElementKind> kinds)
    {
        foreach (Instruction instruction in instructions)
        {
            kinds.Add(instruction.Type.Kind);
            if (instruction is LoopInstruction loop)
            {
                Collect(loop.Body, kinds);
            }
        }
    }
}
