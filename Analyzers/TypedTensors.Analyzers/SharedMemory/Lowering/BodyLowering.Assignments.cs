using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Analyzers.SharedMemory.Facts;
using TypedTensors.Analyzers.SharedMemory.Flow;

namespace TypedTensors.Analyzers.SharedMemory.Lowering;

/// <content>Assignments, tuples and patterns.</content>
sealed partial class BodyLowering
{
    Value Assignment(ISimpleAssignmentOperation assignment)
    {
        if (assignment.IsRef)
        {
            Value place = Address(assignment.Value, assignment.Value);
            if (Inner(assignment.Target) is ILocalReferenceOperation { Local: var local })
            {
                Assign(assignment.Syntax, _handles.Of(local), place);
            }

            return Value.None;
        }

        Value value = Evaluate(assignment.Value);
        if (assignment.Value is IAddressOfOperation && Inner(assignment.Target) is ILocalReferenceOperation { Local: { IsFixed: true } pointer })
        {
            value = value.Through(Open(assignment.Syntax) with { Fixed = pointer });
        }
        else if (Inner(assignment.Target) is ILocalReferenceOperation { Local: { IsFixed: true } pinned })
        {
            value = value.Through(Open(assignment.Syntax) with { Fixed = pinned });
        }

        Store(assignment.Target, value, assignment.Value.Type, assignment);
        return value;
    }

    /// <summary>The handle that an assignment to an expression binds.</summary>
    Handle? TargetOf(IOperation target) => Inner(target) switch
    {
        ILocalReferenceOperation { Local: { } local } when !local.IsRef || Leads(local.Type) => _handles.Of(local),
        IDeclarationExpressionOperation declaration => TargetOf(declaration.Expression),
        IParameterReferenceOperation parameter => _handles.Of(parameter.Parameter),
        IFieldReferenceOperation field => HandleOf(field),
        IPropertyReferenceOperation property => HandleOf(property),
        _ => null,
    };

    void Store(IOperation place, Value value, ITypeSymbol? type, IOperation by)
    {
        IOperation target = Inner(place);
        if (target is IFlowCaptureReferenceOperation capture && _captured.TryGetValue(capture.Id, out IOperation? original) && Inner(original) is not IFlowCaptureReferenceOperation)
        {
            target = Inner(original);
        }

        if (TargetOf(target) is { } handle)
        {
            if (Leads(target.Type) || !value.IsNone)
            {
                Assign(by.Syntax, handle, value);
                Escape(handle, by, value);
            }

            return;
        }

        switch (target)
        {
            case IDiscardOperation:
                break;
            case ITupleOperation:
                Match(target, value, by);
                break;
            case IPropertyReferenceOperation { Property.RefKind: RefKind.None } property:
                Set(property, value, type);
                break;
            case IArrayElementReferenceOperation element when Leads(target.Type):
                Store(by, Evaluate(element.ArrayReference), element, value);
                break;
            default:
                Read(by.Syntax, value);
                Write(target, isStore: true);
                break;
        }
    }

    void Escape(Handle handle, IOperation by, Value value)
    {
        if (handle.IsField && by is ISimpleAssignmentOperation assignment && _body.Symbol?.MethodKind != MethodKind.AnonymousFunction)
        {
            Add(new EscapeStep(assignment.Value.Syntax, value, $"is stored in '{handle.Name}'"));
        }
    }

    // An element that is no tensor itself is written; one that is a tensor is held from now on.
    void Set(IPropertyReferenceOperation property, Value value, ITypeSymbol? type)
    {
        Value owner = Evaluate(property.Instance);
        foreach (IArgumentOperation argument in property.Arguments)
        {
            Read(argument.Syntax, Evaluate(argument.Value));
        }

        MemberFacts facts = property.Property.SetMethod is { } setter ? _facts(setter, property.Instance?.Type) : MemberFacts.Unknown;
        bool isElement = property.Property.IsIndexer && !Leads(type);
        if (facts.Mutates.Contains(Operand.Receiver) || (!facts.Known && isElement))
        {
            Read(property.Syntax, value);
            Add(new WriteStep(property.Syntax, owner, value.IsNone ? [] : [(property.Syntax, value)])
            {
                IsStore = true,
                IsElement = isElement,
                IsConstant = property.Arguments.All(argument => Extents.IsConstant(argument.Value)),
                Element = property.Arguments is [{ Value: var index }] ? Extents.Constant(index) : null,
                IsOverlapSafe = facts.OverlapSafe,
            });
        }
        else
        {
            Store(property, owner, property, value);
        }
    }

    /// <summary>Elements are written.</summary>
    void Write(IOperation place, bool isStore)
    {
        IOperation target = Inner(place);
        if (target is IPropertyReferenceOperation { Property.RefKind: RefKind.None, Property.IsIndexer: true } property)
        {
            Set(property, Value.None, property.Type);
            return;
        }

        // An operation without a kind of its own is what a pointer points to.
        Value memory = target.Kind == OperationKind.None ? target.ChildOperations.Select(Evaluate).Aggregate(Value.None, (all, one) => all.Or(one)) : Address(target, target);
        if (!memory.IsNone)
        {
            // A reference to an element is no view of its own: the element is the owner's.
            Value owner = new([.. memory.Terms.Select(term => term with { Links = [.. term.Links.Where(link => link.Syntax != target.Syntax)] })]);
            IOperation[] indices = target switch
            {
                IArrayElementReferenceOperation element => [.. element.Indices],
                IPropertyReferenceOperation indexer => [.. indexer.Arguments.Select(argument => argument.Value)],
                _ => [],
            };
            Add(new WriteStep(target.Syntax, owner, [])
            {
                IsStore = isStore,
                IsElement = true,
                IsConstant = indices.Length > 0 && indices.All(Extents.IsConstant),
                Element = indices is [var index] ? Extents.Constant(index) : null,
            });
        }
    }

