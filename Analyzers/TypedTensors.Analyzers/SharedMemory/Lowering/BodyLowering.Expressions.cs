using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Analyzers.SharedMemory.Facts;
using TypedTensors.Analyzers.SharedMemory.Flow;

namespace TypedTensors.Analyzers.SharedMemory.Lowering;

/// <content>Expressions.</content>
sealed partial class BodyLowering
{
    Value Evaluate(IOperation? operation)
    {
        switch (operation)
        {
            case null or ILiteralOperation or INameOfOperation or ITypeOfOperation or ISizeOfOperation or IDefaultValueOperation:
                return Value.None;
            case IExpressionStatementOperation statement:
                return Evaluate(statement.Operation);
            case ILocalReferenceOperation { Local: { IsRef: true } local } when !Leads(local.Type):
                Read(operation.Syntax, Value.Of(_handles.Of(local)));
                return Value.None;
            case ILocalReferenceOperation local:
                return Leads(local.Type) && !local.Local.IsConst ? Value.Of(_handles.Of(local.Local)) : Value.None;
            case IParameterReferenceOperation parameter:
                return Leads(parameter.Type) ? Value.Of(_handles.Of(parameter.Parameter)) : Value.None;
            case IInstanceReferenceOperation:
                return Value.Of(_handles.This);
            case IFlowCaptureOperation capture:
                return Capture(capture);
            case IFlowCaptureReferenceOperation reference:
                return CapturedValue(reference);
            case IFieldReferenceOperation field:
                return Field(field);
            case IPropertyReferenceOperation property:
                return Property(property);
            case IImplicitIndexerReferenceOperation indexer:
                return ImplicitIndexer(indexer);
            case IArrayElementReferenceOperation element:
                return ArrayElement(element);
            case IInvocationOperation call:
                return Call(call, call.TargetMethod, call.Instance, call.Arguments);
            case IObjectCreationOperation { Constructor: { } constructor } creation:
                return Create(creation, constructor);
            case IArrayCreationOperation array:
                return Array(array);
            case ICollectionExpressionOperation collection:
                return Collection(collection, collection.Elements);
            case ISpreadOperation spread:
                Read(spread.Syntax, Evaluate(spread.Operand));
                return Value.None;
            case IConversionOperation conversion:
                return Convert(conversion);
            case IBinaryOperation { OperatorMethod: { } method } binary:
                return Operator(binary, method, binary.LeftOperand, binary.RightOperand);
            case IUnaryOperation { OperatorMethod: { } method } unary:
                return Operator(unary, method, unary.Operand);
            case IBinaryOperation binary:
                Evaluate(binary.LeftOperand);
                Evaluate(binary.RightOperand);
                return Value.None;
            case ISimpleAssignmentOperation assignment:
                return Assignment(assignment);
            case ICompoundAssignmentOperation compound:
                return Compound(compound);
            case IIncrementOrDecrementOperation step:
                return Step(step);
            case IDeconstructionAssignmentOperation deconstruction:
                return Deconstruct(deconstruction);
            case IDeclarationExpressionOperation declaration:
                return Evaluate(declaration.Expression);
            case ITupleOperation tuple:
                return Tuple(tuple);
            case IAnonymousObjectCreationOperation anonymous:
                return Collection(anonymous, anonymous.Initializers.Select(initializer => initializer is ISimpleAssignmentOperation { Value: var value } ? value : initializer));
            case IIsNullOperation or IIsTypeOperation:
                foreach (IOperation child in operation.ChildOperations)
                {
                    Evaluate(child);
                }

                return Value.None;
            case IIsPatternOperation pattern:
                Match(Evaluate(pattern.Value), pattern.Pattern);
                return Value.None;
            case IAwaitOperation awaited:
                Read(awaited.Syntax, Evaluate(awaited.Operation));
                Add(new ForgetStep(awaited.Syntax));
                return Made(awaited);
            case IDelegateCreationOperation creation:
                return Evaluate(creation.Target);
            case IFlowAnonymousFunctionOperation function:
                return Lambda(function);
            case IMethodReferenceOperation { Method.MethodKind: MethodKind.LocalFunction } reference:
                return LocalFunctionValue(reference);
            case IMethodReferenceOperation reference:
                return Evaluate(reference.Instance);
            case IAddressOfOperation address:
                return Address(address.Reference, address);
            case IReturnOperation returned:
                // Of 'yield return': whoever iterates reads it before the body goes on.
                Value given = Evaluate(returned.ReturnedValue);
                if (!given.IsNone)
                {
                    Add(new EscapeStep(returned.Syntax, given, "is returned") { IsAnnounced = _body.Symbol is null || Announces(_body.Symbol) });
                }

                return Value.None;
            default:
                return Other(operation);
        }
    }

