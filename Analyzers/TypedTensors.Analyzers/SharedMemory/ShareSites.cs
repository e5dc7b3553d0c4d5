using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Analyzers.SharedMemory.Facts;

namespace TypedTensors.Analyzers.SharedMemory;

/// <summary>Asks quickly whether a body is worth an analysis: only one that comes to share memory is.</summary>
static class ShareSites
{
    /// <summary>Whether a body has a call that shares or lends memory, or an operator that works in place.</summary>
    public static bool Stand(IOperation block, MethodSummaries members)
    {
        foreach (IOperation operation in block.Descendants())
        {
            IMethodSymbol? method = operation switch
            {
                IInvocationOperation call => call.TargetMethod,
                IObjectCreationOperation creation => creation.Constructor,
                IPropertyReferenceOperation property => property.Property.GetMethod,
                IConversionOperation conversion => conversion.OperatorMethod,
                IBinaryOperation binary => binary.OperatorMethod,
                ICompoundAssignmentOperation { OperatorMethod.IsStatic: false } => null,
                _ => null,
            };
            if (operation is ICompoundAssignmentOperation { OperatorMethod: { IsStatic: false, ReturnsVoid: true } }
                || (method is not null && Shares(members.Of(method, null))))
            {
                return true;
            }
        }

        return false;
    }

    static bool Shares(MemberFacts facts) => facts.RentsResult || facts.RequiresGradientResult || !facts.Shares.IsEmpty;
}
