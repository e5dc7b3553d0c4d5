using TypedTensors.Testing.Catalog;
using TypedTensors.Testing.Values;

namespace TypedTensors.Testing.Laws;

/// <summary>How an operand lies in memory changes nothing: strides, negative ones and exchanged axes give what a contiguous clone gives.</summary>
public static class LayoutLaw
{
    static readonly nint[][] Shapes = [[131], [13, 21], [3, 5, 19]];

    /// <summary>Checks every layout in each position alone, and in all at once.</summary>
    public static void Check<TDevice>(Operation operation, Dtype dtype)
        where TDevice : struct, IDevice
    {
        var typed = new TypedOperation<TDevice>(operation, dtype);
        var verdict = new Verdict(typed, "layout changes nothing");
        foreach (nint[] shape in Shapes)
        {
            Samples samples = Samples.Draw(typed, (int)new Shape(shape).Length);
            Array[] expected = typed.Contiguous(samples, shape);
            foreach (LayoutKind layout in Enum.GetValues<LayoutKind>())
            {
                foreach (int position in (IEnumerable<int>)[.. operation.Operands, -1])
                {
                    Tensor[] results = typed.Run(samples.Operands(operation, index => Elements<TDevice>.Of(typed.Inputs[index])
                        .Arranged(index == position || position < 0 ? layout : LayoutKind.Contiguous, samples.Columns[index], shape)));
                    string which = position < 0 ? "all operands" : $"operand {position}";
                    verdict.Same(expected, 0, typed.Read(results), $"{which} {layout}, shape {results[0].Shape}", samples);
                }
            }
        }
    }
}
