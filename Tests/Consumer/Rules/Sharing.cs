using System;
using System.Buffers;
using System.Numerics.Tensors;
using TypedTensors;

/// <summary>One report of each rule about shared memory.</summary>
public static class Sharing
{
    /// <summary>Shares without a word.</summary>
    public static float Run()
    {
        float[] pixels = [1, 2, 3], raw = [1, 2, 3], row = [1, 2, 3, 4, 5, 6], samples = [1, 2, 3];
        Tensor<float, Cpu> view = pixels.AsTensor();
        pixels[0] = 0;
        Tensor<float, Cpu> image = raw.AsTensor();
        image *= 0.5f;
        TensorPrimitives.Add(row.AsSpan(0, 4), row.AsSpan(1, 4), row.AsSpan(0, 4));
        float[] rented = ArrayPool<float>.Shared.Rent(6);
        Tensor<float, Cpu> batch = rented.AsTensor();
        ArrayPool<float>.Shared.Return(rented);
        float late = batch.Sum().Item();
        Tensor<float, Cpu> weights = Tensor<float, Cpu>.Ones(3);
        Tensor<float, Cpu> before = weights;
        weights += 1f;
        Tensor<float, Cpu> input = samples.AsTensor();
        Model loss = Model.Create().Times(input);
        samples[0] = 5;
        loss.Backward();
        return view.Sum().Item() + raw[0] + row[0] + late + (weights - before).Sum().Item();
    }

    /// <summary>Hands out the memory of its argument.</summary>
    public static Tensor<float, Cpu> Escape(float[] values)
    {
        return values.AsTensor();
    }
}

/// <summary>Carries a gradient.</summary>
public class Model
{
    /// <summary>What is computed with it is recorded.</summary>
    [RequiresGradient]
    public static Model Create() => new();

    /// <summary>Records.</summary>
    public Model Times(Tensor<float, Cpu> x) => this;

    /// <summary>Reads what was recorded.</summary>
    [Backward]
    public void Backward()
    {
    }
}
