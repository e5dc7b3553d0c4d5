namespace TypedTensors.Printing;

/// <summary>What a debugger lists when a tensor is opened. Shows a disposed tensor too, without its values.</summary>
internal sealed class TensorDebugView<TDtype, TDevice>(Tensor<TDtype, TDevice> tensor)
    where TDtype : unmanaged
    where TDevice : struct, IDevice
{
    private const int MostValues = 20;

    /// <summary>The element type by its C# name.</summary>
    public string Dtype => Dtypes.NameOf(tensor.Dtype);

    /// <summary>The name of the device.</summary>
    public string Device => tensor.DeviceName;

    /// <summary>The lengths of the axes.</summary>
    public nint[] Shape => tensor.Shape.ToArray();

    /// <summary>The distances in elements from one index of an axis to the next.</summary>
    public nint[] Strides => tensor.Strides.ToArray();

    /// <summary>Whose the memory is, and whether it can be written: <c>owner</c>, <c>view</c>, <c>read-only view</c> or <c>disposed</c>.</summary>
    public string Memory => tensor.IsDisposed ? "disposed" : $"{(tensor.IsReadOnly ? "read-only " : string.Empty)}{(tensor.IsView ? "view" : "owner")}";

    /// <summary>The first elements in C order.</summary>
    public TDtype[] FirstValues => tensor.IsDisposed ? [] : tensor.FirstElements(MostValues);
}
