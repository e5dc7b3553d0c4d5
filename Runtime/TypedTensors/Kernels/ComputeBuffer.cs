namespace TypedTensors.Kernels;

/// <summary>What a kernel over an index space says of one of its buffers.</summary>
/// <param name="Name">The name of the kernel's parameter, for messages.</param>
/// <param name="Dtype">The dtype of the tensor.</param>
/// <param name="ComputeDtype">The dtype in which this process computes with it: <see cref="Dtype.Single"/> for <see cref="Dtype.Half"/>, else its own.</param>
/// <param name="Rank">The number of axes, 1 to 4.</param>
/// <param name="IsReadOnly">Whether the kernel only reads it.</param>
public readonly record struct ComputeBuffer(string Name, Dtype Dtype, Dtype ComputeDtype, int Rank, bool IsReadOnly);