    // Pointers have operations without a kind of their own: what stands behind one is an element of what it points to.
    Value Other(IOperation operation)
    {
        foreach (IOperation child in operation.ChildOperations)
        {
            Read(child.Syntax, Evaluate(child));
        }

        if (operation.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.StackAllocArrayCreationExpressionSyntax or Microsoft.CodeAnalysis.CSharp.Syntax.ImplicitStackAllocArrayCreationExpressionSyntax)
        {
            return Value.Of(new Origin(OriginKind.Stack, operation.Syntax));
        }

        return Leads(operation.Type) ? Made(operation) : Value.None;
    }

    static Value Made(IOperation operation, OriginKind kind = OriginKind.Made) => Value.Of(new Origin(kind, operation.Syntax));

    // What the compiler keeps may be a place to write to: then it means the place.
    Value Capture(IFlowCaptureOperation capture)
    {
        _captured[capture.Id] = capture.Value;
        Value value = Evaluate(capture.Value);
        Handle handle = _handles.Capture(capture.Id, capture.Syntax);
        if (Leads(capture.Value.Type) || !value.IsNone)
        {
            Assign(capture.Syntax, handle, value);
        }

        return Value.None;
    }

    Value CapturedValue(IFlowCaptureReferenceOperation reference) => Leads(reference.Type) ? Value.Of(_handles.Capture(reference.Id, reference.Syntax)) : Value.None;

    Value Array(IArrayCreationOperation array)
    {
        foreach (IOperation size in array.DimensionSizes)
        {
            Evaluate(size);
        }

        bool isBlank = array.Initializer is null && array.DimensionSizes.Length > 0;
        return array.Initializer is { } initializer ? Collection(array, Elements(initializer)) : Made(array, isBlank ? OriginKind.Blank : OriginKind.Made);
    }

    static IEnumerable<IOperation> Elements(IArrayInitializerOperation initializer) =>
        initializer.ElementValues.SelectMany(element => element is IArrayInitializerOperation nested ? Elements(nested) : [element]);

    // A new list, array or object that holds what it is made of.
    Value Collection(IOperation collection, IEnumerable<IOperation> elements)
    {
        Value all = Made(collection);
        foreach (IOperation element in elements)
        {
            Value value = Evaluate(element);
            if (Leads(element.Type))
            {
                all = all.Or(value.Through(new Link(LinkKind.Stored, element.Syntax, false, true, Extent.Part)));
            }
            else
            {
                Read(element.Syntax, value);
            }
        }

        return all;
    }

    Value Convert(IConversionOperation conversion)
    {
        if (conversion.OperatorMethod is { } method)
        {
            return Operator(conversion, method, conversion.Operand);
        }

        Value value = Evaluate(conversion.Operand);
        if (value.IsNone || !Leads(conversion.Type))
        {
            // An element is unboxed.
            Read(conversion.Syntax, value);
            return Value.None;
        }

        bool becomesView = conversion.Type is { } to && MemoryTypes.IsObviousView(to) && conversion.Operand.Type is { } from && !MemoryTypes.IsObviousView(from);
        return becomesView ? value.Through(Open(conversion.Syntax)) : value;
    }

    static Link Open(SyntaxNode syntax) => new(LinkKind.Share, syntax, false, true, Extent.Whole);

    Value Operator(IOperation operation, IMethodSymbol method, params IOperation[] operands)
    {
        Value[] values = [.. operands.Select(Evaluate)];
        MemberFacts facts = _facts(method, null);
        return Apply(operation, method, facts, null, Value.None, operands, values, operation.Type);
    }
}
