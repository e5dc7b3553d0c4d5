namespace TypedTensors.Kernels;

/// <summary>The bits of one element of any dtype, in the low bytes; only complex numbers of double need the upper half.</summary>
internal readonly record struct ScalarBits(ulong Low, ulong High);
