using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Parsing;

/// <summary>Expressions.</summary>
partial class BodyParser
{
    private protected int EvaluateLeaf(IOperation operation) => Single(Evaluate(operation), operation.Syntax);

    private protected static int Single(Value value, SyntaxNode node) =>
        value is Leaf leaf ? leaf.Id : throw Fault(FaultKind.UnsupportedExpression, "A tuple cannot be used as a number; name one of its items.", node);

    static int Single(Value value) => ((Leaf)value).Id;

    private protected virtual Value Evaluate(IOperation operation)
    {
        if (operation.ConstantValue is { HasValue: true, Value: { } known } && ConstantFolding.Of(known) is { } constant)
        {
            ElementType type = MapType(operation.Type, operation.Syntax);

            // A literal that C# keeps as int may stand where a Half is wanted, which is computed as float.
            return new Leaf(_builder.Constant(type, type.IsFloating && constant.Kind == ConstantKind.Integer ? ConstantValue.Of(constant.Real) : constant));
        }

        return operation switch
        {
            IParenthesizedOperation parentheses => Evaluate(parentheses.Operand),
            ILocalReferenceOperation local => Read(local.Local, local.Syntax),
            IParameterReferenceOperation parameter => Read(parameter.Parameter, parameter.Syntax),
            IFieldReferenceOperation { Instance: { } tuple } field when field.Field.ContainingType.IsTupleType => ReadItem(tuple, field),
            IFieldReferenceOperation field => throw Fault(
                FaultKind.State, $"'{field.Field.Name}' may change between calls; pass it as a [Scalar] parameter, or make it a 'const'.", field.Syntax),
            IPropertyReferenceOperation property => ReadMember(property),
            IDefaultValueOperation => ZeroOf(operation.Type!, operation.Syntax),
            IConversionOperation conversion => EvaluateConversion(conversion),
            IUnaryOperation unary => new Leaf(EvaluateUnary(unary)),
            IBinaryOperation binary => new Leaf(EvaluateBinary(binary)),
            IConditionalOperation { WhenFalse: { } whenFalse } choice =>
                EvaluateChoice(EvaluateLeaf(choice.Condition), () => Evaluate(choice.WhenTrue), () => Evaluate(whenFalse)),
            ISwitchExpressionOperation choice => EvaluateSwitch(choice),
            IIsPatternOperation test => new Leaf(Match(Evaluate(test.Value), test.Pattern)),
            ITupleOperation tuple => new Aggregate([.. tuple.Elements.Select(Evaluate)]),
            ISimpleAssignmentOperation assignment => EvaluateAssignment(assignment.Target, Evaluate(assignment.Value)),
            IDeconstructionAssignmentOperation assignment => EvaluateAssignment(assignment.Target, Evaluate(assignment.Value)),
            ICompoundAssignmentOperation assignment => EvaluateCompound(assignment),
            IIncrementOrDecrementOperation increment => EvaluateIncrement(increment),
            IInvocationOperation call => EvaluateCall(call),
            IInvalidOperation invalid when EvaluateUnbound(invalid) is { } value => value,
            _ => throw Fault(FaultKind.UnsupportedExpression, Unsupported.Expression(operation), operation.Syntax),
        };
    }

    private protected virtual Value Read(ISymbol variable, SyntaxNode node) =>
        _locals.Find(variable)
        ?? throw Fault(FaultKind.UnsupportedExpression, $"'{variable.Name}' belongs to the method outside; pass it on as a parameter.", node);

    Value ReadItem(IOperation tuple, IFieldReferenceOperation field)
    {
        string name = (field.Field.CorrespondingTupleField ?? field.Field).Name;
        return Evaluate(tuple) is Aggregate aggregate && name.StartsWith("Item", StringComparison.Ordinal) && int.TryParse(name.Substring(4), out int position)
            ? aggregate.Items[position - 1]
            : throw Fault(FaultKind.UnsupportedExpression, "A kernel reads the items of a tuple one by one; write 'x.Item1' or take the tuple apart with 'var (a, b) = x'.", field.Syntax);
    }

