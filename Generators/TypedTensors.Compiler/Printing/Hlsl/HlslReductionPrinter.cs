using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Text;

namespace TypedTensors.Compiler.Printing.Hlsl;

/// <summary>Writes a reduction as an HLSL compute shader with the entry point <c>Execute</c>, which works as the SPIR-V module does.</summary>
/// <remarks>The constants are words in <c>b0</c>, four to a register, so that those of the axes have numbers; buffers are bound as for element-wise kernels.</remarks>
public sealed class HlslReductionPrinter
{
    const int GroupSize = 256, Unrolled = 4;

    readonly DeviceReductionModel _reduction;
    readonly ReductionConstants _constants;
    readonly IndentedWriter _writer = new();
    readonly string[] _components;
    readonly string _element;

    HlslReductionPrinter(DeviceReductionModel reduction, ReductionConstants constants)
    {
        (_reduction, _constants) = (reduction, constants);
        var names = new HlslNames();
        _components = [.. reduction.Accumulator.Select(component => names.Take(component.Name))];
        _element = names.Take(reduction.Element.Name);
    }

    bool IsSingle => _components.Length == 1;

    string Accumulator => IsSingle ? HlslTypes.Name(_reduction.Accumulator[0].Computed) : "Accumulator";

    // One value is as good as exact only in a precise variable; a structure's items are those of functions that had some.
    string AccumulatorLocal => IsSingle ? HlslTypes.Local(_reduction.Accumulator[0].Computed) : "Accumulator";

    /// <summary>Whether HLSL has words for a reduction: it lacks 64-bit integers, and computes the functions of <see cref="double"/> in float.</summary>
    /// <param name="reduction">The reduction.</param>
    /// <returns>True when <see cref="Print(DeviceReductionModel, ReductionConstants)"/> writes it.</returns>
    public static bool CanSay(DeviceReductionModel reduction) =>
        !reduction.UsesPositions && reduction.Accumulator.All(component => HlslTypes.Has(component.Computed)) && HlslPrinter.CanSay(reduction.AsElementwise());

    /// <summary>Writes the shader.</summary>
    /// <param name="reduction">A reduction that HLSL has words for.</param>
    /// <param name="constants">The layout of its constants.</param>
    /// <returns>The text.</returns>
    public static string Print(DeviceReductionModel reduction, ReductionConstants constants) => new HlslReductionPrinter(reduction, constants).Print();

    string Print()
    {
        _writer.Line($"// {_reduction.Name}: 256 threads are lanes of a few results; lanes take elements, and are then combined in pairs.");
        _writer.Line("//");
        _writer.Line("//     " + _reduction.Source.Replace("\n", "\n//     "));
        _writer.Line($$"""

            {{HlslPrinter.Macros}}

            CONSTANTS
            {
                uint4 words[{{ReductionConstants.Words / 4}}];
            };

            """);
        Buffers();
        HlslHelpers.Print(_writer, _reduction.AsElementwise());
        HlslFunctions.Print(_writer, _reduction.Functions);
        Bodies();
        Locations();
        Gather();
        Execute();
        return _writer.ToString();
    }

    void Buffers()
    {
        string Declare(int slot, DeviceOperand operand, string name) => $"BINDING({slot}) RWStructuredBuffer<{HlslTypes.Stored(operand)}> {name} : register(u{slot});";

        _writer.Line(Declare(0, _reduction.Element, "buffer_source"));
        _writer.Line(Declare(1, _reduction.Result, "buffer_result"));
        for (int component = 0; component < _components.Length; component++)
        {
            _writer.Line(Declare(2 + component, _reduction.Accumulator[component], "partial_" + _components[component]));
        }

        _writer.Line();
        for (int component = 0; component < _components.Length; component++)
        {
            _writer.Line($"groupshared {HlslTypes.Name(_reduction.Accumulator[component].Computed)} shared_{_components[component]}[{GroupSize}];");
        }

        _writer.Line();
    }

    void Bodies()
    {
        if (!IsSingle)
        {
            _writer.Line("struct Accumulator");
            _writer.Line("{");
            _writer.Indent(() =>
            {
                for (int component = 0; component < _components.Length; component++)
                {
                    _writer.Line($"{HlslTypes.Name(_reduction.Accumulator[component].Computed)} {_components[component]};");
                }
            });
            _writer.Line("};");
            _writer.Line();
        }

        string[] items = IsSingle ? [] : _components;
        Body(Accumulator, "Identity", [], _reduction.Identity, items);
        Body(Accumulator, "Accumulate", _reduction.AccumulateParameters, _reduction.Accumulate, items);
        Body(Accumulator, "Combine", _reduction.CombineParameters, _reduction.Combine, items);
        Body(HlslTypes.Name(_reduction.Result.Computed), "Finish", _reduction.FinishParameters, _reduction.Finish, []);
        _writer.Block($"{Accumulator} Shared(uint slot)", () => Collect(component => $"shared_{component}[slot]"));
        _writer.Line();
        _writer.Block($"void Share(uint slot, {Accumulator} total)", () => Assign(component => $"shared_{component}[slot]"));
        _writer.Line();
    }

