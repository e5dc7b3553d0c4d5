using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Parsing;

/// <summary>What the signature of a kernel over an index space must look like.</summary>
static class ComputeRules
{
    // What Vulkan and DirectX have in common: threads of a group in all, and along Z.
    const int MostThreads = 1024;
    const int MostThreadsZ = 64;

    // The grid and the first group take 6 of 32 words; what the layouts need beyond the rest stands in a buffer.
    const int MostScalarWords = 26;

    public static IEnumerable<Fault> Check(IMethodSymbol method, GroupModel group, string? over, MethodDeclarationSyntax declaration) =>
    [
        .. SignatureRules.CheckDeclaration(method, declaration),
        .. CheckGroup(group, declaration),
        .. CheckShape(method, declaration),
        .. CheckParameters(method, declaration),
        .. CheckTypeParameter(method, declaration),
        .. CheckOver(method, over, declaration),
    ];

    static IEnumerable<Fault> CheckGroup(GroupModel group, MethodDeclarationSyntax declaration)
    {
        if (group.X < 1 || group.Y < 1 || group.Z is < 1 or > MostThreadsZ || (long)group.X * group.Y * group.Z > MostThreads)
        {
            yield return Fault.At(
                FaultKind.Grid,
                $"Devices have no group of {group.X} x {group.Y} x {group.Z} threads; take 1 or more along each axis, at most {MostThreads} in all, and {MostThreadsZ} along Z.",
                declaration.AttributeLists[0]);
        }
    }

    static IEnumerable<Fault> CheckShape(IMethodSymbol method, MethodDeclarationSyntax declaration)
    {
        if (!method.ReturnsVoid)
        {
            yield return Fault.At(FaultKind.Method, $"'{method.Name}' must return nothing; write the results to a buffer.", declaration.ReturnType);
        }

        if (method.Parameters.Length == 0 || method.Parameters[0].Type.ToDisplayString() != RuntimeNames.Threads)
        {
            yield return Fault.At(FaultKind.Parameter, $"The first parameter of '{method.Name}' must be the thread; write 'Threads at'.", declaration.ParameterList);
        }
        else if (!method.Parameters.Any(parameter => BufferType.Of(parameter.Type) is { IsReadOnly: false }))
        {
            yield return Fault.At(FaultKind.Parameter, $"'{method.Name}' has no buffer to write to; give it one that is not read-only.", declaration.ParameterList);
        }
    }

    static IEnumerable<Fault> CheckParameters(IMethodSymbol method, MethodDeclarationSyntax declaration)
    {
        int words = 0;
        foreach (IParameterSymbol parameter in method.Parameters.Skip(1))
        {
            ParameterSyntax syntax = declaration.ParameterList.Parameters[parameter.Ordinal];
            BufferType? buffer = BufferType.Of(parameter.Type);
            if (parameter.RefKind != RefKind.None || parameter.IsParams || parameter.IsThis)
            {
                yield return Fault.At(FaultKind.Parameter, $"'{parameter.Name}' cannot be passed by reference; pass it by value.", syntax);
            }

            if (TypeMap.Map(buffer?.Element ?? parameter.Type) is not { } type)
            {
                yield return Fault.At(FaultKind.UnsupportedType, $"A kernel cannot be handed '{parameter.Type.ToDisplayString()}'; take a buffer or a number.", syntax);
            }
            else if (buffer is null)
            {
                words += type.IsGeneric || type.Size == 8 ? 2 : 1;
            }
        }

        if (words > MostScalarWords)
        {
            yield return Fault.At(FaultKind.Memory, $"The scalars take {4 * words} bytes of {4 * MostScalarWords} that devices have for them; hand some over in a buffer.", declaration.ParameterList);
        }
    }

    static IEnumerable<Fault> CheckTypeParameter(IMethodSymbol method, MethodDeclarationSyntax declaration)
    {
        if (method.TypeParameters.Length > 1)
        {
            yield return Fault.At(FaultKind.TypeParameter, "A kernel has one type parameter at most; give the other types names.", declaration.TypeParameterList!);
        }
        else if (method.TypeParameters is [{ } generic] && !method.Parameters.Any(parameter => BufferType.Of(parameter.Type)?.Element is ITypeParameterSymbol))
        {
            yield return Fault.At(FaultKind.TypeParameter, $"No buffer says what '{generic.Name}' is; use it as the type of a buffer's elements.", declaration.TypeParameterList!);
        }
    }

    static IEnumerable<Fault> CheckOver(IMethodSymbol method, string? over, MethodDeclarationSyntax declaration)
    {
        if (over is not null && !method.Parameters.Any(parameter => parameter.Name == over && BufferType.Of(parameter.Type) is not null))
        {
            yield return Fault.At(FaultKind.Grid, $"'{over}' is no buffer of '{method.Name}'; name the parameter whose shape is the grid.", declaration.AttributeLists[0]);
        }
    }
}
