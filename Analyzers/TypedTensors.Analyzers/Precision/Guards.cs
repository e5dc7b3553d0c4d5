using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTensors.Analyzers.Precision;

/// <summary>What must have held for a place to be reached: the conditions of the choices and loops around it, and the tests before it that leave.</summary>
static class Guards
{
    /// <summary>Narrows the values of a variable that does not change.</summary>
    /// <param name="variable">The variable, which nothing writes between the guards and the place.</param>
    /// <param name="values">Its values as its declaration says them.</param>
    /// <param name="place">Where it is read.</param>
    /// <param name="outermost">The operation outside which the variable may have had another value, or null.</param>
    /// <param name="of">The values of an expression.</param>
    public static ValueRange Narrow(ISymbol variable, ValueRange values, IOperation place, IOperation? outermost, Func<IOperation, ValueRange?> of)
    {
        var condition = new Condition(variable, of);

        // A local function may be called before what stands before it.
        for (IOperation inner = place; inner.Parent is { } outer && inner != outermost && inner is not ILocalFunctionOperation; inner = outer)
        {
            values = outer switch
            {
                IConditionalOperation choice when inner == choice.WhenTrue => condition.Narrow(values, choice.Condition, true),
                IConditionalOperation choice when inner == choice.WhenFalse => condition.Narrow(values, choice.Condition, false),
                IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both when inner == both.RightOperand => condition.Narrow(values, both.LeftOperand, true),
                IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either when inner == either.RightOperand => condition.Narrow(values, either.LeftOperand, false),
                IForLoopOperation { Condition: { } test } loop when inner == loop.Body => condition.Narrow(values, test, true),
                IWhileLoopOperation { ConditionIsTop: true, Condition: { } test } loop when inner == loop.Body => condition.Narrow(values, test, !loop.ConditionIsUntil),
                ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice } arm when inner == arm.Value => condition.Narrow(values, choice, arm),
                IBlockOperation block => block.Operations.TakeWhile(statement => statement != inner).Aggregate(values, condition.NarrowAfter),
                _ => values,
            };
        }

        return values;
    }
}
