using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace TypedTensors.Tests.Printing;

/// <summary>An array and what NumPy prints for it; <c>Data/print_cases.py</c> says what the fields mean.</summary>
internal sealed record PrintCase(
    string Name, string Dtype, nint[] Shape, JsonElement[]? Values, JsonElement? Start, JsonElement? Step, PrintOptions Options, string[] Text)
{
    public string Expected => string.Join('\n', Text);

    public static PrintCase[] Load(string path)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. document.RootElement.EnumerateArray().Select(Read)];
    }

    public string Print() => Dtype switch
    {
        "bool" => Filled(i => Values![(int)(i % Values.Length)].GetBoolean()),
        "int8" => PrintIntegers<sbyte>(),
        "uint8" => PrintIntegers<byte>(),
        "int16" => PrintIntegers<short>(),
        "uint16" => PrintIntegers<ushort>(),
        "int32" => PrintIntegers<int>(),
        "uint32" => PrintIntegers<uint>(),
        "int64" => PrintIntegers<long>(),
        "uint64" => PrintIntegers<ulong>(),
        "float16" => PrintFloats<Half>(),
        "float32" => PrintFloats<float>(),
        _ => PrintFloats<double>(),
    };

    private static PrintCase Read(JsonElement item) => new(
        item.GetProperty("name").GetString()!,
        item.GetProperty("dtype").GetString()!,
        [.. item.GetProperty("shape").EnumerateArray().Select(size => (nint)size.GetInt64())],
        item.TryGetProperty("values", out JsonElement values) ? [.. values.EnumerateArray().Select(value => value.Clone())] : null,
        item.TryGetProperty("start", out JsonElement start) ? start.Clone() : null,
        item.TryGetProperty("step", out JsonElement step) ? step.Clone() : null,
        ReadOptions(item.GetProperty("options")),
        [.. item.GetProperty("text").EnumerateArray().Select(line => line.GetString()!)]);

    private static PrintOptions ReadOptions(JsonElement item)
    {
        PrintOptions options = PrintOptions.Default;
        foreach (JsonProperty option in item.EnumerateObject())
        {
            options = option.Name switch
            {
                "precision" => options with { Precision = option.Value.GetInt32() },
                "threshold" => options with { Threshold = (nint)option.Value.GetInt64() },
                "edgeItems" => options with { EdgeItems = option.Value.GetInt32() },
                "lineWidth" => options with { LineWidth = option.Value.GetInt32() },
                _ => options with { SuppressScientific = option.Value.GetBoolean() },
            };
        }

        return options;
    }

    private string PrintIntegers<T>()
        where T : unmanaged, INumber<T> => Values is null
            ? Filled(i => T.CreateTruncating(Start!.Value.GetInt64() + (Step!.Value.GetInt64() * i)))
            : Filled(i => T.Parse(Values[(int)(i % Values.Length)].GetRawText(), CultureInfo.InvariantCulture));

    private string PrintFloats<T>()
        where T : unmanaged, INumber<T> => Values is null
            ? Filled(i => T.CreateTruncating(Start!.Value.GetDouble() + (Step!.Value.GetDouble() * i)))
            : Filled(i => T.CreateTruncating(Number(Values[(int)(i % Values.Length)])));

    private static double Number(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetDouble() : value.GetString() switch
    {
        "nan" => double.NaN,
        "inf" => double.PositiveInfinity,
        _ => double.NegativeInfinity,
    };

    private string Filled<T>(Func<nint, T> element)
        where T : unmanaged
    {
        var shape = new Shape(Shape);
        var elements = new T[shape.Length];
        for (int i = 0; i < elements.Length; i++)
        {
            elements[i] = element(i);
        }

        Tensor<T, Cpu> tensor = elements.AsTensor().Reshape(shape);
        return Options == PrintOptions.Default ? tensor.ToString() : tensor.ToString(Options);
    }
}
