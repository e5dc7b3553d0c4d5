using System.Text.Json;

namespace TypedTensors.Ops.Tests.Conformance.NodeTests;

/// <summary>One operator of a case with its inputs and attributes.</summary>
/// <param name="opset">The version of the operator.</param>
/// <param name="inputs">The inputs; null where an optional one is left out.</param>
/// <param name="outputs">The number of outputs that are asked for.</param>
/// <param name="attributes">The attributes.</param>
public sealed class OnnxCall(int opset, Tensor?[] inputs, int outputs, JsonElement attributes)
{
    /// <summary>The version of the operator.</summary>
    public int Opset => opset;

    /// <summary>The inputs; null where an optional one is left out.</summary>
    public Tensor?[] Inputs => inputs;

    /// <summary>The number of outputs that are asked for.</summary>
    public int Outputs => outputs;

    /// <summary>Whether an optional input is given.</summary>
    public bool Has(int index) => index < inputs.Length && inputs[index] is not null;

    /// <summary>Whether an attribute is given.</summary>
    public bool Has(string name) => attributes.TryGetProperty(name, out _);

    /// <summary>An input of a known dtype.</summary>
    public Tensor<T, Cpu> Get<T>(int index)
        where T : unmanaged => (Tensor<T, Cpu>)inputs[index]!;

    /// <summary>An input of a known dtype, of a device that says what it computes with: as a type parameter, which <see cref="Cpu"/> stands for.</summary>
    public Tensor<T, TDevice> Get<T, TDevice>(int index)
        where T : unmanaged
        where TDevice : struct, IDevice => (Tensor<T, TDevice>)inputs[index]!;

    /// <summary>An optional input of a known dtype.</summary>
    public Tensor<T, TDevice>? Optional<T, TDevice>(int index)
        where T : unmanaged
        where TDevice : struct, IDevice => Has(index) ? Get<T, TDevice>(index) : null;

    /// <summary>An input of integers of either width, such as axes and shapes.</summary>
    public nint[] Integers(int index) =>
        [.. (inputs[index] is Tensor<int, Cpu> narrow ? narrow.Cast<long>() : (Tensor<long, Cpu>)inputs[index]!).ToArray().Select(value => (nint)value)];

    /// <summary>An integer attribute.</summary>
    public int Integer(string name, int absent = 0) => Has(name) ? attributes.GetProperty(name).GetInt32() : absent;

    /// <summary>A switch, which ONNX has as an integer.</summary>
    public bool Flag(string name, bool absent = false) => Integer(name, absent ? 1 : 0) != 0;

    /// <summary>A floating attribute.</summary>
    public double Number(string name, double absent) => Has(name) ? attributes.GetProperty(name).GetDouble() : absent;

    /// <summary>A text attribute.</summary>
    public string Text(string name, string absent = "") => Has(name) ? attributes.GetProperty(name).GetString()! : absent;

    /// <summary>An attribute of several integers; null if it is not given.</summary>
    public nint[]? List(string name) => Has(name) ? [.. attributes.GetProperty(name).EnumerateArray().Select(value => (nint)value.GetInt64())] : null;

    /// <summary>An attribute that is a tensor.</summary>
    public Tensor Tensor(string name) => OnnxCase.Read(attributes.GetProperty(name).GetProperty("tensor").GetProperty("file").GetString()!);
}
