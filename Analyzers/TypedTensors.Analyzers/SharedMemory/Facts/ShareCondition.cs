using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTensors.Analyzers.SharedMemory.Facts;

/// <summary>A share that depends on an argument: <c>as_tensor(array)</c> shares as long as no other dtype is asked for.</summary>
/// <param name="Parameter">The parameter's ordinal.</param>
/// <param name="Value">The constant that the argument must be: null, true or false.</param>
sealed record ShareCondition(int Parameter, object? Value)
{
    /// <summary>Whether the arguments of a call are known to fulfil the condition.</summary>
    public bool Holds(IEnumerable<IArgumentOperation> arguments)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.Parameter?.Ordinal == Parameter)
            {
                return argument.ArgumentKind == ArgumentKind.DefaultValue
                    ? argument.Parameter.HasExplicitDefaultValue && Equals(argument.Parameter.ExplicitDefaultValue, Value)
                    : Written(argument.Value).ConstantValue is { HasValue: true, Value: var constant } && Equals(constant, Value);
            }
        }

        return false;
    }

    static IOperation Written(IOperation value) => value is IConversionOperation conversion ? Written(conversion.Operand) : value;
}
