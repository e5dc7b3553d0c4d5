namespace TypedTensors.Benchmarks;

/// <summary>Matrix products, convolutions and attention.</summary>
internal static class ProductWorkloads
{
    private const string Random = "r = np.random.default_rng(1)\nf = lambda *s: r.random(s, dtype=np.float32) - np.float32(0.5)\n";

    private const string Torch = "\ntx, ty = torch.from_numpy(x), torch.from_numpy(y)";

    // NumPy has no convolution; the windows as a view and one product are how it is written there.
    private const string ConvolutionSetup = Random
        + "x, y = f(8, 16, 64, 64), f(32, 16, 3, 3)\nv = np.lib.stride_tricks.sliding_window_view\np = ((0, 0), (0, 0), (1, 1), (1, 1))" + Torch;

    private const string AttentionSetup = Random + "x, y, z = f(8, 512, 64), f(8, 512, 64), f(8, 512, 64)" + Torch + "\ntz = torch.from_numpy(z)\n"
        + "def softmax(s):\n    e = np.exp(s - s.max(-1, keepdims=True))\n    return e / e.sum(-1, keepdims=True)\n"
        + "attention = getattr(torch.nn.functional, 'scaled_dot_product_attention', None) or (lambda q, k, v: torch.softmax(q @ k.transpose(-1, -2) / 8, -1) @ v)";

    /// <summary>The workloads.</summary>
    public static IEnumerable<Workload> All()
    {
        foreach (int length in (int[])[32, 64, 128, 256, 512, 1024, 2048])
        {
            yield return Product($"matmul {length}x{length}", [length, length], [length, length]);
        }

        yield return Product("batched matmul 64x128x64x128", [64, 128, 64], [64, 64, 128]);

        Tensor<float, Cpu> images = Filled(8, 16, 64, 64), kernels = Filled(32, 16, 3, 3), convolved = Tensor<float, Cpu>.Zeros(8, 32, 64, 64);
        yield return new("conv2d 8x16x64x64, 32 3x3 kernels", Bytes(images, kernels, convolved), () => images.Conv2d(kernels, padding: 1).Dispose(), ConvolutionSetup,
            "np.moveaxis(np.tensordot(v(np.pad(x, p), (3, 3), (2, 3)), y, ((1, 4, 5), (1, 2, 3))), 3, 1)", "torch.nn.functional.conv2d(tx, ty, padding=1)",
            OursInto: () => images.Conv2d(kernels, padding: 1, destination: convolved), Operations: 2.0 * convolved.Length * 16 * 9);

        Tensor<float, Cpu> query = Filled(8, 512, 64), key = Filled(8, 512, 64), value = Filled(8, 512, 64), attended = Tensor<float, Cpu>.Zeros(8, 512, 64);
        yield return new("attention 8 heads x 512 x 64", Bytes(query, key, value, attended), () => query.ScaledDotProductAttention(key, value).Dispose(), AttentionSetup,
            "softmax(x @ y.swapaxes(-1, -2) / np.float32(8)) @ z", "attention(tx, ty, tz)",
            OursInto: () => query.ScaledDotProductAttention(key, value, destination: attended), Operations: 2 * 2.0 * 8 * 512 * 512 * 64);
    }

    private static Workload Product(string name, nint[] left, nint[] right)
    {
        Tensor<float, Cpu> x = Filled(left), y = Filled(right), product = Tensor<float, Cpu>.Zeros([.. left[..^1], right[^1]]);
        return new(name, Bytes(x, y, product), () => x.MatMul(y).Dispose(), $"{Random}x, y = f({string.Join(", ", left)}), f({string.Join(", ", right)}){Torch}",
            "np.matmul(x, y)", "torch.matmul(tx, ty)", OursInto: () => x.MatMul(y, product), Operations: 2.0 * product.Length * left[^1]);
    }

    private static double Bytes(params Tensor[] tensors) => tensors.Sum(tensor => (double)sizeof(float) * tensor.Length);

    private static Tensor<float, Cpu> Filled(params nint[] shape) => Tensor<float, Cpu>.FromFunction(index => (index[^1] * 7 + index[^2] * 3 + index[0] * 5) % 11 * 0.1f - 0.5f, shape);
}
