using System.Reflection;
using System.Text.Json;
using TypedTensors.Testing.Catalog;
using TypedTensors.Testing.Values;

namespace TypedTensors.Ops.Tests.Conformance.NodeTests;

/// <summary>Runs a case through the mapping and compares what comes of it.</summary>
static class OnnxRun
{
    /// <summary>What is wrong with a case; null if nothing is.</summary>
    public static string? Fault(OnnxCase test)
    {
        try
        {
            Dictionary<string, Tensor?> values = test.Given.ToDictionary(value => value.Key, value => (Tensor?)OnnxCase.Read(value.Value));
            foreach (JsonElement node in test.Nodes)
            {
                Run(test, node, values);
            }

            return test.Expected.Select(output => Difference(test, output.Key, values.GetValueOrDefault(output.Key), OnnxCase.Read(output.Value))).FirstOrDefault(fault => fault is not null);
        }
        catch (Exception exception)
        {
            // Whatever an operation throws is what is wrong with it here.
            return $"{exception.GetType().Name}: {exception.Message}";
        }
    }

    /// <summary>Runs an operation of the catalog on all inputs of a call.</summary>
    public static Tensor Elementwise(string operation, OnnxCall call) => new TypedOperation<Cpu>(BuiltIn.Find(operation), call.Inputs[0]!.Dtype).Run([.. call.Inputs!])[0];

    static void Run(OnnxCase test, JsonElement node, Dictionary<string, Tensor?> values)
    {
        string name = node.GetProperty("op").GetString()!;
        string[] outputs = Names(node, "outputs");
        var call = new OnnxCall(test.Opset, [.. Names(node, "inputs").Select(input => input.Length == 0 ? null : values[input])], outputs.Length, node.GetProperty("attrs"));
        Tensor?[] results = Call(name, call);
        for (int index = 0; index < outputs.Length; index++)
        {
            values[outputs[index]] = outputs[index].Length == 0 ? null : results[index];
        }
    }

    static Tensor?[] Call(string name, OnnxCall call)
    {
        if (OnnxMapping.Elementwise.TryGetValue(name, out string? operation))
        {
            return [Elementwise(operation, call)];
        }

        MethodInfo method = OnnxMapping.Find(name) ?? throw new InvalidOperationException($"{name} is not in the mapping.");
        if (method.IsGenericMethodDefinition)
        {
            int typed = method.GetCustomAttribute<TypedByAttribute>()?.Input ?? 0;
            Type element = DtypeDispatch.TypeOf(call.Inputs[typed]!.Dtype);
            method = method.GetGenericArguments().Length == 1 ? method.MakeGenericMethod(element) : method.MakeGenericMethod(element, typeof(Cpu));
        }

        object result = method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [call], null)!;
        return result is Tensor tensor ? [tensor] : (Tensor?[])result;
    }

    static string[] Names(JsonElement node, string part) => [.. node.GetProperty(part).EnumerateArray().Select(value => value.GetString()!)];

    static string? Difference(OnnxCase test, string name, Tensor? actual, Tensor expected)
    {
        if (actual is null || actual.Dtype != expected.Dtype || actual.Shape != expected.Shape)
        {
            return $"{name} is {(actual is null ? "nothing" : $"{Dtypes.NameOf(actual.Dtype)} {actual.Shape}")} in place of {Dtypes.NameOf(expected.Dtype)} {expected.Shape}";
        }

        return OnnxMapping.IsRandom(test) ? null : DtypeDispatch.Run(expected.Dtype, new Comparison(name, actual, expected, test.Relative, test.Absolute));
    }

    readonly struct Comparison(string name, Tensor actual, Tensor expected, double relative, double absolute) : IDtypeAction<string?>
    {
        public string? Run<T>()
            where T : unmanaged
        {
            Tensor<T, Cpu> x = (Tensor<T, Cpu>)actual, y = (Tensor<T, Cpu>)expected;
            T[] mine = x.ToArray(), theirs = y.ToArray();
            double[] numbers = x.Cast<double>().ToArray(), truths = y.Cast<double>().ToArray();
            bool isFloating = expected.Dtype is Dtype.Half or Dtype.Single or Dtype.Double;
            for (int i = 0; i < mine.Length; i++)
            {
                if (!mine[i].Equals(theirs[i]) && !(isFloating && Math.Abs(numbers[i] - truths[i]) <= absolute + (relative * Math.Abs(truths[i]))))
                {
                    return FormattableString.Invariant($"{name}[{i}] is {mine[i]} in place of {theirs[i]}");
                }
            }

            return null;
        }
    }
}
