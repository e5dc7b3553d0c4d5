using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using TypedTensors.Testing.Catalog;

namespace TypedTensors.Testing.Values;

/// <summary>Arguments for many calls of one operation: for each parameter an array, or one value where the parameter is one value for the whole call.</summary>
/// <param name="Columns">The values by parameter; row <c>i</c> is one call.</param>
/// <param name="Length">The number of rows.</param>
public sealed record Samples(ImmutableArray<Array> Columns, int Length)
{
    /// <summary>Draws arguments: most from the domain, some beside it, some special. The same for every run.</summary>
    public static Samples Draw<TDevice>(TypedOperation<TDevice> operation, int length, int seed = 1)
        where TDevice : struct, IDevice =>
        new(
            [
                .. operation.Operation.Parameters.Select((parameter, index) => DtypeDispatch.Run(
                    operation.Inputs[index],
                    new DrawColumn(Domains.Of(operation.Operation, index), parameter.IsScalar ? 1 : length, new Random(Seed(operation.ToString(), index, seed)), parameter.IsScalar))),
            ],
            length);

    /// <summary>Every combination of special values; of a parameter that is one value for the whole call, one from the domain.</summary>
    public static Samples Special<TDevice>(TypedOperation<TDevice> operation)
        where TDevice : struct, IDevice
    {
        Array[] values = [.. operation.Operation.Operands.Select(index => SpecialValues.Of(operation.Inputs[index]))];
        int length = values.Aggregate(1, (product, column) => product * column.Length);
        Samples drawn = Draw(operation, 1);
        var columns = drawn.Columns.ToBuilder();
        int repeat = 1;
        for (int i = 0; i < values.Length; i++)
        {
            Array column = Array.CreateInstance(values[i].GetType().GetElementType()!, length);
            for (int row = 0; row < length; row++)
            {
                column.SetValue(values[i].GetValue(row / repeat % values[i].Length), row);
            }

            columns[operation.Operation.Operands[i]] = column;
            repeat *= values[i].Length;
        }

        return new Samples(columns.ToImmutable(), length);
    }

    /// <summary>The arguments of one call of the scalar method.</summary>
    public object[] Row(int index) => [.. Columns.Select(column => column.GetValue(column.Length == 1 ? 0 : index)!)];

    /// <summary>The arguments of one call as text.</summary>
    public string Show(int index) => $"({string.Join(", ", Columns.Select(column => Bits.Show(column, column.Length == 1 ? 0 : index)))})";

    /// <summary>The arguments of one call with tensors in the place of columns.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="tensor">Makes the tensor for a parameter.</param>
    public object[] Operands(Operation operation, Func<int, Tensor> tensor) =>
        [.. Columns.Select((column, index) => operation.Parameters[index].IsScalar ? column.GetValue(0)! : tensor(index))];

    // string.GetHashCode differs from run to run.
    static int Seed(string operation, int parameter, int seed) =>
        operation.Aggregate(seed, (hash, character) => unchecked((hash * 31) + character)) ^ (parameter * 7919);

    readonly record struct DrawColumn(Domain Domain, int Length, Random Random, bool IsScalar) : IDtypeAction<Array>
    {
        public Array Run<T>()
            where T : unmanaged
        {
            var values = new T[Length];
            var special = (T[])SpecialValues.Of(Dtypes.Of<T>());
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = !IsScalar && Random.Next(10) == 0 ? special[Random.Next(special.Length)] : Draw<T>();
            }

            return values;
        }

        T Draw<T>()
            where T : unmanaged
        {
            if (typeof(T) == typeof(bool))
            {
                return (T)(object)(Random.Next(2) == 0);
            }

            if (typeof(T) == typeof(Half) || typeof(T) == typeof(float) || typeof(T) == typeof(double))
            {
                double number = !IsScalar && Random.Next(4) == 0
                    ? Math.ScaleB((Random.NextDouble() * 2) - 1, Random.Next(-30, 30))
                    : Domain.Draw(Random);
                return typeof(T) == typeof(Half) ? (T)(object)(Half)number : typeof(T) == typeof(float) ? (T)(object)(float)number : (T)(object)number;
            }

            long bits = Random.Next(2) == 0 ? Random.Next(-10, 11) : Random.NextInt64(long.MinValue, long.MaxValue);
            return Unsafe.As<long, T>(ref bits);
        }
    }
}
