using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Compiler.Intrinsics;
using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Parsing;

/// <summary>Expressions that differ from those of element-wise kernels: they read and change elements, and evaluate what they need only.</summary>
sealed partial class ComputeBodyParser
{
    // Up to so many cheap steps are sooner done than jumped over.
    const int LongestChoice = 12;

    readonly Dictionary<IOperation, Place> _places = [];

    private protected override Value Evaluate(IOperation operation) =>
        operation is IPropertyReferenceOperation { Instance: { } instance } reference && IsPlaceType(instance.Type)
            ? ReadMember(reference, instance)
            : operation is ISimpleAssignmentOperation assignment ? WithPlace(assignment.Target, () => base.Evaluate(operation))
            : base.Evaluate(operation);

    private protected override Value EvaluateConversion(IConversionOperation conversion) =>
        IsPlaceType(conversion.Operand.Type) ? Evaluate(conversion.Operand) : base.EvaluateConversion(conversion);

    private protected override Value EvaluateAssignment(IOperation target, Value value)
    {
        switch (target)
        {
            case ILocalReferenceOperation local when _locals.Find(local.Local) is { } variables:
                AssignVariables(variables, value, target.Syntax);
                return value;
            case ILocalReferenceOperation local:
                Begin(local.Local, value, target.Syntax);
                return value;
            case IParameterReferenceOperation parameter when _locals.Find(parameter.Parameter) is { } variables:
                AssignVariables(variables, value, target.Syntax);
                return value;
            case IPropertyReferenceOperation { Instance: { } instance } element when IsPlaceType(instance.Type):
                Store(FindPlace(element), Single(value, target.Syntax), element);
                return value;
            default:
                return base.EvaluateAssignment(target, value);
        }
    }

    private protected override Value EvaluateCompound(ICompoundAssignmentOperation assignment) =>
        WithPlace(assignment.Target, () => base.EvaluateCompound(assignment));

    private protected override Value EvaluateIncrement(IIncrementOrDecrementOperation increment) =>
        WithPlace(increment.Target, () => base.EvaluateIncrement(increment));

    // Indices are computed before what is assigned; and once, though 'a[i++] += 1' reads the element and writes it.
    Value WithPlace(IOperation target, Func<Value> change)
    {
        if (target is not IPropertyReferenceOperation { Instance: { } instance } element || !IsPlaceType(instance.Type))
        {
            return change();
        }

        _places[target] = FindPlace(element);
        Value value = change();
        _places.Remove(target);
        return value;
    }

    private protected override int EvaluateBinary(IBinaryOperation binary)
    {
        if (binary.OperatorKind is not (BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr))
        {
            return base.EvaluateBinary(binary);
        }

        bool isAnd = binary.OperatorKind == BinaryOperatorKind.ConditionalAnd;
        int left = EvaluateLeaf(binary.LeftOperand), right = 0;
        List<Instruction> steps = Region(() => right = EvaluateLeaf(binary.RightOperand)).Steps;
        if (IsCheap(steps))
        {
            _builder.Append(steps);
            return isAnd ? _builder.And(left, right) : _builder.Or(left, right);
        }

        VariableValue holds = DeclareVariable("condition", ElementType.Boolean, left);
        _builder.BeginRegion();
        _builder.Append(steps);
        _builder.Append(new AssignInstruction(holds.Variable, right));
        var assigned = _builder.EndRegion().ToEquatableArray();
        EquatableArray<Instruction> none = EquatableArray<Instruction>.Empty;
        _builder.Append(isAnd ? new IfInstruction(left, assigned, none) : new IfInstruction(left, none, assigned));
        return ReadVariable(holds.Variable);
    }

    private protected override Value EvaluateChoice(int condition, Func<Value> whenTrue, Func<Value> whenFalse)
    {
        if (_builder.ConstantOf(condition) is { } known)
        {
            return known.IsZero ? whenFalse() : whenTrue();
        }

        Value? one = null, other = null;
        List<Instruction> steps = Region(() => one = whenTrue()).Steps, otherSteps = Region(() => other = whenFalse()).Steps;
        if (IsCheap(steps) && IsCheap(otherSteps))
        {
            _builder.Append(steps);
            _builder.Append(otherSteps);
            return Choose(condition, one!, other!);
        }

        Value chosen = DeclareLike(one!);
        _builder.Append(new IfInstruction(condition, Assigning(steps, one!), Assigning(otherSteps, other!)));
        return ReadVariables(chosen);

        EquatableArray<Instruction> Assigning(List<Instruction> region, Value value) => Region(() =>
        {
            _builder.Append(region);
            foreach ((int variable, int id) in Variables(chosen).Zip(Leaves(value), (variable, id) => (variable, id)))
            {
                _builder.Append(new AssignInstruction(variable, id));
            }
        }).Steps.ToEquatableArray();
    }

    Value DeclareLike(Value value) =>
        value is Leaf leaf
            ? DeclareVariable("chosen", _builder.TypeOf(leaf.Id), StatementInstruction.NoValue)
            : new Aggregate([.. ((Aggregate)value).Items.Select(DeclareLike)]);

    static IEnumerable<int> Variables(Value value) =>
        value is VariableValue variable ? [variable.Variable] : ((Aggregate)value).Items.SelectMany(Variables);

    // An element is read only where the program reads it: elsewhere its index may be out of range.
    static bool IsCheap(List<Instruction> steps) =>
        steps.Count <= LongestChoice && steps.All(step => step switch
        {
            StatementInstruction or ElementInstruction or ItemInstruction or CallInstruction => false,
            IntrinsicInstruction call => IntrinsicTable.Get(call.Intrinsic).Form != FunctionForm.KernelMath,
            _ => true,
        });
}
