using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedTensors.Compiler;

namespace TypedTensors.Analyzers.SharedMemory.Facts;

/// <summary>Reads what attributes say of a member. They are known by their full names, so that a project may also declare them itself.</summary>
static class AttributeFacts
{
    /// <summary>What the attributes of a member, of its parameters and of its result say.</summary>
    /// <param name="method">A method as it is declared.</param>
    /// <returns>The facts, or null where no attribute says anything.</returns>
    public static MemberFacts? Of(IMethodSymbol method)
    {
        MemberFacts facts = MemberFacts.Unknown;

        // What an accessor shares is said on the property; an accessor that writes says so itself.
        foreach (AttributeData attribute in method is { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: { } property } ? property.GetAttributes() : [])
        {
            facts = With(facts, method, attribute);
        }

        foreach (AttributeData attribute in method.GetAttributes())
        {
            facts = With(facts, method, attribute);
        }

        foreach (IParameterSymbol parameter in method.Parameters)
        {
            foreach (AttributeData attribute in parameter.GetAttributes())
            {
                if (Name(attribute) == RuntimeNames.MutatesAttribute)
                {
                    facts = facts with { Known = true, Mutates = facts.Mutates.With(Operand.Parameter(parameter.Ordinal)) };
                }
            }
        }

        foreach (AttributeData attribute in method.GetReturnTypeAttributes())
        {
            if (Name(attribute) == RuntimeNames.ViewOfAttribute)
            {
                facts = facts with { Known = true, Shares = Shares(method, Named(method, attribute), facts.Shares.Any(share => !share.SameLayout)) };
            }
        }

        return facts.Known ? facts with { OverlapSafe = IsOurs(method) } : null;
    }

    static MemberFacts With(MemberFacts facts, IMethodSymbol method, AttributeData attribute) => Name(attribute) switch
    {
        RuntimeNames.SharesMemoryAttribute => facts with { Known = true, Shares = Shares(method, First(method), isRelaid: IsRelaid(attribute)) },
        RuntimeNames.CopiesAttribute => facts with { Known = true },
        RuntimeNames.MutatesAttribute when First(method) is { } written => facts with { Known = true, Mutates = facts.Mutates.With(written) },
        RuntimeNames.RequiresGradientAttribute => facts with { Known = true, RequiresGradientResult = true },
        RuntimeNames.BackwardAttribute => facts with { Known = true, RunsBackward = true },
        RuntimeNames.TensorOperationAttribute or RuntimeNames.TensorReductionAttribute => OfOperation(method, IsInPlace(attribute)),
        _ => facts,
    };

    // The mark of an emitted operation says it all: a method that takes a destination writes and returns it, one that works in place its first tensor, and any other copies.
    static MemberFacts OfOperation(IMethodSymbol method, bool isInPlace)
    {
        MemberFacts facts = MemberFacts.Unknown with { Known = true };
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (parameter.HasExplicitDefaultValue ? parameter.Type.Name == "Tensor" : isInPlace && parameter.Ordinal == 0)
            {
                Operand written = Operand.Parameter(parameter.Ordinal);
                var share = new Share(written, Operand.Result, Silent: isInPlace, SameLayout: true);
                facts = facts with { Mutates = facts.Mutates.With(written), Shares = method.ReturnType.IsTupleType ? facts.Shares : facts.Shares.Add(share) };
            }
        }

        return facts;
    }

    static bool IsInPlace(AttributeData operation) =>
        operation.ConstructorArguments is [_, _, { Type: INamedTypeSymbol forms, Value: var form }]
        && forms.GetMembers(RuntimeNames.InPlaceForm) is [IFieldSymbol { ConstantValue: var inPlace }]
        && Equals(form, inPlace);

    static ImmutableArray<Share> Shares(IMethodSymbol method, Operand? from, bool isRelaid) =>
        from is { } source && MemoryTypes.CanShare(source, method)
            ? [new Share(source, Operand.Result, Silent: !MemoryTypes.IsObviousView(Operand.Result, method), SameLayout: !isRelaid)]
            : [];

    // The receiver, or what stands for it in a static method or a constructor.
    static Operand? First(IMethodSymbol method) =>
        !method.IsStatic && method.MethodKind != MethodKind.Constructor ? Operand.Receiver
        : method.Parameters.Length > 0 ? Operand.Parameter(0)
        : null;

    static Operand? Named(IMethodSymbol method, AttributeData attribute) =>
        attribute.ConstructorArguments is [{ Value: string name }] && method.Parameters.FirstOrDefault(parameter => parameter.Name == name) is { } found
            ? Operand.Parameter(found.Ordinal)
            : null;

    static bool IsRelaid(AttributeData attribute) => attribute.NamedArguments.Any(argument => argument is { Key: RuntimeNames.RelaidProperty, Value.Value: true });

    // Emitted operations, the tensor's own copy, and those of ours that copy and take a destination: they copy what they read where it overlaps what they write. Of kernels
    // over an index space and of users' methods nobody knows.
    static bool IsOurs(IMethodSymbol method) =>
        method.GetAttributes().Any(attribute => Name(attribute) is RuntimeNames.TensorOperationAttribute or RuntimeNames.TensorReductionAttribute)
        || (method.ContainingAssembly?.Name is "TypedTensors" or "TypedTensors.Ops"
            && (method.GetAttributes().Any(attribute => Name(attribute) == RuntimeNames.CopiesAttribute)
                || !method.Parameters.Any(parameter => parameter.GetAttributes().Any(attribute => Name(attribute) == RuntimeNames.MutatesAttribute))));

    static string? Name(AttributeData attribute) => attribute.AttributeClass is { ContainingNamespace.Name: RuntimeNames.Namespace } type ? RuntimeNames.Namespace + "." + type.Name : null;
}
