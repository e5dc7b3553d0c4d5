namespace TypedTensors.Benchmarks;

/// <summary>One thing to measure, in every library that has it.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Bytes">The bytes it must move at the least, each input and output once.</param>
/// <param name="Ours">One repetition here.</param>
/// <param name="Setup">Python that makes the operands, for NumPy as <c>x</c> and <c>y</c>; PyTorch gets them through <c>torch.from_numpy</c> as <c>tx</c> and <c>ty</c>.</param>
/// <param name="NumPy">The statement in NumPy, or null.</param>
/// <param name="PyTorch">The statement in PyTorch, or null.</param>
/// <param name="Primitives">One repetition with the bare call of <c>TensorPrimitives</c> into an array that exists, or null.</param>
/// <param name="OursInto">One repetition here into a destination that exists, to compare with <paramref name="Primitives"/>; or null.</param>
/// <param name="Operations">The additions and multiplications of float that it must do at the least, where they and not the bytes may bound it.</param>
internal sealed record Workload(
    string Name, double Bytes, Action Ours, string Setup, string? NumPy, string? PyTorch, Action? Primitives = null, Action? OursInto = null, double Operations = 0);
