using System;
using TypedTensors;

/// <summary>One report of each precision rule.</summary>
public static class Precision
{
    /// <summary>Narrows without a word.</summary>
    public static float Run(Tensor<float, Cpu> image, Tensor<double, Cpu> step, double[] samples, long[] ids, float x, int n)
    {
        image += step;
        image *= 0.1;
        foreach (float sample in samples)
        {
            Console.WriteLine(sample);
        }

        var celsius = (Celsius)samples[0];
        Record(n);
        Array.Copy(ids, new float[1], 1);
        float guarded = checked((float)samples[0]);
        float named = Convert.ToSingle(samples[0]);
        float root = (float)Math.Sqrt(x);
        const double Rate = 0.1f;
        double square = n * n;
        return guarded + named + root + celsius.Degrees + (float)(Rate + square);
    }

    static void Record(float value) => Console.WriteLine(value);

    static void Record(double value) => Console.WriteLine(value);
}

/// <summary>A temperature.</summary>
public readonly record struct Celsius(float Degrees)
{
    /// <summary>Converts degrees.</summary>
    public static explicit operator Celsius(float degrees) => new(degrees);
}