    /// <summary>Reads <c>T.Pi</c>, <c>Half.One</c> and the like.</summary>
    Value ReadMember(IPropertyReferenceOperation reference)
    {
        IPropertySymbol property = reference.Property;
        ITypeSymbol? owner = reference.ConstrainedToType ?? property.ContainingType;
        if (property.IsStatic && TypeMap.Map(owner) is not null && SymbolEqualityComparer.Default.Equals(property.Type, owner))
        {
            ElementType type = MapType(owner, reference.Syntax);
            if (type.IsGeneric)
            {
                return new Leaf(_builder.Constant(type, ConstantValue.OfMember(property.Name)));
            }

            ElementKind kind = owner is ITypeParameterSymbol ? type.Kind : TypeMap.Kind(owner) ?? type.Kind;
            if (ConstantFolding.Member(property.Name, kind) is { } value)
            {
                return new Leaf(_builder.Constant(type, value));
            }
        }

        throw Fault(FaultKind.State, $"'{property.Name}' may change between calls; pass it as a [Scalar] parameter, or make it a 'const'.", reference.Syntax);
    }

    private protected virtual Value EvaluateConversion(IConversionOperation conversion)
    {
        Value operand = Evaluate(conversion.Operand);
        if (operand is Aggregate aggregate)
        {
            ElementType[] types = conversion.Type is INamedTypeSymbol { IsTupleType: true } tuple
                ? [.. tuple.TupleElements.Select(item => MapType(item.Type, conversion.Syntax))]
                : throw Fault(FaultKind.UnsupportedType, "A tuple converts to tuples only; name one of its items.", conversion.Syntax);
            return new Aggregate([.. aggregate.Items.Select((item, index) => (Value)new Leaf(_builder.Convert(types[index], Single(item, conversion.Syntax))))]);
        }

        RefuseChecked(conversion.IsChecked, conversion.Syntax);
        return new Leaf(_builder.Convert(MapType(conversion.Type, conversion.Syntax), Single(operand)));
    }

    int EvaluateUnary(IUnaryOperation unary)
    {
        RefuseChecked(unary.IsChecked, unary.Syntax);
        int operand = EvaluateLeaf(unary.Operand);
        return unary.OperatorKind switch
        {
            UnaryOperatorKind.Plus => operand,
            UnaryOperatorKind.Minus => _builder.Unary(UnaryOperator.Negate, operand),
            UnaryOperatorKind.BitwiseNegation => _builder.Unary(UnaryOperator.Complement, operand),
            UnaryOperatorKind.Not => _builder.Not(operand),
            _ => throw Fault(FaultKind.UnsupportedExpression, "Kernels have no such operator for these types; write it with arithmetic, comparisons and bit operations on numbers.", unary.Syntax),
        };
    }

    private protected virtual int EvaluateBinary(IBinaryOperation binary)
    {
        RefuseChecked(binary.IsChecked, binary.Syntax);
        int left = EvaluateLeaf(binary.LeftOperand);

        // Nothing here has side effects, so && and || may look at both sides.
        if (binary.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr)
        {
            int other = EvaluateLeaf(binary.RightOperand);
            return binary.OperatorKind == BinaryOperatorKind.ConditionalAnd ? _builder.And(left, other) : _builder.Or(left, other);
        }

        int right = EvaluateLeaf(binary.RightOperand);
        return Comparison(binary.OperatorKind) is { } comparison
            ? _builder.Compare(comparison, left, right)
            : Operate(binary.OperatorKind, left, right, binary.Syntax);
    }

    int Operate(BinaryOperatorKind kind, int left, int right, SyntaxNode node)
    {
        bool isLogic = _builder.TypeOf(left).IsBoolean;
        return kind switch
        {
            BinaryOperatorKind.Add => _builder.Binary(BinaryOperator.Add, left, right),
            BinaryOperatorKind.Subtract => _builder.Binary(BinaryOperator.Subtract, left, right),
            BinaryOperatorKind.Multiply => _builder.Binary(BinaryOperator.Multiply, left, right),
            BinaryOperatorKind.Divide => _builder.Binary(BinaryOperator.Divide, left, right),
            BinaryOperatorKind.Remainder => _builder.Binary(BinaryOperator.Remainder, left, right),
            BinaryOperatorKind.And => isLogic ? _builder.And(left, right) : _builder.Binary(BinaryOperator.And, left, right),
            BinaryOperatorKind.Or => isLogic ? _builder.Or(left, right) : _builder.Binary(BinaryOperator.Or, left, right),
            BinaryOperatorKind.ExclusiveOr => _builder.Binary(BinaryOperator.Xor, left, right),
            BinaryOperatorKind.LeftShift => _builder.Shift(BinaryOperator.ShiftLeft, left, right),
            BinaryOperatorKind.RightShift => _builder.Shift(BinaryOperator.ShiftRight, left, right),
            BinaryOperatorKind.UnsignedRightShift => _builder.Shift(BinaryOperator.ShiftRightLogical, left, right),
            _ => throw Fault(FaultKind.UnsupportedExpression, "Kernels have no such operator for these types; write it with arithmetic, comparisons and bit operations on numbers.", node),
        };
    }

