using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedTensors.Analyzers.SharedMemory.Facts;

/// <summary>One row of a table: a member, or those of its overloads that have certain parameters, and what they do.</summary>
/// <param name="Type">The type that declares it.</param>
/// <param name="Member">Its name; a <c>*</c> in it stands for anything.</param>
/// <param name="Parameters">Which overloads are meant.</param>
/// <param name="Facts">What the row says.</param>
sealed record SharingRow(TypeName Type, string Member, ParameterPattern Parameters, ImmutableArray<SharingFact> Facts)
{
    /// <summary>Whether the row means one name and not all that begin or end alike.</summary>
    public bool IsExact => Member.IndexOf('*') < 0;

    /// <summary>What the row says of a method.</summary>
    /// <param name="method">The method as it is declared.</param>
    /// <param name="name">Its name as rows write it.</param>
    /// <param name="type">The type it is looked up in.</param>
    /// <returns>The facts, or null where the row does not fit: another name or type, other parameters, or one that the row names is missing.</returns>
    public MemberFacts? Apply(IMethodSymbol method, string name, INamedTypeSymbol type)
    {
        if (!IsNamed(name) || !Type.Matches(type) || Parameters.Place(method) is not { } first)
        {
            return null;
        }

        MemberFacts? facts = MemberFacts.Unknown with { Known = true };
        foreach (SharingFact fact in Facts)
        {
            facts = facts is null ? null : Add(facts, fact, method, first);
        }

        return facts;
    }

    bool IsNamed(string name)
    {
        int star = Member.IndexOf('*');
        return star < 0
            ? name == Member
            : name.Length >= Member.Length - 1
                && string.CompareOrdinal(name, 0, Member, 0, star) == 0
                && string.CompareOrdinal(name, name.Length - (Member.Length - star - 1), Member, star + 1, Member.Length - star - 1) == 0;
    }

    MemberFacts? Add(MemberFacts facts, SharingFact fact, IMethodSymbol method, int first)
    {
        Operand? named = fact.Operand is null ? null : Find(fact.Operand, method, first);
        if (fact.Operand is not null && named is null)
        {
            return null;
        }

        Operand operand = named.GetValueOrDefault();
        return fact.Kind switch
        {
            SharingFactKind.Shares => AddShare(facts, fact, operand, method, first),
            SharingFactKind.Writes => facts with { Mutates = facts.Mutates.With(operand) },
            SharingFactKind.WritesSpans => facts with { Mutates = Spans(method, facts.Mutates) },
            SharingFactKind.Ignores => facts with { MetadataOnly = facts.MetadataOnly.With(operand) },
            SharingFactKind.Rents => facts with { RentsResult = true },
            SharingFactKind.GivesBack => facts with { GivesBack = facts.GivesBack.With(operand) },
            SharingFactKind.OverlapsSafely => facts with { OverlapSafe = true },
            SharingFactKind.NeedsGradient => facts with { RequiresGradientResult = true },
            SharingFactKind.RunsBackward => facts with { RunsBackward = true },
            _ => facts,
        };
    }

    MemberFacts? AddShare(MemberFacts facts, SharingFact fact, Operand to, IMethodSymbol method, int first)
    {
        if (Find(fact.Source!, method, first) is not { } from)
        {
            return null;
        }

        ImmutableArray<ShareCondition> conditions = [];
        foreach ((string parameter, object? value) in fact.Conditions)
        {
            if (Parameters.Find(parameter, method, first) is { } found)
            {
                conditions = conditions.Add(new ShareCondition(found.Ordinal, value));
            }
        }

        bool isSilent = !fact.IsOpen && !MemoryTypes.IsObviousView(to, method);
        return MemoryTypes.CanShare(from, method) && MemoryTypes.CanShare(to, method)
            ? facts with { Shares = facts.Shares.Add(new Share(from, to, isSilent, !fact.IsRelaid) { Conditions = conditions }) }
            : facts;
    }

    Operand? Find(string name, IMethodSymbol method, int first) =>
        name switch
        {
            "this" => !method.IsStatic ? Operand.Receiver : method.Parameters.Length > 0 ? Operand.Parameter(0) : null,
            "result" => Operand.Result,
            _ => Parameters.Find(name.TrimStart('@'), method, first),
        };

    static OperandMask Spans(IMethodSymbol method, OperandMask mask) =>
        method.Parameters.Where(parameter => parameter.Type.Name is "Span" or "TensorSpan").Aggregate(mask, (all, parameter) => all.With(Operand.Parameter(parameter.Ordinal)));
}
