using System.Text.Json;

namespace TypedTensors.Ops.Tests.Conformance;

/// <summary>The points of one function in one dtype: a line of the manifest.</summary>
/// <param name="Function">NumPy's name of the function.</param>
/// <param name="Dtype">The dtype.</param>
/// <param name="Count">The number of points.</param>
/// <param name="MaxUlp">How far a result may be from the correctly rounded one.</param>
/// <param name="Input">The member of the archive with the arguments.</param>
/// <param name="Expected">The member with the correctly rounded results.</param>
public sealed record UmathSet(string Function, Dtype Dtype, int Count, int MaxUlp, string Input, string Expected)
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Conformance", "umath");

    /// <summary>The archive with all points.</summary>
    public static string Archive { get; } = Path.Combine(Folder, "data", "umath.npz");

    /// <summary>All sets.</summary>
    public static IReadOnlyList<UmathSet> All { get; } = [.. File.ReadLines(Path.Combine(Folder, "manifest.jsonl")).Select(Parse)];

    static UmathSet Parse(string line)
    {
        JsonElement row = JsonDocument.Parse(line).RootElement;
        string Member(string name) => row.GetProperty(name).GetString()!.Split('/')[1];
        return new UmathSet(
            row.GetProperty("op").GetString()!,
            row.GetProperty("dtype").GetString() == "float32" ? Dtype.Single : Dtype.Double,
            row.GetProperty("n").GetInt32(),
            row.GetProperty("max_ulp").GetInt32(),
            Member("input"),
            Member("expected"));
    }
}
