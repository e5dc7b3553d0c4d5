using System.Collections.Concurrent;
using TypedTensors.Testing.Catalog;
using TypedTensors.Testing.Values;

namespace TypedTensors.Testing.Laws;

/// <summary>A number that stands for the bits of a reduction's results over fixed tensors, to compare widths of vectors and numbers of threads.</summary>
public static class ReductionDigest
{
    /// <summary>Runs and columns that are shorter, longer and no multiples of what is taken at once; the last two are shared out among threads.</summary>
    static readonly nint[][] Shapes = [[1], [7], [300], [20_000], [3, 5, 65], [33, 129], [130_003, 3], [3, 130_003]];

    static readonly ConcurrentDictionary<(Dtype Dtype, int Length), Array> Drawn = [];

    /// <summary>The digest over every axis of tensors in C order and in reverse order.</summary>
    public static ulong Of(ReductionOperation operation, Dtype dtype)
    {
        ulong digest = ResultDigest.Start;
        Elements<Cpu> elements = Elements<Cpu>.Of(dtype);
        foreach (nint[] shape in Shapes)
        {
            Tensor tensor = elements.Tensor(Drawn.GetOrAdd((dtype, (int)new Shape(shape).Length), key => DtypeDispatch.Run(key.Dtype, new Draw(key.Length))), 0, shape);
            foreach (Tensor arranged in (Tensor[])[tensor, elements.Transpose(tensor)])
            {
                for (int axis = 0; axis < shape.Length; axis++)
                {
                    Tensor result = operation.Run(arranged, axis);
                    digest = ResultDigest.Add(digest, [Elements<Cpu>.Of(result.Dtype).ToArray(result)]);
                }
            }
        }

        return digest;
    }

    readonly record struct Draw(int Length) : IDtypeAction<Array>
    {
        public Array Run<T>()
            where T : unmanaged
        {
            var random = new Random(Length);
            var numbers = new double[Length];
            for (int i = 0; i < numbers.Length; i++)
            {
                // Some equal ones, and of whole numbers some that are zero.
                numbers[i] = random.Next(8) == 0 ? 1 : (random.NextDouble() * 6) - 2;
            }

            return numbers.AsTensor().Cast<T>().ToArray();
        }
    }
}
