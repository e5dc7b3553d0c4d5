using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Analyzers.SharedMemory.Facts;

namespace TypedTensors.Analyzers.SharedMemory.Screening;

/// <content>Statements and functions.</content>
sealed partial class BodyScreen
{
    /// <summary>What has no type: statements, and the parts of expressions that are none themselves. The variables of a statement's parts have nothing to do with each other.</summary>
    int VisitUntyped(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation declarator:
                return Declare(declarator);
            case ISymbolInitializerOperation initializer:
                return Initialize(initializer);
            case IForEachLoopOperation loop:
                int collection = Visit(loop.Collection);
                if (loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol: var element })
                {
                    _groups.Join(collection, Variable(element));
                }
                else
                {
                    Store(loop.LoopControlVariable, collection);
                }

                Visit(loop.Body);
                return Groups.None;
            case ISwitchOperation chosen:
                int value = Visit(chosen.Value);
                foreach (ISwitchCaseOperation part in chosen.Cases)
                {
                    foreach (ICaseClauseOperation clause in part.Clauses)
                    {
                        value = _groups.Join(value, clause is IPatternCaseClauseOperation pattern ? Visit(pattern.Pattern) : Groups.None);
                        Visit((clause as IPatternCaseClauseOperation)?.Guard);
                    }

                    VisitAll(part.Body);
                }

                return Groups.None;
            case IReturnOperation { ReturnedValue: { } returned }:
                _groups.Mark(_groups.Join(Visit(returned), IsPlace(returned) ? Place(returned) : Groups.None), Marks.Returned);
                return Groups.None;
            case IUsingOperation used:
                Dispose(used.Resources.Type);
                Dispose(used.Locals);
                VisitAll(used.ChildOperations);
                return Groups.None;
            case IUsingDeclarationOperation used:
                Dispose(used.DeclarationGroup.GetDeclaredVariables());
                return Visit(used.DeclarationGroup);
            case ILocalFunctionOperation function:
                _groups.Join(Of(function.Symbol), Function(function.Symbol, function.ChildOperations));
                return Groups.None;
            case IArgumentOperation or IPatternOperation or IArrayInitializerOperation or ISpreadOperation or IPropertySubpatternOperation or ISwitchExpressionArmOperation or IVariableInitializerOperation:
                return JoinAll(operation);
            default:
                VisitAll(operation.ChildOperations);
                return Groups.None;
        }
    }

    int Declare(IVariableDeclaratorOperation declarator)
    {
        // Where a fixed statement ends its memory may move.
        _givesBack |= declarator.Symbol.IsFixed;
        if (declarator.Initializer is { Value: { } value })
        {
            int group = declarator.Symbol.IsRef ? Place(value) : Visit(value);
            if (group != Groups.None)
            {
                _groups.Join(Of(declarator.Symbol), group);
            }
        }

        return Groups.None;
    }

    int Initialize(ISymbolInitializerOperation initializer)
    {
        int value = Visit(initializer.Value);
        IEnumerable<ISymbol> members = initializer switch
        {
            IFieldInitializerOperation field => field.InitializedFields,
            IPropertyInitializerOperation property => property.InitializedProperties,
            _ => [],
        };
        foreach (ISymbol member in value == Groups.None ? [] : members)
        {
            _groups.Mark(_groups.Join(Of(member, Marks.Bound), value), Marks.Stored);
        }

        return value;
    }

    // What a lambda or a local function uses is reached by whoever has it.
    int Function(IMethodSymbol symbol, IOperation.OperationList body)
    {
        List<(ISymbol Variable, int Group)> mentioned = [];
        _functions.Add(mentioned);
        VisitAll(body);
        _functions.Remove(mentioned);
        int captured = Groups.None;
        foreach ((ISymbol variable, int group) in mentioned)
        {
            captured = IsWithin(variable.ContainingSymbol, symbol) ? captured : _groups.Join(captured, group);
        }

        return captured;
    }

    static bool IsWithin(ISymbol? symbol, ISymbol function)
    {
        for (; symbol is IMethodSymbol; symbol = symbol.ContainingSymbol)
        {
            if (SymbolEqualityComparer.Default.Equals(symbol, function))
            {
                return true;
            }
        }

        return false;
    }

    void Dispose(IEnumerable<ILocalSymbol> resources)
    {
        foreach (ILocalSymbol resource in resources)
        {
            Dispose(resource.Type);
        }
    }

    // That a using statement disposes stands nowhere in the operations before they are lowered.
    void Dispose(ITypeSymbol? resource)
    {
        for (ITypeSymbol? type = resource; type is not null && !_givesBack; type = type.BaseType)
        {
            foreach (ITypeSymbol declaring in type.AllInterfaces.Prepend(type))
            {
                foreach (IMethodSymbol dispose in declaring.GetMembers("Dispose").Concat(declaring.GetMembers("DisposeAsync")).OfType<IMethodSymbol>())
                {
                    _givesBack |= !_facts(dispose, resource).GivesBack.IsEmpty;
                }
            }
        }
    }

    void VisitAll(IOperation.OperationList operations)
    {
        foreach (IOperation operation in operations)
        {
            Visit(operation);
        }
    }

    void VisitAll(IEnumerable<IOperation> operations)
    {
        foreach (IOperation operation in operations)
        {
            Visit(operation);
        }
    }
}