    Value Compound(ICompoundAssignmentOperation compound)
    {
        if (compound.OperatorMethod is { IsStatic: false } method)
        {
            Value target = Evaluate(compound.Target);
            Value value = Evaluate(compound.Value);
            Read(compound.Value.Syntax, value);
            Add(new WriteStep(compound.Target.Syntax, target, value.IsNone ? [] : [(compound.Value.Syntax, value)])
            {
                IsOverlapSafe = _facts(method, compound.Target.Type).OverlapSafe,
                Operator = OperatorText(compound),
            });
            return target;
        }

        if (compound.OperatorMethod is { } computes)
        {
            Value result = Operator(compound, computes, compound.Target, compound.Value);
            Store(compound.Target, result, compound.Type, compound);
            return result;
        }

        Read(compound.Value.Syntax, Evaluate(compound.Value));
        Update(compound.Target);
        return Value.None;
    }

    static string OperatorText(ICompoundAssignmentOperation compound) =>
        compound.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.AssignmentExpressionSyntax { OperatorToken.Text: var text } ? text.TrimEnd('=') : "";

    Value Step(IIncrementOrDecrementOperation step)
    {
        if (step.OperatorMethod is { IsStatic: false })
        {
            Value target = Evaluate(step.Target);
            Add(new WriteStep(step.Target.Syntax, target, []));
            return target;
        }

        Update(step.Target);
        return Value.None;
    }

    void Update(IOperation place)
    {
        IOperation target = Inner(place);
        if (target is IFlowCaptureReferenceOperation capture && _captured.TryGetValue(capture.Id, out IOperation? original))
        {
            target = Inner(original);
        }

        if (target is ILocalReferenceOperation { Local.IsRef: false } or IParameterReferenceOperation or IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } or IFlowCaptureReferenceOperation)
        {
            return;
        }

        Evaluate(target);
        Write(target, isStore: false);
    }

    Value Tuple(ITupleOperation tuple)
    {
        if (tuple.Type is not INamedTypeSymbol { IsTupleType: true } type || !type.TupleElements.Any(element => Leads(element.Type)))
        {
            foreach (IOperation element in tuple.Elements)
            {
                Evaluate(element);
            }

            return Value.None;
        }

        Handle whole = _handles.Temporary(tuple.Syntax);
        Value[] values = [.. tuple.Elements.Select(Evaluate)];
        for (int index = 0; index < values.Length && index < type.TupleElements.Length; index++)
        {
            Assign(tuple.Syntax, _handles.Member(whole, type.TupleElements[index]), values[index]);
        }

        return Value.Of(whole);
    }

    Value Deconstruct(IDeconstructionAssignmentOperation deconstruction)
    {
        Value value = Evaluate(deconstruction.Value);
        Match(deconstruction.Target, value, deconstruction);
        return value;
    }

    // The elements of a tuple go to the targets one by one; of anything else that can be taken apart nothing is known.
    void Match(IOperation target, Value value, IOperation by)
    {
        if (Inner(target) is IDeclarationExpressionOperation declaration)
        {
            Match(declaration.Expression, value, by);
        }
        else if (Inner(target) is ITupleOperation targets)
        {
            Handle? source = value.Single;
            for (int index = 0; index < targets.Elements.Length; index++)
            {
                string item = "Item" + (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
                Handle? element = source?.Members.FirstOrDefault(member => member.Symbol!.Name == item);
                Match(targets.Elements[index], element is null ? Value.None : Value.Of(element), by);
            }

            if (source is null)
            {
                Read(by.Syntax, value);
            }
        }
        else
        {
            Store(target, value, target.Type, by);
        }
    }

    void Match(Value value, IPatternOperation pattern)
    {
        ISymbol? declared = pattern switch
        {
            IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
            IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
            IListPatternOperation list => list.DeclaredSymbol,
            _ => null,
        };
        if (declared is ILocalSymbol local && Leads(local.Type))
        {
            Assign(pattern.Syntax, _handles.Of(local), value);
        }

        switch (pattern)
        {
            case IBinaryPatternOperation binary:
                Match(value, binary.LeftPattern);
                Match(value, binary.RightPattern);
                break;
            case INegatedPatternOperation negated:
                Match(value, negated.Pattern);
                break;
            case IListPatternOperation list:
                Read(list.Syntax, value);
                foreach (IPatternOperation element in list.Patterns)
                {
                    Match(Taken(element, value), element);
                }

                break;
            case ISlicePatternOperation { Pattern: { } rest }:
                Match(value, rest);
                break;
            case IRecursivePatternOperation recursive:
                foreach (IPropertySubpatternOperation property in recursive.PropertySubpatterns)
                {
                    Match(Taken(property, value), property.Pattern);
                }

                foreach (IPatternOperation element in recursive.DeconstructionSubpatterns)
                {
                    Match(Taken(element, value), element);
                }

                break;
        }
    }
}
