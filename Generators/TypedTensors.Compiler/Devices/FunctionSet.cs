using System.Globalization;
using System.Text;
using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Model.Serialization;

namespace TypedTensors.Compiler.Devices;

/// <summary>The functions that one kernel calls, lowered as they are asked for: each once, and after those it calls itself.</summary>
sealed class FunctionSet
{
    readonly List<FunctionModel> _bodies;
    readonly Dictionary<FunctionModel, DeviceFunctionModel> _lowered = [];
    readonly List<DeviceFunctionModel> _functions = [];
    readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    public FunctionSet(IEnumerable<FunctionText> texts) =>
        _bodies = [.. texts.Select(text => FunctionReader.Read(text.ContainingType, text.Text))];

    /// <summary>The functions that have been asked for, each after those it calls.</summary>
    public EquatableArray<DeviceFunctionModel> Functions => _functions.ToEquatableArray();

    /// <summary>The function that a call means.</summary>
    public DeviceFunctionModel Find(FunctionCall call)
    {
        FunctionModel function = _bodies.Find(candidate => candidate.IsCalledBy(call.ContainingType, call.Method, call.Parameters))
            ?? throw new InvalidOperationException($"{call} has no body.");
        if (!_lowered.TryGetValue(function, out DeviceFunctionModel? lowered))
        {
            lowered = Lower(function);
            _lowered[function] = lowered;
            _functions.Add(lowered);
        }

        return lowered;
    }

    DeviceFunctionModel Lower(FunctionModel function)
    {
        BodyModel body = Lowering.Lower(function.Body, new Specialization(null, null), this);
        string parameters = string.Join(", ", function.Parameters.Select(parameter => $"{parameter.Type.Name} {parameter.Name}"));
        return new DeviceFunctionModel(
            NameOf(function),
            function.Parameters.Select(parameter => new DeviceParameter(parameter.Name!, DeviceTypes.Computed(parameter.Type))).ToEquatableArray(),
            new[] { DeviceTypes.Computed(function.Result) }.ToEquatableArray(),
            body,
            $"{function.Result.Name} {function.ContainingType.Replace("global::", "")}.{function.Method}({parameters})");
    }

    // With the type's name before it, no function has the name of one of the language's own.
    string NameOf(FunctionModel function)
    {
        string type = function.ContainingType.Substring(function.ContainingType.LastIndexOfAny(['.', ':']) + 1);
        string name = Identifier($"{type}_{function.Method}");
        string distinct = _names.Contains(name) ? Identifier($"{name}_{string.Join("_", function.Parameters.Select(parameter => parameter.Type.Kind))}") : name;
        for (int number = 2; !_names.Add(distinct); number++)
        {
            distinct = $"{name}_{number.ToString(CultureInfo.InvariantCulture)}";
        }

        return distinct;
    }

    /// <summary>A C# identifier in the letters that every shading language has.</summary>
    public static string Identifier(string name)
    {
        var text = new StringBuilder();
        foreach (char letter in name)
        {
            _ = letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_'
                ? text.Append(letter)
                : text.Append('u').Append(((int)letter).ToString("X4", CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }
}
