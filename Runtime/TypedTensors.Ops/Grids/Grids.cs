namespace TypedTensors;

/// <summary>Coordinates of grids.</summary>
public static class Grids
{
    extension(Tensor)
    {
        /// <summary>For each axis of a grid, its coordinate at every point: NumPy's and PyTorch's <c>meshgrid</c>. Read-only views, as in PyTorch; <c>Clone()</c> them to write.</summary>
        /// <param name="coordinates">The coordinates along each axis, of rank 1 each (or 0, for one coordinate); at most 8.</param>
        /// <param name="order">Which axis of the grid each one runs along.</param>
        /// <returns>As many views as there are coordinates, all of the grid's shape.</returns>
        /// <exception cref="ShapeException">One has more than one axis, or there are more than 8.</exception>
        [return: ViewOf(nameof(coordinates))]
        public static Tensor<T, TDevice>[] Meshgrid<T, TDevice>(ReadOnlySpan<Tensor<T, TDevice>> coordinates, MeshgridOrder order = MeshgridOrder.XY)
            where T : unmanaged
            where TDevice : struct, IDevice
        {
            var sizes = new nint[coordinates.Length];
            for (int i = 0; i < sizes.Length; i++)
            {
                ArgumentNullException.ThrowIfNull(coordinates[i]);
                sizes[Axis(i)] = coordinates[i].Rank <= 1
                    ? coordinates[i].Length
                    : throw new ShapeException($"Meshgrid: coordinates {i} have shape {coordinates[i].Shape}; they lie along one axis.");
            }

            var shape = new Shape(sizes);
            var grid = new Tensor<T, TDevice>[sizes.Length];
            for (int i = 0; i < sizes.Length; i++)
            {
                var line = new nint[sizes.Length];
                Array.Fill(line, 1);
                line[Axis(i)] = coordinates[i].Length;
                grid[i] = coordinates[i].Reshape(line).BroadcastTo(shape);
            }

            return grid;

            int Axis(int i) => order == MeshgridOrder.XY && i < 2 && sizes.Length > 1 ? 1 - i : i;
        }
    }
}
