using TypedTensors.Testing.Values;

namespace TypedTensors.Ops.Tests.Surface;

/// <summary>What an operation gives at its edges, as lines of text.</summary>
static class Outcomes
{
    /// <summary>The operation's name and its outcomes: each axis of each operand without elements, each operand a scalar, a NaN, and shapes that do not fit.</summary>
    public static IEnumerable<string> Of(SurfaceCase item)
    {
        nint[][] shapes = item.Description.Shapes;
        Dtype dtype = item.Dtypes.Contains(Dtype.Double) ? Dtype.Double : item.Dtypes[0];
        yield return $"{item.Name}: {string.Join(" ", item.Dtypes)}";
        foreach (nint[][] empty in Edges(shapes).DistinctBy(Text))
        {
            yield return $"    {Text(empty)}: {Outcome(item, dtype, new Given(empty, least: item.Description.Least), Whole)}";
        }

        if (dtype == Dtype.Double)
        {
            var given = new Given(shapes, least: item.Description.Least, diagonal: item.Description.Diagonal, hasNaN: true);
            yield return $"    NaN first of {Text(shapes)}: {Outcome(item, dtype, given, Places)}";
        }

        if (item.Description.Refused is not { } text)
        {
            yield break;
        }

        nint[][] refused = CaseAttribute.Parse(text);
        yield return $"    refused {Text(refused)}: {Outcome(item, dtype, new Given(refused), Whole)}";
    }

    static IEnumerable<nint[][]> Edges(nint[][] shapes)
    {
        for (int operand = 0; operand < shapes.Length; operand++)
        {
            for (int axis = 0; axis < shapes[operand].Length; axis++)
            {
                // The same length elsewhere goes with it, so that what fits together still does.
                nint length = shapes[operand][axis];
                yield return With(shapes, operand, [.. shapes[operand].Select((size, other) => other == axis ? 0 : size)]);
                yield return [.. shapes.Select(shape => shape.Select(size => size == length ? 0 : size).ToArray())];
            }

            yield return With(shapes, operand, []);
        }

        yield return [.. shapes.Select(_ => Array.Empty<nint>())];
    }

    static nint[][] With(nint[][] shapes, int operand, nint[] shape) => [.. shapes.Select((other, index) => index == operand ? shape : other)];

    static string Text(nint[][] shapes) => string.Join(" ", shapes.Select(shape => new Shape(shape).ToString()));

    static string Outcome(SurfaceCase item, Dtype dtype, Given given, Func<Tensor, string> text)
    {
        try
        {
            return string.Join(" ", item.Run(dtype, given).Select(text));
        }
        catch (Exception exception)
        {
            // Whatever it throws is what comes of it.
            return $"{exception.GetType().Name}: {exception.Message}";
        }
    }

    // Of a few elements all, so that the value of nothing is seen.
    static string Whole(Tensor tensor) => tensor.Length is > 0 and <= 6
        ? $"{tensor.Shape} {string.Join(" ", Numbers(tensor).Select(number => FormattableString.Invariant($"{number.Real:G6}")))};"
        : $"{tensor.Shape};";

    static string Places(Tensor tensor) => $"{tensor.Shape} {string.Concat(Numbers(tensor).Take(64).Select(number => double.IsNaN(number.Real) || double.IsNaN(number.Imaginary) ? 'N' : '.'))};";

    static Complex<double>[] Numbers(Tensor tensor) => DtypeDispatch.Run(tensor.Dtype, new Reading(tensor));

    readonly struct Reading(Tensor tensor) : IDtypeAction<Complex<double>[]>
    {
        public Complex<double>[] Run<T>()
            where T : unmanaged => ((Tensor<T, Cpu>)tensor).Cast<Complex<double>>().ToArray();
    }
}
