using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Model.Serialization;

namespace TypedTensors.Compiler.Devices;

/// <summary>The functions that one kernel calls, lowered as they are asked for: each once, and after those it calls itself.</summary>
/// <remarks>
/// The kernels of a project mostly call the same few functions. So what was read and lowered for one kernel is kept as long as the function's text is, for the next;
/// and printers that meet the same object again can keep what they made of it.
/// </remarks>
sealed class FunctionSet
{
    static readonly ConditionalWeakTable<FunctionText, FunctionModel> KnownModels = new();
    static readonly ConditionalWeakTable<FunctionModel, Lowered> KnownFunctions = new();

    readonly FunctionModel[] _bodies;
    readonly DeviceFunctionModel?[] _lowered;
    readonly List<DeviceFunctionModel> _functions = [];
    readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    // What the functions that are being lowered call.
    readonly Stack<List<(FunctionModel Callee, string Name)>> _calls = new([[]]);

    public FunctionSet(IEnumerable<FunctionText> texts)
    {
        _bodies = [.. texts.Select(text => KnownModels.GetValue(text, static key => FunctionReader.Read(key.ContainingType, key.Text)))];
        _lowered = new DeviceFunctionModel?[_bodies.Length];
    }

    /// <summary>The functions that have been asked for, each after those it calls.</summary>
    public EquatableArray<DeviceFunctionModel> Functions => _functions.ToEquatableArray();

    /// <summary>The function that a call means.</summary>
    public DeviceFunctionModel Find(FunctionCall call)
    {
        int index = Array.FindIndex(_bodies, candidate => candidate.IsCalledBy(call.ContainingType, call.Method, call.Parameters));
        return index < 0 ? throw new InvalidOperationException($"{call} has no body.") : Find(index);
    }

    DeviceFunctionModel Find(int index)
    {
        if (_lowered[index] is not { } lowered)
        {
            _calls.Push([]);
            lowered = Lower(_bodies[index]);
            _calls.Pop();
            _lowered[index] = lowered;
            _functions.Add(lowered);
        }

        _calls.Peek().Add((_bodies[index], lowered.Name));
        return lowered;
    }

    DeviceFunctionModel Lower(FunctionModel function)
    {
        // A body names what it calls, and that depends on the names that a kernel has already.
        if (KnownFunctions.TryGetValue(function, out Lowered? known) && known.Calls.All(call => HasName(call.Callee, call.Name)))
        {
            string name = NameOf(function);
            return name == known.Function.Name ? known.Function : known.Function with { Name = name };
        }

        BodyModel body = Lowering.Lower(function.Body, new Specialization(null, null), this);
        string parameters = string.Join(", ", function.Parameters.Select(parameter => $"{parameter.Type.Name} {parameter.Name}"));
        var lowered = new DeviceFunctionModel(
            NameOf(function),
            function.Parameters.Select(parameter => new DeviceParameter(parameter.Name!, DeviceTypes.Computed(parameter.Type))).ToEquatableArray(),
            new[] { DeviceTypes.Computed(function.Result) }.ToEquatableArray(),
            body,
            $"{function.Result.Name} {function.ContainingType.Replace("global::", "")}.{function.Method}({parameters})");
        return known is null ? KnownFunctions.GetValue(function, _ => new Lowered(lowered, [.. _calls.Peek()])).Function : lowered;
    }

    bool HasName(FunctionModel callee, string name)
    {
        int index = Array.FindIndex(_bodies, candidate => ReferenceEquals(candidate, callee));
        return index >= 0 && Find(index).Name == name;
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

    /// <summary>A function as it was lowered for one kernel.</summary>
    /// <param name="Function">The function.</param>
    /// <param name="Calls">What it calls, by the names that its body has for them.</param>
    sealed record Lowered(DeviceFunctionModel Function, List<(FunctionModel Callee, string Name)> Calls);
}