    void Body(string type, string name, IEnumerable<DeviceParameter> parameters, BodyModel body, string[] items)
    {
        new HlslFunction(body).Print(_writer, type, name, parameters, items);
        _writer.Line();
    }

    void Collect(Func<string, string> value)
    {
        if (IsSingle)
        {
            _writer.Line($"return {value(_components[0])};");
            return;
        }

        _writer.Line("Accumulator total;");
        foreach (string component in _components)
        {
            _writer.Line($"total.{component} = {value(component)};");
        }

        _writer.Line("return total;");
    }

    void Assign(Func<string, string> place, Func<int, string, string>? store = null)
    {
        for (int component = 0; component < _components.Length; component++)
        {
            string value = IsSingle ? "total" : $"total.{_components[component]}";
            _writer.Line($"{place(_components[component])} = {(store is null ? value : store(component, value))};");
        }
    }

    void Locations() => _writer.Line($$"""
        uint Word(uint index) { return words[index >> 2][index & 3u]; }

        uint Small(uint shift) { return (Word({{ReductionConstants.Plan}}u) >> shift) & {{ReductionConstants.SmallMask}}u; }

        // The axes innermost first; the outermost takes what is left, without a division.
        void LocateOutput(uint output, out uint source, out uint target)
        {
            source = Word({{_constants.SourceBase}}u);
            target = Word({{_constants.ResultBase}}u);
            uint word = {{_constants.Axes}}u;
            for (uint axis = Small({{ReductionConstants.KeptShift}}u) - 1u; axis > 0u; axis--)
            {
                uint size = Word(word + 2u), rest = output / size, coordinate = output - rest * size;
                source += coordinate * Word(word);
                target += coordinate * Word(word + 1u);
                output = rest;
                word += 3u;
            }

            source += output * Word(word);
            target += output * Word(word + 1u);
        }

        uint LocateElement(uint element)
        {
            uint index = 0u, word = {{_constants.Axes - 1}}u + 3u * Small({{ReductionConstants.KeptShift}}u);
            for (uint axis = Small({{ReductionConstants.ReducedShift}}u) - 1u; axis > 0u; axis--)
            {
                uint size = Word(word + 1u), rest = element / size;
                index += (element - rest * size) * Word(word);
                element = rest;
                word += 2u;
            }

            return index + element * Word(word);
        }

        """);

    void Gather()
    {
        string type = HlslTypes.Name(_reduction.Element.Computed);
        string stored = "buffer_source[index]";
        _writer.Line($"{type} Load(uint index) {{ return {(_reduction.Element.Computed.IsBoolean ? $"{stored} != 0u" : stored)}; }}");
        _writer.Line();
        _writer.Line("// One lane's share of a result's elements, or of its partial accumulators.");
        _writer.Block($"{Accumulator} Gather(uint output, uint start, uint end, uint step)", () =>
        {
            _writer.Line($"{AccumulatorLocal} total = Identity();");
            _writer.Block($"if ((Word({ReductionConstants.Plan}u) & {ReductionConstants.ReadsPartials}u) != 0u)", () =>
            {
                _writer.Line("[loop]");
                _writer.Block("for (uint at = start; at < end; at += step)", () =>
                {
                    _writer.Line($"uint index = output * Word({ReductionConstants.PartialStride}u) + at;");
                    IEnumerable<string> right = _components.Select((component, number) =>
                        $"partial_{component}[index]{(_reduction.Accumulator[number].Computed.IsBoolean ? " != 0u" : "")}");
                    _writer.Line($"total = Combine({string.Join(", ", Items("total").Concat(right))});");
                });
                _writer.Line();
                _writer.Line("return total;");
            });
            _writer.Line();
            _writer.Line($"""
                uint first, target, element = start;
                LocateOutput(output, first, target);
                uint reach = step * {Unrolled - 1}u;
                uint last = reach < end ? end - reach : 0u;
                """);
            Loop("last", Unrolled, type);
            Loop("end", 1, type);
            _writer.Line("return total;");
        });
        _writer.Line();
    }

