using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Parsing;

/// <summary>The parts of a reduction, whose accumulators may be tuples.</summary>
partial class BodyParser
{
    /// <summary>Reads a method whose leading parameters are accumulators.</summary>
    /// <param name="method">The method.</param>
    /// <param name="parameters">The parameters with every component of an accumulator by itself.</param>
    /// <param name="components">The components of an accumulator.</param>
    /// <param name="accumulators">How many parameters are accumulators.</param>
    /// <param name="handed">How many of the parameters after them the method takes.</param>
    public BodyModel ParseStage(IMethodSymbol method, IReadOnlyList<ParameterModel> parameters, int components, int accumulators, int handed)
    {
        Value[] values = Declare(parameters);
        IEnumerable<Value> arguments = Enumerable.Range(0, accumulators)
            .Select(index => Group(values, index * components, components))
            .Concat(values.Skip(accumulators * components).Take(handed));
        return Build(Run(method, [.. arguments], ImmutableDictionary<string, ElementType>.Empty, null));
    }

    /// <summary>Reads how one element is taken into an accumulator: mapped, and combined with it.</summary>
    public BodyModel ParseAccumulate(IMethodSymbol? map, IMethodSymbol combine, IReadOnlyList<ParameterModel> parameters, int components)
    {
        Value[] values = Declare(parameters);
        Value mapped = map is null
            ? values[components]
            : Run(map, [.. values.Skip(components)], ImmutableDictionary<string, ElementType>.Empty, null);
        return Build(Run(combine, [Group(values, 0, components), mapped], ImmutableDictionary<string, ElementType>.Empty, null));
    }

    /// <summary>Reads how an accumulator that is the result is handed on.</summary>
    public BodyModel ParsePassage(IReadOnlyList<ParameterModel> parameters) => Build(Declare(parameters)[0]);

    Value[] Declare(IReadOnlyList<ParameterModel> parameters) =>
        [.. parameters.Select((parameter, index) => (Value)new Leaf(_builder.Parameter(parameter.Type.Compute, parameter.Name, index, parameter.IsScalar)))];

    static Value Group(Value[] values, int first, int count) =>
        count == 1 ? values[first] : new Aggregate([.. values.Skip(first).Take(count)]);

    BodyModel Build(Value result) => _builder.Build(Leaves(result).ToList());
}
