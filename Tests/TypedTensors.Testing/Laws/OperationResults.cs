using TypedTensors.Testing.Catalog;
using TypedTensors.Testing.Values;

namespace TypedTensors.Testing.Laws;

/// <summary>The plainest ways to get an operation's results, to which laws compare all others.</summary>
static class OperationResults
{
    /// <summary>The results for contiguous tensors of some rows of the samples.</summary>
    public static Array[] Contiguous<TDevice>(this TypedOperation<TDevice> operation, Samples samples, int start, int length)
        where TDevice : struct, IDevice =>
        operation.Read(operation.Run(samples.Operands(operation.Operation, index => Elements<TDevice>.Of(operation.Inputs[index]).Tensor(samples.Columns[index], start, length))));

    /// <summary>The results for contiguous tensors of all rows of the samples, in a shape.</summary>
    public static Array[] Contiguous<TDevice>(this TypedOperation<TDevice> operation, Samples samples, nint[] shape)
        where TDevice : struct, IDevice =>
        operation.Read(operation.Run(samples.Operands(operation.Operation, index => Elements<TDevice>.Of(operation.Inputs[index]).Tensor(samples.Columns[index], 0, shape))));

    /// <summary>The elements of results.</summary>
    public static Array[] Read<TDevice>(this TypedOperation<TDevice> operation, Tensor[] results)
        where TDevice : struct, IDevice =>
        [.. results.Select((result, index) => Elements<TDevice>.Of(operation.Results[index]).ToArray(result))];
}
