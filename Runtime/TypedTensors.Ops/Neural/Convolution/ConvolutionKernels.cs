using System.Numerics;

namespace TypedTensors;

/// <summary>Convolutions over planes, rows and columns, with images and channels along one leading axis.</summary>
internal static partial class ConvolutionKernels
{
    /// <summary>A thread sums what one element of the result is made of; whatever lies outside of the input counts as zero.</summary>
    [Kernel(64)]
    internal static void Direct<T>(
        Threads at,
        ReadOnlyBuffer4D<T> x,
        ReadOnlyBuffer4D<T> weight,
        ReadOnlyBuffer1D<T> bias,
        Buffer4D<T> result,
        int inputs,
        int outputs,
        int planeStride,
        int rowStride,
        int columnStride,
        int planePadding,
        int rowPadding,
        int columnPadding,
        int planeDilation,
        int rowDilation,
        int columnDilation)
        where T : unmanaged, INumber<T>
    {
        int row = at.X / result.Columns, column = at.X % result.Columns;
        if (row >= result.Rows)
        {
            return;
        }

        int channels = bias.Length, image = at.Z / channels, output = at.Z % channels;
        int first = (image * (channels / outputs) + output / outputs) * inputs;
        T sum = bias[output];
        for (int input = 0; input < inputs; input++)
        {
            for (int k = 0; k < weight.Planes; k++)
            {
                int plane = at.Y * planeStride + k * planeDilation - planePadding;
                for (int j = 0; j < weight.Rows; j++)
                {
                    int y = row * rowStride + j * rowDilation - rowPadding;
                    for (int i = 0; i < weight.Columns; i++)
                    {
                        int z = column * columnStride + i * columnDilation - columnPadding;
                        if (plane >= 0 && plane < x.Planes && y >= 0 && y < x.Rows && z >= 0 && z < x.Columns)
                        {
                            sum += x[first + input, plane, y, z] * weight[output * inputs + input, k, j, i];
                        }
                    }
                }
            }
        }

        result[at.Z, at.Y, row, column] = sum;
    }
}
