using TypedTensors.Testing.Catalog;
using TypedTensors.Testing.Values;

namespace TypedTensors.Testing.Laws;

/// <summary>The scalar method made total, as kernels are: where C# throws on integers, NumPy's value.</summary>
static class TotalFunctions
{
    /// <summary>Calls the scalar method; a quotient and a remainder by zero are 0, and the least integer has no counterpart, so it stays itself.</summary>
    public static object[] Call<TDevice>(TypedOperation<TDevice> typed, object[] arguments)
        where TDevice : struct, IDevice
    {
        try
        {
            return typed.Scalar(arguments);
        }
        catch (DivideByZeroException)
        {
            return [Zero(typed.Results[0])];
        }
        catch (OverflowException)
        {
            // The least integer divided by -1, or its absolute value; such a remainder is 0.
            return [typed.Operation.Name is "Fmod" or "Remainder" ? Zero(typed.Results[0]) : arguments[0]];
        }
    }

    static object Zero(Dtype dtype) => Activator.CreateInstance(DtypeDispatch.TypeOf(dtype))!;
}
