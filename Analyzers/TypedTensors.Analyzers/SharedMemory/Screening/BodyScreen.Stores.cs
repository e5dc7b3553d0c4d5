using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Analyzers.SharedMemory.Facts;

namespace TypedTensors.Analyzers.SharedMemory.Screening;

/// <content>Assignments and places.</content>
sealed partial class BodyScreen
{
    int Assign(ISimpleAssignmentOperation assignment)
    {
        if (assignment.IsRef)
        {
            return _groups.Join(Place(assignment.Target), Place(assignment.Value));
        }

        int value = Visit(assignment.Value);
        Store(assignment.Target, value);
        return value;
    }

    void Store(IOperation place, int value)
    {
        IOperation target = Inner(place);
        switch (target)
        {
            case IDiscardOperation:
                break;
            case ILocalReferenceOperation { Local: { IsRef: false } local }:
                JoinVariable(local, value);
                break;
            case IParameterReferenceOperation { Parameter: var parameter }:
                JoinVariable(parameter, value);
                if (parameter.RefKind != RefKind.None)
                {
                    Write(Of(parameter, Marks.Bound));
                }

                break;
            case IVariableDeclaratorOperation { Symbol: var declared }:
                JoinVariable(declared, value);
                break;
            case IDeclarationExpressionOperation declaration:
                Store(declaration.Expression, value);
                break;
            case ITupleOperation tuple:
                foreach (IOperation element in tuple.Elements)
                {
                    Store(element, value);
                }

                break;
            case IPropertyReferenceOperation { Property.RefKind: RefKind.None } property:
                Set(property, value);
                break;
            case IFieldReferenceOperation when MemoryTypes.Leads(target.Type):
                _groups.Mark(_groups.Join(Visit(target), value), Marks.Stored);
                break;
            default:
                _groups.Join(Write(Place(target)), value);
                break;
        }
    }

    void JoinVariable(ISymbol variable, int value)
    {
        if (value != Groups.None)
        {
            _groups.Join(Of(variable, variable is IParameterSymbol ? Marks.Bound : Marks.None), value);
        }
    }

    void Set(IPropertyReferenceOperation property, int value)
    {
        int owner = Visit(property.Instance);
        foreach (IArgumentOperation argument in property.Arguments)
        {
            Visit(argument.Value);
        }

        MemberFacts facts = property.Property.SetMethod is { } setter ? _facts(setter, property.Instance?.Type) : MemberFacts.Unknown;
        if (facts.Mutates.Contains(Operand.Receiver))
        {
            Write(owner);
            if (!facts.OverlapSafe)
            {
                _overlaps.Add((owner, value));
            }

            return;
        }

        if (property.Property.IsIndexer)
        {
            _groups.Join(Write(owner), value);
        }
        else if (MemoryTypes.Leads(property.Type) || value != Groups.None)
        {
            _groups.Mark(_groups.Join(Member(property.Property, property.Instance, property.Type), value), Marks.Stored);
        }
    }

    int Compound(ICompoundAssignmentOperation compound)
    {
        if (compound.OperatorMethod is { IsStatic: false } method)
        {
            int target = Write(Visit(compound.Target), Marks.InPlace), value = Visit(compound.Value);
            if (!_facts(method, compound.Target.Type).OverlapSafe)
            {
                _overlaps.Add((target, value));
            }

            return target;
        }

        if (compound.OperatorMethod is { } computes)
        {
            int result = Operator(computes, compound.Target, compound.Value);
            Store(compound.Target, result);
            return result;
        }

        Visit(compound.Value);
        Update(compound.Target);
        return Groups.None;
    }

    int Step(IIncrementOrDecrementOperation step)
    {
        if (step.OperatorMethod is { IsStatic: false })
        {
            return Write(Visit(step.Target));
        }

        Update(step.Target);
        return Groups.None;
    }

    void Update(IOperation place)
    {
        IOperation target = Inner(place);
        if (target is not (ILocalReferenceOperation { Local.IsRef: false } or IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation }))
        {
            Write(Place(target));
        }
    }

    static bool IsPlace(IOperation operation) =>
        Inner(operation) is IArrayElementReferenceOperation or ILocalReferenceOperation { Local.IsRef: true } or IPropertyReferenceOperation { Property.RefKind: not RefKind.None } or IInvocationOperation;

    /// <summary>The group of the memory that a place is in: that of the array for an element, that of the object for a field.</summary>
    int Place(IOperation place)
    {
        IOperation target = Inner(place);
        switch (target)
        {
            case ILocalReferenceOperation { Local: var local }:
                return Of(local);
            case IParameterReferenceOperation { Parameter: var parameter }:
                return Of(parameter, Marks.Bound);
            case IDeclarationExpressionOperation declaration:
                return Place(declaration.Expression);
            case IFieldReferenceOperation { Instance: { } instance } field when !MemoryTypes.Leads(field.Type):
                return instance.Type is { IsValueType: true } ? Place(instance) : Visit(instance);
            case IArrayElementReferenceOperation element:
                foreach (IOperation index in element.Indices)
                {
                    Visit(index);
                }

                return Visit(element.ArrayReference);
            case IPropertyReferenceOperation property when property.Property.RefKind != RefKind.None || !MemoryTypes.Leads(property.Type):
                foreach (IArgumentOperation argument in property.Arguments)
                {
                    Visit(argument.Value);
                }

                return Visit(property.Instance);
            case IImplicitIndexerReferenceOperation indexer:
                Visit(indexer.Argument);
                return Visit(indexer.Instance);
            case IInvocationOperation call:
                return Call(call, call.TargetMethod, call.Instance, call.Arguments);
            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                Visit(choice.Condition);
                return _groups.Join(Place(choice.WhenTrue), Place(otherwise));
            case ISimpleAssignmentOperation { IsRef: true } assignment:
                return Assign(assignment);
            case { Type: not null } when MemoryTypes.Leads(target.Type):
                return Visit(target);
            default:
                return JoinAll(target);
        }
    }
}
