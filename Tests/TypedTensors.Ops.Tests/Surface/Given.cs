using TypedTensors.Testing.Values;

namespace TypedTensors.Ops.Tests.Surface;

/// <summary>The operands of one call: small whole numbers in mixed order, in a layout.</summary>
/// <param name="shapes">Their shapes.</param>
/// <param name="arrangement">How they lie in memory.</param>
/// <param name="least">The least number.</param>
/// <param name="diagonal">What is added to the diagonal of the first.</param>
/// <param name="isBinary">Whether all numbers are 0 or 1, which every dtype has.</param>
/// <param name="hasNaN">Whether the first element of the first operand is NaN.</param>
sealed class Given(nint[][] shapes, Arrangement arrangement = Arrangement.Contiguous, int least = 0, int diagonal = 0, bool isBinary = false, bool hasNaN = false)
{
    readonly List<(Tensor Tensor, Func<bool> IsUnchanged)> operands = [];

    /// <summary>The operands that have been taken.</summary>
    public IEnumerable<Tensor> Operands => operands.Select(operand => operand.Tensor);

    /// <summary>Whether all operands are as they were.</summary>
    public bool IsUnchanged => operands.TrueForAll(operand => operand.IsUnchanged());

    /// <summary>An operand of the processor.</summary>
    public Tensor<T, Cpu> Of<T>(int operand = 0)
        where T : unmanaged => Make<T>(operand, position => Number(operand, position));

    /// <summary>An operand of a device that says what it computes with; the processor.</summary>
    public Tensor<T, TDevice> Of<T, TDevice>(int operand = 0)
        where T : unmanaged
        where TDevice : struct, IDevice => (Tensor<T, TDevice>)(Tensor)Of<T>(operand);

    /// <summary>Indices below a limit.</summary>
    public Tensor<TIndex, TDevice> Indices<TIndex, TDevice>(int operand, int limit)
        where TIndex : unmanaged
        where TDevice : struct, IDevice => (Tensor<TIndex, TDevice>)(Tensor)Make<TIndex>(operand, position => position * 37 % 101 % limit);

    static double Numbers(int operand, int position) => ((position * 37) + (operand * 5)) % 101;

    double Number(int operand, int position)
    {
        if (hasNaN && operand == 0 && position == 0)
        {
            return double.NaN;
        }

        nint columns = shapes[operand].Length > 0 ? shapes[operand][^1] : 1;
        double number = (Numbers(operand, position) % (isBinary ? 2 : 3)) + (isBinary ? 0 : least);
        return operand == 0 && diagonal > 0 && (position / columns % columns) == position % columns ? number + diagonal : number;
    }

    Tensor<T, Cpu> Make<T>(int operand, Func<int, double> number)
        where T : unmanaged
    {
        nint[] shape = shapes[operand];
        Tensor<T, Cpu> plain = Enumerable.Range(0, (int)new Shape(shape).Length).Select(number).ToArray().AsTensor().Reshape(shape).Cast<T>();
        Tensor<T, Cpu> tensor = Arranged(plain);
        T[] before = tensor.ToArray();
        operands.Add((tensor, () => before.AsSpan().SequenceEqual(tensor.ToArray())));
        return tensor;
    }

    Tensor<T, Cpu> Arranged<T>(Tensor<T, Cpu> plain)
        where T : unmanaged
    {
        if (plain.Rank == 0 || arrangement == Arrangement.Contiguous)
        {
            return plain;
        }

        if (arrangement is Arrangement.Broadcast or Arrangement.CloneOfBroadcast)
        {
            Tensor<T, Cpu> broadcast = plain.Length == 0 ? plain : plain[..1].BroadcastTo(plain.Shape);
            return arrangement == Arrangement.Broadcast ? broadcast : broadcast.Clone();
        }

        return (Tensor<T, Cpu>)Elements<Cpu>.Of(plain.Dtype).Arranged(Enum.Parse<LayoutKind>(arrangement.ToString()), plain.ToArray(), plain.Shape.AsSpan());
    }
}
