using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Analyzers.SharedMemory.Facts;
using TypedTensors.Analyzers.SharedMemory.Lowering;

namespace TypedTensors.Analyzers.SharedMemory;

/// <summary>Asks quickly whether a body is worth an analysis: one is that shares memory silently, that lends some, or that works in place.</summary>
/// <param name="members">What members do with memory.</param>
sealed class ShareSites(MethodSummaries members)
{
    /// <summary>The operations that may be such a place.</summary>
    public static ImmutableArray<OperationKind> Kinds { get; } =
    [
        OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.PropertyReference, OperationKind.Conversion, OperationKind.Binary, OperationKind.CompoundAssignment,
    ];

    /// <summary>Whether an operation is.</summary>
    public bool Is(IOperation operation)
    {
        IMethodSymbol? method = operation switch
        {
            IInvocationOperation call => call.TargetMethod,
            IObjectCreationOperation creation => creation.Constructor,
            IPropertyReferenceOperation property => property.Property.GetMethod,
            IConversionOperation conversion => conversion.OperatorMethod,
            IBinaryOperation binary => binary.OperatorMethod,
            ICompoundAssignmentOperation compound => compound.OperatorMethod,
            _ => null,
        };
        return method is not null && (method is { MethodKind: MethodKind.UserDefinedOperator, IsStatic: false } || (members.Said(method) is { Known: true } facts && IsWorthWhile(method.OriginalDefinition, facts)));
    }

    static bool IsWorthWhile(IMethodSymbol method, MemberFacts facts) =>
        facts.RentsResult
        || facts.RequiresGradientResult
        || facts.Shares.Any(share => share.Silent || IsOfPointer(share, method))
        || !facts.GivesBack.IsEmpty
        || (!facts.Mutates.IsEmpty && !facts.OverlapSafe && !Stores.MovesSafely(method) && method.Parameters.Count(parameter => MemoryTypes.CanShare(parameter.Type)) > 1);

    // What a pointer leads to may be on the stack, or held for the length of a fixed statement.
    static bool IsOfPointer(Share share, IMethodSymbol method) => share.From.IsParameter && method.Parameters[share.From.Ordinal].Type.TypeKind == TypeKind.Pointer;
}
