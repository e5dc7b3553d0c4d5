using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Analyzers.SharedMemory.Facts;
using TypedTensors.Analyzers.SharedMemory.Lowering;

namespace TypedTensors.Analyzers.SharedMemory.Screening;

/// <content>Expressions.</content>
sealed partial class BodyScreen
{
    /// <summary>Walks an operation.</summary>
    /// <returns>The group of the memory that it may lead to.</returns>
    int Visit(IOperation? operation)
    {
        switch (operation)
        {
            case null or ILiteralOperation or INameOfOperation or ITypeOfOperation or ISizeOfOperation or IDefaultValueOperation:
                return Groups.None;
            case ILocalReferenceOperation local:
                return Variable(local.Local);
            case IParameterReferenceOperation { Parameter: var parameter }:
                return MemoryTypes.Leads(parameter.Type) || parameter.RefKind != RefKind.None ? Of(parameter, Marks.Bound) : Groups.None;
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver }:
                return _initialized;
            case IInstanceReferenceOperation { Type: { } type }:
                return Of(type, Marks.Bound);
            case IConditionalAccessInstanceOperation:
                return _receiver;
            case IFieldReferenceOperation field:
                return Member(field.Field, field.Instance, field.Type);
            case IPropertyReferenceOperation property:
                return Property(property);
            case IImplicitIndexerReferenceOperation indexer:
                return ImplicitIndexer(indexer);
            case IArrayElementReferenceOperation element:
                VisitAll(element.Indices);
                return Led(element, Visit(element.ArrayReference));
            case IInvocationOperation call:
                return Led(call, Call(call, call.TargetMethod, call.Instance, call.Arguments));
            case IObjectCreationOperation creation:
                return Create(creation);
            case IConversionOperation { OperatorMethod: null } conversion:
                return Led(conversion, Visit(conversion.Operand));
            case IConversionOperation { OperatorMethod: { } method } conversion:
                return Operator(method, conversion.Operand);
            case IUnaryOperation { OperatorMethod: { } method } unary:
                return Operator(method, unary.Operand);
            case IBinaryOperation { OperatorMethod: { } method } binary:
                return Operator(method, binary.LeftOperand, binary.RightOperand);
            case ISimpleAssignmentOperation assignment:
                return Assign(assignment);
            case ICompoundAssignmentOperation compound:
                return Compound(compound);
            case ICoalesceAssignmentOperation coalesce:
                int assigned = Visit(coalesce.Value);
                Store(coalesce.Target, assigned);
                return _groups.Join(assigned, Visit(coalesce.Target));
            case IDeconstructionAssignmentOperation deconstruction:
                int taken = Visit(deconstruction.Value);
                Store(deconstruction.Target, taken);
                return taken;
            case IIncrementOrDecrementOperation step:
                return Step(step);
            case IConditionalAccessOperation access:
                return Within(ref _receiver, Visit(access.Operation), access.WhenNotNull);
            case IIsPatternOperation pattern:
                _groups.Join(Visit(pattern.Value), Visit(pattern.Pattern));
                return Groups.None;
            case IPatternOperation pattern:
                return _groups.Join(Declared(pattern), JoinAll(pattern));
            case IAnonymousFunctionOperation function:
                return Function(function.Symbol, function.ChildOperations);
            case IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } local }:
                return Of(local.OriginalDefinition);
            case IMethodReferenceOperation reference:
                return Visit(reference.Instance);
            case IAddressOfOperation address:
                return Place(address.Reference);
            case IWithOperation copy:
                return Within(ref _initialized, _groups.Join(_groups.New(), Visit(copy.Operand)), copy.Initializer, isHolder: true);
            case { Syntax: StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax }:
                VisitAll(operation.ChildOperations);
                return _groups.New(Marks.Stack);
            case { Type: null, Kind: not OperationKind.None }:
                return VisitUntyped(operation);
            default:
                // A new object, a tuple, a choice: whatever is in it. Pointers, and what is behind them, have no kind of their own.
                int all = JoinAll(operation);
                return operation.Type is null ? all : Led(operation, all);
        }
    }

    /// <summary>The group, if the expression is something that leads to memory.</summary>
    static int Led(IOperation operation, int group) => MemoryTypes.Leads(operation.Type) ? group : Groups.None;

    int Variable(ILocalSymbol local) => local.IsRef || (MemoryTypes.Leads(local.Type) && !local.IsConst) ? Of(local) : Groups.None;

    int JoinAll(IOperation operation)
    {
        int all = Groups.None;
        foreach (IOperation child in operation.ChildOperations)
        {
            all = _groups.Join(all, Visit(child));
        }

        return all;
    }

    // A member of this is a variable of its own; one of something else belongs to that.
    int Member(ISymbol member, IOperation? instance, ITypeSymbol? type)
    {
        bool isOwn = instance is null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance };
        int owner = isOwn ? Groups.None : Visit(instance);
        return MemoryTypes.Leads(type) && member is not IFieldSymbol { IsConst: true } ? _groups.Join(Of(member, isOwn ? Marks.Bound : Marks.None), owner) : Groups.None;
    }

    int Property(IPropertyReferenceOperation property)
    {
        if (property.Property.GetMethod is not { } getter || BodyLowering.IsField(property.Property))
        {
            return Member(property.Property, property.Instance, property.Type);
        }

        int value = Call(property, getter, property.Instance, property.Arguments);
        return Led(property, value);
    }

    int ImplicitIndexer(IImplicitIndexerReferenceOperation indexer)
    {
        int source = Visit(indexer.Instance);
        Visit(indexer.Argument);
        if (indexer.IndexerSymbol is IMethodSymbol method && _facts(method, Inner(indexer.Instance).Type).Shares.Any(share => share.Silent))
        {
            _groups.Mark(source, Marks.Silent);
        }

        return Led(indexer, source);
    }

    int Declared(IPatternOperation pattern)
    {
        ISymbol? declared = pattern switch
        {
            IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
            IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
            IListPatternOperation list => list.DeclaredSymbol,
            _ => null,
        };
        return declared is ILocalSymbol local ? Variable(local) : Groups.None;
    }

    int Within(ref int place, int group, IOperation? inner, bool isHolder = false)
    {
        int outer = place;
        place = group;
        int result = Visit(inner);
        place = outer;
        return isHolder ? _groups.Join(group, result) : result;
    }
}
