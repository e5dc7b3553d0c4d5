using System.Text.Json;
using TypedTensors.Testing.Values;

namespace TypedTensors.Ops.Tests.Conformance.NodeTests;

/// <summary>A test of the ONNX project: operators to run in order, what they are given, and what they must give.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Operator">The operators, joined by +.</param>
/// <param name="Opset">The version of the operators.</param>
/// <param name="Nodes">The operators in order.</param>
/// <param name="Given">The members of archives that hold inputs and initializers, by the names of the values.</param>
/// <param name="Expected">The members that hold the outputs.</param>
/// <param name="Relative">How far an output may be from its value, as a part of the value.</param>
/// <param name="Absolute">How much further it may be.</param>
public sealed record OnnxCase(
    string Id,
    string Operator,
    int Opset,
    IReadOnlyList<JsonElement> Nodes,
    IReadOnlyDictionary<string, string> Given,
    IReadOnlyDictionary<string, string> Expected,
    double Relative,
    double Absolute)
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Conformance", "onnx");

    /// <summary>All cases, in the order of the manifest.</summary>
    public static IReadOnlyList<OnnxCase> All { get; } = [.. File.ReadLines(Path.Combine(Folder, "manifest.jsonl")).Select(Parse)];

    /// <summary>Reads a tensor.</summary>
    /// <param name="file">The archive and its member, as <c>pack/member</c>.</param>
    public static Tensor Read(string file)
    {
        string[] parts = file.Split('/');
        using NpzArchive archive = Npz.Load(Path.Combine(Folder, "data", parts[0] + ".npz"));
        return DtypeDispatch.Run(archive.ReadHeader(parts[1]).Dtype, new Reading(archive, parts[1]));
    }

    static OnnxCase Parse(string line)
    {
        JsonElement row = JsonDocument.Parse(line).RootElement;
        Dictionary<string, string> Files(params string[] parts) =>
            parts.SelectMany(part => row.GetProperty(part).EnumerateObject()).ToDictionary(value => value.Name, value => value.Value.GetProperty("file").GetString()!);
        return new OnnxCase(
            row.GetProperty("id").GetString()!,
            row.GetProperty("op").GetString()!,
            row.GetProperty("opset").GetInt32(),
            [.. row.GetProperty("nodes").EnumerateArray()],
            Files("initializers", "inputs"),
            Files("outputs"),
            row.GetProperty("rtol").GetDouble(),
            row.GetProperty("atol").GetDouble());
    }

    readonly struct Reading(NpzArchive archive, string member) : IDtypeAction<Tensor>
    {
        public Tensor Run<T>()
            where T : unmanaged => archive.Get<T>(member);
    }
}
