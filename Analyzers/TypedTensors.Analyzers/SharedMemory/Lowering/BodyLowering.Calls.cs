using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Analyzers.SharedMemory.Facts;
using TypedTensors.Analyzers.SharedMemory.Flow;

namespace TypedTensors.Analyzers.SharedMemory.Lowering;

/// <content>Calls.</content>
sealed partial class BodyLowering
{
    Value Call(IOperation call, IMethodSymbol method, IOperation? instance, ImmutableArray<IArgumentOperation> arguments)
    {
        Value receiver = Evaluate(instance);
        IOperation?[] operands = new IOperation?[arguments.Length == 0 ? 0 : arguments.Max(argument => argument.Parameter?.Ordinal ?? 0) + 1];
        Value[] values = new Value[operands.Length];
        for (int index = 0; index < values.Length; index++)
        {
            values[index] = Value.None;
        }

        foreach (IArgumentOperation argument in arguments)
        {
            // What an extension block's member is called on belongs to the block.
            if (argument.Parameter is not { ContainingSymbol: not INamedTypeSymbol, Ordinal: var ordinal })
            {
                instance = argument.Value;
                receiver = Evaluate(argument.Value);
                continue;
            }

            operands[ordinal] = argument.Value;
            values[ordinal] = argument.Parameter.RefKind is RefKind.Ref or RefKind.Out ? Address(argument.Value, argument) : Evaluate(argument.Value);
        }

        if (method.MethodKind == MethodKind.LocalFunction)
        {
            CallFunction(call, method, values);
        }

        MemberFacts facts = _facts(method, instance is null ? null : Inner(instance).Type);
        Value result = CallKnown(call, method, instance, receiver, operands, values) ?? Apply(call, method, facts, instance, receiver, operands, values, method.MethodKind == MethodKind.Constructor ? method.ContainingType : call.Type);
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.Ref or RefKind.Out, Ordinal: var ordinal }
                && !facts.Shares.Any(share => share.To.IsParameter && share.To.Ordinal == ordinal)
                && Leads(argument.Value.Type) && TargetOf(argument.Value) is { } target)
            {
                Assign(argument.Syntax, target, Made(argument));
            }
        }

        return result;
    }

    // What every body does that has nothing to do with elements, and what collections do.
    Value? CallKnown(IOperation call, IMethodSymbol method, IOperation? instance, Value receiver, IOperation?[] operands, Value[] values)
    {
        if (method.Name is "ThrowIfNull" or "ReferenceEquals" or "KeepAlive" or "GetType" or "SuppressFinalize")
        {
            return Value.None;
        }

        if (instance is null || !Collections.Is(Inner(instance).Type ?? method.ContainingType))
        {
            return method is { Name: "GetEnumerator", IsStatic: false } ? Taken(call, receiver) : null;
        }

        if (Collections.Adds(method))
        {
            for (int index = 0; index < values.Length; index++)
            {
                Store(call, receiver, operands[index], values[index]);
            }

            return Value.None;
        }

        if (Collections.Takes(method) is { } empties)
        {
            Handle taken = _handles.Temporary(call.Syntax);
            Assign(call.Syntax, taken, Leads(call.Type) ? Taken(call, receiver) : Value.None);
            if (empties && receiver.Single is { } collection)
            {
                Assign(call.Syntax, collection, Value.None);
            }

            return Leads(call.Type) ? Value.Of(taken) : Value.None;
        }

        return null;
    }

    static Value Taken(IOperation operation, Value from) => from.Through(new Link(LinkKind.Element, operation.Syntax, false, true, Extent.Part));

    void Store(IOperation operation, Value holder, IOperation? element, Value value)
    {
        if (element is null || value.IsNone)
        {
            return;
        }

        Value stored = value.Through(new Link(LinkKind.Stored, element.Syntax, false, true, Extent.Part));
        foreach (Handle handle in holder.Handles)
        {
            Assign(operation.Syntax, handle, stored, adds: true);
        }
    }

    Value Create(IObjectCreationOperation creation, IMethodSymbol constructor)
    {
        Value made = Call(creation, constructor, null, creation.Arguments);
        if (!constructor.ContainingType.IsRecord || creation.Arguments.IsEmpty)
        {
            return made;
        }

        // The properties of a record are what it is made of.
        Handle record = _handles.Temporary(creation.Syntax);
        Assign(creation.Syntax, record, made);
        foreach (IArgumentOperation argument in creation.Arguments)
        {
            if (argument.Parameter is { } parameter && Leads(parameter.Type) && constructor.ContainingType.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault() is { } property)
            {
                Assign(argument.Syntax, _handles.Member(record, property), Evaluate(argument.Value));
            }
        }

        return Value.Of(record);
    }

    Value Apply(IOperation call, IMethodSymbol method, MemberFacts facts, IOperation? instance, Value receiver, IOperation?[] operands, Value[] values, ITypeSymbol? result)
    {
        bool givesNothingAway = method.Name is "Dispose" or "DisposeAsync";
        var reads = ImmutableArray.CreateBuilder<(SyntaxNode, Value)>();
        void ReadOperand(Operand operand, IOperation? operation, Value value)
        {
            if (operation is null || value.IsNone || givesNothingAway || facts.MetadataOnly.Contains(operand) || facts.Mutates.Contains(operand) || facts.GivesBack.Contains(operand)
                || facts.Shares.Any(share => share.From == operand) || (operand.IsReceiver && Inner(operation) is IInstanceReferenceOperation))
            {
                return;
            }

            Read(operation.Syntax, value);
            reads.Add((operation.Syntax, value));
        }

        ReadOperand(Operand.Receiver, instance, receiver);
        for (int index = 0; index < values.Length; index++)
        {
            ReadOperand(Operand.Parameter(index), operands[index], values[index]);
        }

        void Effects(Operand operand, IOperation? operation, Value value)
        {
            if (operation is null || value.IsNone)
            {
                return;
            }

            if (facts.Mutates.Contains(operand))
            {
                Add(new WriteStep(operation.Syntax, value, reads.ToImmutable()) { IsStore = Stores.Is(method, operand), IsOverlapSafe = facts.OverlapSafe || Stores.MovesSafely(method) });
            }

            if (facts.GivesBack.Contains(operand))
            {
                Add(new GiveBackStep(call.Syntax, value));
            }

            if (facts.RunsBackward)
            {
                Add(new BackwardStep(call.Syntax, value));
            }
        }

        Effects(Operand.Receiver, instance, receiver);
        for (int index = 0; index < values.Length; index++)
        {
            Effects(Operand.Parameter(index), operands[index], values[index]);
        }

        if (!facts.Known && (method.MethodKind == MethodKind.DelegateInvoke || (instance is not null && Inner(instance) is IInstanceReferenceOperation)))
        {
            Add(new ForgetStep(call.Syntax));
        }

        return Result(call, method, facts, receiver, values, result, reads);
    }

    Value Result(IOperation call, IMethodSymbol method, MemberFacts facts, Value receiver, Value[] values, ITypeSymbol? result, IEnumerable<(SyntaxNode, Value Value)> reads)
    {
        Value shared = Value.None;
        ImmutableArray<IArgumentOperation> arguments = call switch
        {
            IInvocationOperation invocation => invocation.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            IPropertyReferenceOperation property => property.Arguments,
            _ => [],
        };
        foreach (Share share in facts.Shares.Where(share => share.HoldsFor(arguments)))
        {
            Value from = share.From.IsReceiver ? receiver : share.From.IsParameter && share.From.Ordinal < values.Length ? values[share.From.Ordinal] : Value.None;
            Value through = from.Through(new Link(LinkKind.Share, call.Syntax, share.Silent, share.SameLayout, Extents.Of(call, method, share)));
            if (share.To.IsResult)
            {
                shared = shared.Or(through);
            }
            else
            {
                Value to = share.To.IsReceiver ? receiver : share.To.IsParameter && share.To.Ordinal < values.Length ? values[share.To.Ordinal] : Value.None;
                foreach (Handle handle in to.Handles)
                {
                    Assign(call.Syntax, handle, through, adds: true);
                }
            }
        }

        if (!shared.IsNone || (!Leads(result) && !method.ReturnsByRef))
        {
            return shared;
        }

        OriginKind kind = facts.RentsResult ? OriginKind.Rented : Stores.MakesBlank(method) ? OriginKind.Blank : OriginKind.Made;
        Value made = Value.Of(new Origin(kind, call.Syntax) { HasGradient = facts.RequiresGradientResult });
        _recordsGradients |= facts.RequiresGradientResult;
        foreach ((SyntaxNode syntax, Value value) in _recordsGradients ? reads : [])
        {
            made = made.Or(value.Through(new Link(LinkKind.Needed, syntax, false, true, Extent.Part)));
        }

        return made;
    }
}
