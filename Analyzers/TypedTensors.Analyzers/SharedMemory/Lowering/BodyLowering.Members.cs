using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Analyzers.SharedMemory.Facts;
using TypedTensors.Analyzers.SharedMemory.Flow;

namespace TypedTensors.Analyzers.SharedMemory.Lowering;

/// <content>Fields, properties and elements.</content>
sealed partial class BodyLowering
{
    Value Field(IFieldReferenceOperation field)
    {
        if (HandleOf(field) is { } handle)
        {
            return Leads(field.Type) ? Value.Of(handle) : Value.None;
        }

        Value owner = Evaluate(field.Instance);
        if (Leads(field.Type))
        {
            return Taken(field, owner);
        }

        Read(field.Syntax, owner);
        return Value.None;
    }

    // A static field, or a field of something that has a handle.
    Handle? HandleOf(IFieldReferenceOperation field) =>
        field.Field.IsConst ? null : field.Instance is null ? _handles.Of(field.Field) : HandleOfOwner(field.Instance) is { } owner && Leads(field.Type) ? _handles.Member(owner, field.Field) : null;

    Handle? HandleOfOwner(IOperation instance) => Inner(instance) switch
    {
        ILocalReferenceOperation { Local: { IsRef: false } local } => _handles.Of(local),
        IParameterReferenceOperation parameter => _handles.Of(parameter.Parameter),
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => _handles.This,
        IFlowCaptureReferenceOperation capture => _handles.Capture(capture.Id, capture.Syntax),
        _ => null,
    };

    // A property that is nothing but a field of which nobody writes the name.
    Handle? HandleOf(IPropertyReferenceOperation property) =>
        property.Arguments.IsEmpty && property.Instance is { } instance && Leads(property.Type) && IsField(property.Property) && HandleOfOwner(instance) is { } owner
            ? _handles.Member(owner, property.Property)
            : null;

    /// <summary>Whether a property is nothing but a field.</summary>
    public static bool IsField(IPropertySymbol property) =>
        property is { IsVirtual: false, IsAbstract: false, IsOverride: false }
        && property.ContainingType.GetMembers().Any(member => member is IFieldSymbol { AssociatedSymbol: { } associated } && SymbolEqualityComparer.Default.Equals(associated, property));

    Value Property(IPropertyReferenceOperation property)
    {
        if (HandleOf(property) is { } handle)
        {
            return Value.Of(handle);
        }

        if (property.Property.GetMethod is not { } getter)
        {
            Evaluate(property.Instance);
            return Value.None;
        }

        ITypeSymbol? owner = property.Instance is { } instance ? Inner(instance).Type : null;
        if (!_facts(getter, owner).Known)
        {
            if (Collections.IsShape(property.Property.Name))
            {
                Evaluate(property.Instance);
                return Value.None;
            }

            if (property.Instance is { } source && (property.Property.IsIndexer || property.Property.Name == "Current" || Collections.Is(owner)))
            {
                Value from = Evaluate(source);
                foreach (IArgumentOperation argument in property.Arguments)
                {
                    Read(argument.Syntax, Evaluate(argument.Value));
                }

                if (Leads(property.Type))
                {
                    return Taken(property, from);
                }

                Read(property.Syntax, from);
                return Value.None;
            }
        }

        Value value = Call(property, getter, property.Instance, property.Arguments);
        if (Leads(property.Type) || value.IsNone)
        {
            return value;
        }

        Read(property.Syntax, value);
        return Value.None;
    }

    Value ImplicitIndexer(IImplicitIndexerReferenceOperation indexer)
    {
        Value source = Evaluate(indexer.Instance);
        Evaluate(indexer.Argument);
        if (indexer.IndexerSymbol is IMethodSymbol method && indexer.Type is { } view)
        {
            MemberFacts facts = _facts(method, Inner(indexer.Instance).Type);
            if (facts.Shares.FirstOrDefault() is { } share || (!facts.Known && MemoryTypes.IsObviousView(view) && (share = new Share(Operand.Receiver, Operand.Result, false, false)) is not null))
            {
                return source.Through(new Link(LinkKind.Share, indexer.Syntax, share.Silent, share.SameLayout, Extents.Of(indexer, method, share)));
            }
        }

        if (indexer.IndexerSymbol is IPropertySymbol && Leads(indexer.Type))
        {
            return Taken(indexer, source);
        }

        Read(indexer.Syntax, source);
        return Leads(indexer.Type) ? Made(indexer) : Value.None;
    }

    // A range of an array is a copy, an element of an array of tensors is a tensor, and any other element is read.
    Value ArrayElement(IArrayElementReferenceOperation element)
    {
        Value array = Evaluate(element.ArrayReference);
        foreach (IOperation index in element.Indices)
        {
            Evaluate(index);
        }

        if (element.Indices is [{ Type.Name: "Range" }])
        {
            Read(element.Syntax, array);
            return Made(element);
        }

        if (Leads(element.Type))
        {
            return Taken(element, array);
        }

        Read(element.Syntax, array);
        return Value.None;
    }

    /// <summary>The memory of a place that is referred to: by <c>ref</c>, <c>&amp;</c> or a <c>ref</c> argument.</summary>
    Value Address(IOperation place, IOperation by)
    {
        IOperation target = Inner(place);
        switch (target)
        {
            case IArrayElementReferenceOperation element:
                foreach (IOperation index in element.Indices)
                {
                    Evaluate(index);
                }

                return Evaluate(element.ArrayReference).Through(Open(by.Syntax));
            case IPropertyReferenceOperation { Instance: { } instance, Property.RefKind: not RefKind.None } property:
                foreach (IArgumentOperation argument in property.Arguments)
                {
                    Evaluate(argument.Value);
                }

                return Evaluate(instance).Through(Open(by.Syntax));
            case IImplicitIndexerReferenceOperation indexer:
                return Evaluate(indexer.Instance).Through(Open(by.Syntax));
            case IInlineArrayAccessOperation access:
                return Evaluate(access.Instance).Through(Open(by.Syntax));
            case ILocalReferenceOperation { Local: { IsRef: true } local }:
                return Value.Of(_handles.Of(local));
            case IFieldReferenceOperation { Instance: { Type.IsValueType: true } owner } field when !Leads(field.Type):
                return Address(owner, by);
            case IFlowCaptureReferenceOperation capture when _captured.TryGetValue(capture.Id, out IOperation? original) && Inner(original) is not IFlowCaptureReferenceOperation:
                return Address(original, by);
            case IInvocationOperation { TargetMethod: { ReturnsByRef: true } or { ReturnsByRefReadonly: true } }:
                return Evaluate(target);
            default:
                return Leads(target.Type) ? Evaluate(target) : Value.None;
        }
    }
}
