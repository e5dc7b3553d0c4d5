using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using TypedTensors.Testing.Values;

namespace TypedTensors.Testing.Catalog;

/// <summary>An operation for one dtype on one device, ready to be called with tensors and scalars whose types are only known as values.</summary>
/// <typeparam name="TDevice">The device.</typeparam>
public sealed class TypedOperation<TDevice>
    where TDevice : struct, IDevice
{
    readonly Dictionary<TensorOperationForm, MethodInfo> forms = [];
    readonly MethodInfo kernel;

    /// <summary>Chooses the dtype of an operation.</summary>
    public TypedOperation(Operation operation, Dtype dtype)
    {
        Operation = operation;
        Dtype = dtype;
        Inputs = [.. operation.Parameters.Select(parameter => parameter.Type.For(dtype))];
        Results = [.. operation.Results.Select(result => result.For(dtype))];

        Type[] element = operation.Kernel.IsGenericMethod ? [DtypeDispatch.TypeOf(dtype)] : [];
        kernel = element.Length == 0 ? operation.Kernel : operation.Kernel.MakeGenericMethod(element);
        foreach ((TensorOperationForm form, MethodInfo method) in operation.Forms)
        {
            forms[form] = method.MakeGenericMethod([.. element, typeof(TDevice)]);
        }
    }

    /// <summary>The operation.</summary>
    public Operation Operation { get; }

    /// <summary>What stands for its type parameter.</summary>
    public Dtype Dtype { get; }

    /// <summary>The dtypes of its parameters.</summary>
    public ImmutableArray<Dtype> Inputs { get; }

    /// <summary>The dtypes of its results.</summary>
    public ImmutableArray<Dtype> Results { get; }

    /// <summary>Whether there is a method of a form.</summary>
    public bool Has(TensorOperationForm form) => forms.ContainsKey(form);

    /// <summary>Calls the form that takes these operands: the extension method if they allow it, else the one on a scalar, else the one on free operands.</summary>
    /// <param name="operands">Tensors and scalars, in the scalar method's order.</param>
    public Tensor[] Run(params object[] operands) => Run(FormFor(operands), operands);

    /// <summary>Calls one form.</summary>
    /// <param name="form">The form.</param>
    /// <param name="operands">Tensors and scalars, in the scalar method's order.</param>
    /// <param name="destinations">Where to write the results; those left out are allocated.</param>
    public Tensor[] Run(TensorOperationForm form, object[] operands, params Tensor?[] destinations)
    {
        ParameterInfo[] parameters = forms[form].GetParameters();
        var arguments = new object?[parameters.Length];
        int destination = 0;
        for (int i = 0; i < arguments.Length; i++)
        {
            int index = IndexOf(parameters[i].Name!);
            arguments[i] = index < 0 ? destinations.ElementAtOrDefault(destination++)
                : IsOperand(parameters[i].ParameterType) ? Elements<TDevice>.Of(Inputs[index]).Operand(operands[index])
                : operands[index];
        }

        object result = forms[form].Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
        return result is ITuple tuple ? [.. Enumerable.Range(0, tuple.Length).Select(index => (Tensor)tuple[index]!)] : [(Tensor)result];
    }

    /// <summary>Calls the scalar method.</summary>
    public object[] Scalar(object[] values)
    {
        object result = kernel.Invoke(null, BindingFlags.DoNotWrapExceptions, null, values, null)!;
        return result is ITuple tuple ? [.. Enumerable.Range(0, tuple.Length).Select(index => tuple[index]!)] : [result];
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Operation.Id} on {Dtypes.NameOf(Dtype)}";

    static bool IsOperand(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is { IsGenericType: true } handed && handed.GetGenericTypeDefinition() == typeof(Operand<,>);

    TensorOperationForm FormFor(object[] operands)
    {
        foreach (TensorOperationForm form in (ReadOnlySpan<TensorOperationForm>)[TensorOperationForm.Method, TensorOperationForm.MethodOnScalar])
        {
            if (forms.TryGetValue(form, out MethodInfo? method) && method.GetParameters().All(parameter => Fits(parameter, operands)))
            {
                return form;
            }
        }

        return TensorOperationForm.FreeOperands;
    }

    bool Fits(ParameterInfo parameter, object[] operands)
    {
        int index = IndexOf(parameter.Name!);
        return index < 0 || IsOperand(parameter.ParameterType) || parameter.ParameterType.IsInstanceOfType(operands[index]);
    }

    int IndexOf(string name)
    {
        for (int i = 0; i < Operation.Parameters.Length; i++)
        {
            if (Operation.Parameters[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }
}
