using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Devices;

/// <summary>Loops. The counter takes the type that it is compared in; the body reads it in its own.</summary>
sealed partial class Lowering
{
    void LowerLoop(LoopInstruction loop, ElementType type)
    {
        ElementType counterType = _builder.TypeOf(_values[loop.Bound]);
        int start = ConvertInteger(_values[loop.Start], counterType);
        int counter = _builder.NewValue(counterType);
        List<(LoopVariable Source, ElementType Type, int Initial, int Inside)> variables = [];
        foreach (LoopVariable variable in loop.Variables)
        {
            int initial = _values[variable.Initial];
            int inside = _builder.NewValue(_builder.TypeOf(initial));
            _types[variable.Inside] = _specialization.Of(variable.Type);
            if (variable.Type.IsGeneric)
            {
                _open.Add(variable.Inside);
            }

            _values[variable.Inside] = inside;
            variables.Add((variable, _builder.TypeOf(initial), initial, inside));
        }

        _builder.BeginRegion();
        _values[loop.Id] = Wrapped(type, ConvertInteger(counter, DeviceTypes.Computed(type)));
        Lower(loop.Body);
        EquatableArray<Instruction> body = _builder.EndRegion();
        _builder.Add(new LoopInstruction(
            counter,
            counterType,
            loop.Name,
            start,
            _values[loop.Bound],
            loop.While,
            loop.Step,
            variables.Select(variable => new LoopVariable(
                variable.Source.Name, variable.Type, variable.Initial, variable.Inside, _values[variable.Source.Next])).ToEquatableArray(),
            loop.ActiveVariable,
            body));
    }
}