    void Loop(string end, int count, string type)
    {
        _writer.Line("[loop]");
        _writer.Block($"for (; element < {end}; element += step * {count}u)", () =>
        {
            for (int round = 0; round < count; round++)
            {
                string offset = round == 0 ? "" : $" + step * {round}u";
                _writer.Line($"{type} {_element}{round} = Load(first + LocateElement(element{offset}));");
            }

            for (int round = 0; round < count; round++)
            {
                _writer.Line($"total = Accumulate({string.Join(", ", [.. Items("total"), $"{_element}{round}"])});");
            }
        });
        _writer.Line();
    }

    void Execute()
    {
        _writer.Line($"[numthreads({GroupSize}, 1, 1)]");
        _writer.Block("void Execute(uint3 group : SV_GroupID, uint thread : SV_GroupIndex)", () =>
        {
            _writer.Line($$"""
                uint lanesLog = Small({{ReductionConstants.LanesShift}}u), columnsLog = 8u - lanesLog;
                uint lanes = 1u << lanesLog, columns = 1u << columnsLog;
                bool across = (Word({{ReductionConstants.Plan}}u) & {{ReductionConstants.Across}}u) != 0u;
                uint column = across ? thread & (columns - 1u) : thread >> lanesLog;
                uint lane = across ? thread >> columnsLog : thread & (lanes - 1u);
                uint outputs = Word({{ReductionConstants.Outputs}}u), count = Word({{ReductionConstants.Count}}u), pieces = Word({{ReductionConstants.Pieces}}u), pieceLength = Word({{ReductionConstants.PieceLength}}u);
                uint tasks = ((outputs + columns - 1u) >> columnsLog) * pieces;

                // All threads of a group take the same way, as barriers want.
                [loop]
                for (uint task = group.x; task < tasks; task += Word({{ReductionConstants.Groups}}u))
                {
                    uint tile = task / pieces, piece = task - tile * pieces;
                    uint firstOutput = tile << columnsLog, output = firstOutput + column;
                    uint start = piece * pieceLength, length = min(count - start, pieceLength);
                    bool isThere = output < outputs;
                    Share((lane << columnsLog) + column, Gather(isThere ? output : firstOutput, start + lane, isThere ? start + length : 0u, lanes));
                    GroupMemoryBarrierWithGroupSync();

                    // Lanes that no element went into take no part.
                    uint filled = min(length, lanes);
                    [loop]
                    for (uint reach = lanes >> 1; reach > 0u; reach >>= 1)
                    {
                        uint taken = thread >> columnsLog;
                        if (taken < reach && taken + reach < filled)
                        {
                """);
            _writer.Indent(() => _writer.Indent(() => _writer.Indent(() =>
            {
                _writer.Line($"{AccumulatorLocal} left = Shared(thread);");
                _writer.Line($"{AccumulatorLocal} right = Shared(thread + reach * columns);");
                _writer.Line($"Share(thread, Combine({string.Join(", ", Items("left").Concat(Items("right")))}));");
            })));
            _writer.Line("""
                        }

                        GroupMemoryBarrierWithGroupSync();
                    }

                    uint own = firstOutput + thread;
                    if (thread < columns && own < outputs)
                    {
                """);
            _writer.Indent(() => _writer.Indent(Write));
            _writer.Line("""
                    }

                    GroupMemoryBarrierWithGroupSync();
                }
                """);
        });
    }

    void Write()
    {
        _writer.Line($"{AccumulatorLocal} total = Shared(thread);");
        _writer.Block($"if ((Word({ReductionConstants.Plan}u) & {ReductionConstants.WritesPartials}u) != 0u)", () =>
        {
            _writer.Line($"uint index = own * Word({ReductionConstants.PartialStride}u) + Word({ReductionConstants.FirstPartial}u) + piece;");
            Assign(component => $"partial_{component}[index]", (component, value) => _reduction.Accumulator[component].Computed.IsBoolean ? $"{value} ? 1u : 0u" : value);
        });
        _writer.Block("else", () =>
        {
            IEnumerable<string> scalars = _reduction.Scalars.Select((scalar, index) => Scalar(scalar.Computed, _constants.Scalar(index)));
            _writer.Line("uint source, target;");
            _writer.Line("LocateOutput(own, source, target);");
            _writer.Line($"buffer_result[target] = {HlslPrinter.ToStored(_reduction.Result, $"Finish({string.Join(", ", Items("total").Concat(scalars))})")};");
        });
    }

    IEnumerable<string> Items(string value) => IsSingle ? [value] : _components.Select(component => $"{value}.{component}");

    static string Scalar(ElementType type, int position) => type.Kind switch
    {
        ElementKind.Boolean => $"Word({position}u) != 0u",
        ElementKind.Int32 => $"asint(Word({position}u))",
        ElementKind.Single => $"asfloat(Word({position}u))",
        ElementKind.Double => $"asdouble(Word({position}u), Word({position + 1}u))",
        _ => $"Word({position}u)",
    };
}
