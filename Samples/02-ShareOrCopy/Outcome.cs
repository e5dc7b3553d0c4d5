using TypedTensors;

namespace ShareOrCopy;

/// <summary>The two sides of a conversion of 1, 2, 3, 4.</summary>
/// <param name="WriteSource">Sets the source's first element to 10.</param>
/// <param name="ReadTensor">Reads the tensor's first element.</param>
/// <param name="WriteTensor">Sets the tensor's last element to 40.</param>
/// <param name="ReadSource">Reads the source's last element.</param>
/// <param name="Dtype">The tensor's dtype.</param>
internal sealed record Outcome(Action WriteSource, Func<double> ReadTensor, Action WriteTensor, Func<double> ReadSource, Dtype Dtype);
