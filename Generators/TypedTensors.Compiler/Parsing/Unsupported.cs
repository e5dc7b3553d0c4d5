using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTensors.Compiler.Parsing;

/// <summary>Names the constructs of C# that kernels do not take, and says what to write instead.</summary>
static class Unsupported
{
    public static string Statement(IOperation statement) =>
        statement switch
        {
            IThrowOperation => "Vectors cannot throw; return a value that says so, such as NaN.",
            ITryOperation => "Nothing in a kernel throws, so there is nothing to catch; write the body of the 'try' alone.",
            IUsingOperation or IUsingDeclarationOperation => "Kernels have no objects to dispose of; pass the numbers they need as parameters.",
            ILockOperation => "Kernels share nothing that needs a lock; write its body alone.",
            ILabeledOperation or IBranchOperation { BranchKind: BranchKind.GoTo } => "Kernels have no 'goto'; write 'if', 'switch' or a counting 'for'.",
            IReturnOperation => "A kernel returns its result in every 'return', and has no 'yield'.",
            _ => "This statement is not part of the kernel language; write declarations, assignments, 'if', 'switch', counting 'for' and 'return'.",
        };

    public static string Expression(IOperation expression) =>
        expression switch
        {
            IThrowOperation => "Vectors cannot throw; give a value that says so, such as NaN.",
            IObjectCreationOperation or ITypeParameterObjectCreationOperation or IAnonymousObjectCreationOperation =>
                "Kernels make no objects; keep several values in locals or in a tuple.",
            IArrayCreationOperation or ICollectionExpressionOperation or IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation =>
                "Kernels have no arrays; write a 'switch' over the index, or make the array a tensor parameter.",
            IAnonymousFunctionOperation or IDelegateCreationOperation or IMethodReferenceOperation =>
                "Kernels have no delegates; write a static method and call it by its name.",
            IInterpolatedStringOperation or ILiteralOperation { Type.SpecialType: SpecialType.System_String } => "Kernels have no strings; they compute numbers and bools.",
            IAwaitOperation => "Kernels wait for nothing; pass what the task gives as a parameter.",
            ICoalesceOperation or ICoalesceAssignmentOperation or IConditionalAccessOperation =>
                "Kernels have no null; write a condition on a bool parameter, 'x ? a : b'.",
            IInstanceReferenceOperation => "A kernel is static; pass what it needs of the object as [Scalar] parameters.",
            IIsTypeOperation or ITypeOfOperation => "Kernels do not ask for types; write one kernel for each element type.",
            IAddressOfOperation => "Kernels have no pointers; use the value itself.",
            IInvalidOperation =>
                "The generator cannot tell what this means; code that a generator emits is not there yet when kernels are read, so call a method that is written in this project.",
            _ => "This expression is not part of the kernel language; write arithmetic, comparisons, '?:', 'switch', tuples and calls of functions on numbers.",
        };
}
