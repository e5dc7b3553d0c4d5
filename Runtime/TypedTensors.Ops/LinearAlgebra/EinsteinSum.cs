using System.Numerics;

namespace TypedTensors;

/// <summary>Computes an equation of Einstein's summation: two operands at a time, through matrix products.</summary>
internal static class EinsteinSum
{
    /// <summary>The first label of axes that ellipses stand for; the last of them has the label itself, those before it the next ones.</summary>
    private const int FirstBroadcastLabel = 256;

    /// <summary>Computes the result in memory of its own.</summary>
    public static Tensor<T, TDevice> Run<T, TDevice>(EinsumEquation equation, ReadOnlySpan<Tensor<T, TDevice>> operands)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        if (operands.Length != equation.Operands.Length)
        {
            throw new ArgumentException($"Einsum: '{equation.Text}' has {equation.Operands.Length} operands, but {operands.Length} are given.", nameof(operands));
        }

        var rest = new List<LabelledTensor<T, TDevice>>();
        var lengths = new Dictionary<int, (nint Length, int Operand, Shape Shape)>();
        int broadcastRank = 0;
        for (int number = 0; number < operands.Length; number++)
        {
            ArgumentNullException.ThrowIfNull(operands[number], nameof(operands));
            int[] labels = Labels(equation, number, operands[number].Shape);
            broadcastRank = Math.Max(broadcastRank, operands[number].Rank - equation.Operands[number].Count(label => label != EinsumEquation.Ellipsis));
            CheckLengths(equation, number, operands[number].Shape, labels, lengths);
            rest.Add(WithoutRepetition(operands[number], labels));
        }

        int[] output = [.. equation.Output.SelectMany(label => label == EinsumEquation.Ellipsis ? BroadcastLabels(broadcastRank) : [label])];
        Func<int, bool> isOutput = output.Contains;
        while (rest.Count > 1)
        {
            (int first, int second) = Cheapest(rest, lengths);
            LabelledTensor<T, TDevice> left = rest[first], right = rest[second];
            rest.RemoveAt(second);
            rest.RemoveAt(first);
            bool IsKept(int label) => isOutput(label) || rest.Exists(tensor => tensor.Labels.Contains(label));
            rest.Insert(0, ComesFirst(right, left, output) ? right.Times(left, IsKept) : left.Times(right, IsKept));
        }

        Tensor<T, TDevice> result = rest[0].SummedTo(isOutput).Arranged(output);
        return result.IsContiguous && !SharesWithOne(result, operands) ? result : result.Clone();
    }

    private static bool SharesWithOne<T, TDevice>(Tensor<T, TDevice> result, ReadOnlySpan<Tensor<T, TDevice>> operands)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        foreach (Tensor<T, TDevice> operand in operands)
        {
            if (operand.SharesMemoryWith(result))
            {
                return true;
            }
        }

        return false;
    }

    private static int[] Labels(EinsumEquation equation, int number, Shape shape)
    {
        char[] labels = equation.Operands[number];
        int named = labels.Count(label => label != EinsumEquation.Ellipsis);
        if (named > shape.Rank || (named == labels.Length && named < shape.Rank))
        {
            throw new ShapeException($"Einsum: '{equation.Text}': operand {number} has shape {shape} of rank {shape.Rank}, but {named} label{(named == 1 ? "" : "s")}.");
        }

        return [.. labels.SelectMany(label => label == EinsumEquation.Ellipsis ? BroadcastLabels(shape.Rank - named) : [label])];
    }

    private static IEnumerable<int> BroadcastLabels(int count) => Enumerable.Range(0, count).Select(axis => FirstBroadcastLabel + count - 1 - axis);

    private static void CheckLengths(EinsumEquation equation, int number, Shape shape, int[] labels, Dictionary<int, (nint Length, int Operand, Shape Shape)> lengths)
    {
        for (int axis = 0; axis < labels.Length; axis++)
        {
            int label = labels[axis];
            nint length = shape[axis];
            int earlier = Array.IndexOf(labels, label);
            if (shape[earlier] != length)
            {
                throw new ShapeException($"Einsum: '{equation.Text}': {NameOf(label)} is {shape[earlier]} and {length} long in operand {number} of shape {shape}; a diagonal has one length.");
            }

            if (!lengths.TryGetValue(label, out (nint Length, int Operand, Shape Shape) known) || (known.Length == 1 && length != 1))
            {
                lengths[label] = (length, number, shape);
            }
            else if (length != known.Length && length != 1)
            {
                throw new ShapeException($"Einsum: '{equation.Text}': {NameOf(label)} is {known.Length} long in operand {known.Operand} of shape {known.Shape}, but {length} in operand {number} of shape {shape}.");
            }
        }
    }

    private static string NameOf(int label) =>
        label < FirstBroadcastLabel ? EinsumEquation.Name((char)label) : $"axis {FirstBroadcastLabel - label - 1} of the ellipsis";

    /// <summary>A label that stands twice takes the diagonal.</summary>
    private static LabelledTensor<T, TDevice> WithoutRepetition<T, TDevice>(Tensor<T, TDevice> tensor, int[] labels)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        for (int axis = 0; axis < labels.Length; axis++)
        {
            int second = Array.LastIndexOf(labels, labels[axis]);
            if (second != axis)
            {
                // The diagonal becomes the last axis.
                int label = labels[axis];
                int first = axis;
                int[] rest = [.. labels.Where((_, position) => position != first && position != second), label];
                return WithoutRepetition(tensor.Diagonal(0, axis, second), rest);
            }
        }

        return new(tensor, labels);
    }

    /// <summary>The two operands whose product takes the fewest multiplications; the first of those that take as many.</summary>
    private static (int First, int Second) Cheapest<T, TDevice>(List<LabelledTensor<T, TDevice>> tensors, Dictionary<int, (nint Length, int Operand, Shape Shape)> lengths)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        (int, int) best = (0, 1);
        double least = double.PositiveInfinity;
        for (int first = 0; first < tensors.Count; first++)
        {
            for (int second = first + 1; second < tensors.Count; second++)
            {
                double work = tensors[first].Labels.Union(tensors[second].Labels).Aggregate(1.0, (product, label) => product * lengths[label].Length);
                if (work < least)
                {
                    (best, least) = ((first, second), work);
                }
            }
        }

        return best;
    }

    /// <summary>Whether the result names an axis of one before those of the other: then that one gives the rows, and no transposed copy is made in the end.</summary>
    private static bool ComesFirst<T, TDevice>(LabelledTensor<T, TDevice> tensor, LabelledTensor<T, TDevice> other, int[] output)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> =>
        output.FirstOrDefault(label => tensor.Labels.Contains(label) != other.Labels.Contains(label), -1) is var label && label >= 0 && tensor.Labels.Contains(label);
}
