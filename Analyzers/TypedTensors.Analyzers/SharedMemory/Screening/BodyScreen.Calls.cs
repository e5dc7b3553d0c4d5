using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Analyzers.SharedMemory.Facts;
using TypedTensors.Analyzers.SharedMemory.Lowering;

namespace TypedTensors.Analyzers.SharedMemory.Screening;

/// <content>Calls.</content>
sealed partial class BodyScreen
{
    int Call(IOperation call, IMethodSymbol method, IOperation? instance, ImmutableArray<IArgumentOperation> arguments)
    {
        int receiver = Visit(instance);
        List<(int Ordinal, int Group)> values = [];
        foreach (IArgumentOperation argument in arguments)
        {
            int value = argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out ? Place(argument.Value) : Visit(argument.Value);

            // What an extension block's member is called on belongs to the block.
            if (argument.Parameter is not { ContainingSymbol: not INamedTypeSymbol, Ordinal: var ordinal } parameter)
            {
                instance = argument.Value;
                receiver = value;
            }
            else if (value != Groups.None)
            {
                values.Add((ordinal, value));
                if (method.MethodKind == MethodKind.LocalFunction)
                {
                    _groups.Join(Of(parameter.OriginalDefinition), value);
                }
            }
        }

        ITypeSymbol? owner = instance is null ? null : Inner(instance).Type;
        MemberFacts facts = _facts(method, owner);
        int result = Apply(method, facts, receiver, values);
        return IsHolder(call, method, facts, instance, owner) ? values.Aggregate(_groups.Join(receiver, result), (all, value) => _groups.Join(all, value.Group)) : result;
    }

    // What collections are given they hold, and what they give they have held.
    static bool IsHolder(IOperation call, IMethodSymbol method, MemberFacts facts, IOperation? instance, ITypeSymbol? owner) =>
        instance is not null
        && ((Collections.Is(owner ?? method.ContainingType) && (Collections.Adds(method) || Collections.Takes(method) is not null))
            || method.Name == "GetEnumerator"
            || (call is IPropertyReferenceOperation property && !facts.Known && !Collections.IsShape(property.Property.Name)));

    int Operator(IMethodSymbol method, params IOperation[] operands)
    {
        List<(int Ordinal, int Group)> values = [];
        for (int index = 0; index < operands.Length; index++)
        {
            values.Add((index, Visit(operands[index])));
        }

        return Apply(method, _facts(method, null), Groups.None, values);
    }

    int Create(IObjectCreationOperation creation)
    {
        int made = creation.Constructor is { } constructor ? Call(creation, constructor, null, creation.Arguments) : Groups.None;
        if (creation.Constructor is { ContainingType.IsRecord: true })
        {
            foreach (IArgumentOperation argument in creation.Arguments)
            {
                made = _groups.Join(made, Visit(argument.Value));
            }
        }

        return creation.Initializer is null ? made : Within(ref _initialized, made == Groups.None ? _groups.New() : made, creation.Initializer, isHolder: true);
    }

    int Apply(IMethodSymbol method, MemberFacts facts, int receiver, List<(int Ordinal, int Group)> values)
    {
        if (!facts.Known)
        {
            return Groups.None;
        }

        _givesBack |= facts.RentsResult || !facts.GivesBack.IsEmpty;
        _hasGradients |= facts.RequiresGradientResult || facts.RunsBackward;
        int result = Groups.None;
        foreach (Share share in facts.Shares)
        {
            int from = GroupOf(share.From, receiver, values);
            if (share.Silent)
            {
                _groups.Mark(from, Marks.Silent);
            }

            if (share.To.IsResult)
            {
                result = _groups.Join(result, from);
            }
            else
            {
                _groups.Join(GroupOf(share.To, receiver, values), from);
            }
        }

        if (!facts.Mutates.IsEmpty)
        {
            Mutate(facts, receiver, values, isSafe: facts.OverlapSafe || Stores.MovesSafely(method));
        }

        return result;
    }

    void Mutate(MemberFacts facts, int receiver, List<(int Ordinal, int Group)> values, bool isSafe)
    {
        void One(Operand operand, int group)
        {
            if (!facts.Mutates.Contains(operand) || group == Groups.None)
            {
                return;
            }

            Write(group);
            foreach ((int ordinal, int read) in isSafe ? [] : values)
            {
                if (!facts.Mutates.Contains(Operand.Parameter(ordinal)))
                {
                    _overlaps.Add((group, read));
                }
            }

            if (!isSafe && !facts.Mutates.Contains(Operand.Receiver))
            {
                _overlaps.Add((group, receiver));
            }
        }

        One(Operand.Receiver, receiver);
        foreach ((int ordinal, int group) in values)
        {
            One(Operand.Parameter(ordinal), group);
        }
    }

    static int GroupOf(Operand operand, int receiver, List<(int Ordinal, int Group)> values)
    {
        if (operand.IsReceiver)
        {
            return receiver;
        }

        foreach ((int ordinal, int group) in values)
        {
            if (operand.IsParameter && ordinal == operand.Ordinal)
            {
                return group;
            }
        }

        return Groups.None;
    }
}