    static ComparisonOperator? Comparison(BinaryOperatorKind kind) =>
        kind switch
        {
            BinaryOperatorKind.Equals => ComparisonOperator.Equal,
            BinaryOperatorKind.NotEquals => ComparisonOperator.NotEqual,
            BinaryOperatorKind.LessThan => ComparisonOperator.Less,
            BinaryOperatorKind.LessThanOrEqual => ComparisonOperator.LessOrEqual,
            BinaryOperatorKind.GreaterThan => ComparisonOperator.Greater,
            BinaryOperatorKind.GreaterThanOrEqual => ComparisonOperator.GreaterOrEqual,
            _ => null,
        };

    /// <summary>Evaluates both sides, which may assign to locals, as branches.</summary>
    private protected virtual Value EvaluateChoice(int condition, Func<Value> whenTrue, Func<Value> whenFalse)
    {
        Value? one = null, other = null;
        Branch(condition, () => one = whenTrue(), () => other = whenFalse());
        return one is null ? other! : other is null ? one : Choose(condition, one, other);
    }

    private protected virtual Value EvaluateAssignment(IOperation target, Value value)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                Assign(local.Local, value);
                break;
            case IParameterReferenceOperation parameter:
                Assign(parameter.Parameter, value);
                break;
            case IDeclarationExpressionOperation declaration:
                EvaluateAssignment(declaration.Expression, value);
                break;
            case ITupleOperation tuple when value is Aggregate aggregate:
                foreach ((IOperation item, Value part) in tuple.Elements.Zip(aggregate.Items, (item, part) => (item, part)))
                {
                    EvaluateAssignment(item, part);
                }

                break;
            case IDiscardOperation:
                break;
            default:
                throw Fault(FaultKind.State, "A kernel assigns to its locals only; return what it computes, several values as a tuple.", target.Syntax);
        }

        return value;
    }

    private protected virtual Value EvaluateCompound(ICompoundAssignmentOperation assignment)
    {
        RefuseChecked(assignment.IsChecked, assignment.Syntax);
        int left = EvaluateLeaf(assignment.Target);
        int right = EvaluateLeaf(assignment.Value);
        ElementType type = _builder.TypeOf(left);
        bool isShift = assignment.OperatorKind is BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift;
        ElementType computed = isShift ? Promote(type) : _builder.TypeOf(right);
        int result = Operate(assignment.OperatorKind, _builder.Convert(computed, left), right, assignment.Syntax);
        return EvaluateAssignment(assignment.Target, new Leaf(_builder.Convert(type, result)));
    }

    private protected virtual Value EvaluateIncrement(IIncrementOrDecrementOperation increment)
    {
        RefuseChecked(increment.IsChecked, increment.Syntax);
        int before = EvaluateLeaf(increment.Target);
        ElementType type = _builder.TypeOf(before);
        ElementType computed = Promote(type);
        BinaryOperator op = increment.Kind == OperationKind.Increment ? BinaryOperator.Add : BinaryOperator.Subtract;
        int after = _builder.Convert(type, _builder.Binary(op, _builder.Convert(computed, before), _builder.Number(computed, 1)));
        EvaluateAssignment(increment.Target, new Leaf(after));
        return new Leaf(increment.IsPostfix ? before : after);
    }

    // C# computes with integers narrower than int as int.
    static ElementType Promote(ElementType type) => type.IsInteger && type.Size < 4 ? ElementType.Int32 : type;

    // A project that checks overflow everywhere does not mean its kernels: only who writes 'checked' here does.
    void RefuseChecked(bool isChecked, SyntaxNode node)
    {
        if (isChecked && !compilation.Options.CheckOverflow)
        {
            throw Fault(FaultKind.Checked, "Vectors cannot report an overflow; leave 'checked' away, and convert to a wider type first where values may not fit.", node);
        }
    }
}
