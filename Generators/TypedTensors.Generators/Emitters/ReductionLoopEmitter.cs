using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Printing;
using TypedTensors.Compiler.Text;

namespace TypedTensors.Generators.Emitters;

/// <summary>Emits the loops of a reduction: rows of elements into lanes, lanes into lanes, and lanes into results.</summary>
/// <remarks>
/// Each width walks down the rows with four vectors of lanes in registers, so that four chains of operations overlap; what is left over of the columns goes to the
/// narrower widths and last to single values.
/// </remarks>
sealed class ReductionLoopEmitter(IndentedWriter writer, ReductionPlan plan)
{
    const int Chains = 4;

    readonly ReductionModel _reduction = plan.Reduction;

    int Components => _reduction.Accumulator.Count;

    ElementType Element => plan.Storage(_reduction.Element);

    public void Emit()
    {
        Start();
        writer.Line();
        Accumulate();
        writer.Line();
        Combine();
        writer.Line();
        Finish();
    }

    void Start() => writer.Block("public static void Start(in ReductionLanes lanes)", () =>
    {
        writer.Line($"{Tuple("total", declare: true)} = Identity();");
        for (int component = 0; component < Components; component++)
        {
            writer.Line($"lanes.Fill<{LaneType(component)}>({component}, {Name("total", component)});");
        }
    });

    void Accumulate() => Optimized("public static void Accumulate(in ReductionLanes lanes, in ReductionRows rows)", () =>
    {
        Locals("lane", "lanes");
        writer.Line($"ref {Element.Name} element = ref rows.Elements<{Element.Name}>();");
        writer.Line("""
            nuint columns = lanes.Columns, count = rows.Count, i = 0;
            nint stride = rows.Stride;

            """);
        foreach (int bits in Widths())
        {
            Vectors(plan.Accumulate, bits, Chains, () => VectorRows(bits));
        }

        writer.Block("for (; i < columns; i++)", ScalarRows);
    });

    void VectorRows(int bits)
    {
        for (int chain = 0; chain < Chains; chain++)
        {
            for (int component = 0; component < Components; component++)
            {
                writer.Line($"var {Name($"total{chain}", component)} = {Load(plan.Accumulate, bits, _reduction.Accumulator[component].Type, Name("lane", component), At(chain))};");
            }
        }

        writer.Line($"ref {Element.Name} x = ref Unsafe.Add(ref element, i);");
        writer.Block("for (nuint row = 0; row < count; row++)", () =>
        {
            writer.Block("if (rows.IsRun)", () =>
            {
                // For each cache line: of the narrow widths several vectors share one.
                for (int chain = 0; chain < Chains; chain += 512 / bits)
                {
                    writer.Line($"ReductionRows.Prefetch(ref x, {Step(chain)});");
                }
            });
            writer.Line();
            for (int chain = 0; chain < Chains; chain++)
            {
                writer.Line($"{Tuple($"total{chain}")} = Take({List($"total{chain}")}, {Load(plan.Accumulate, bits, _reduction.Element, "x", Step(chain))});");
            }

            writer.Line("x = ref Unsafe.Add(ref x, stride);");
        });
        writer.Line();
        for (int chain = 0; chain < Chains; chain++)
        {
            for (int component = 0; component < Components; component++)
            {
                writer.Line(Store(component, Name("lane", component), At(chain), Name($"total{chain}", component)));
            }
        }
    }

    void ScalarRows()
    {
        LoadScalars("total", "lane", "i");
        writer.Line($"ref {Element.Name} x = ref Unsafe.Add(ref element, i);");
        string position = "";
        if (_reduction.UsesPositions)
        {
            writer.Line("long position = rows.Position + ((long)i * rows.ColumnStep);");
            position = ", position";
        }

        writer.Block("for (nuint row = 0; row < count; row++)", () =>
        {
            writer.Line($"{Tuple("total")} = Take({List("total")}, {Cast(_reduction.Element)}x{position});");
            writer.Line("x = ref Unsafe.Add(ref x, stride);");
            if (_reduction.UsesPositions)
            {
                writer.Line("position += rows.RowStep;");
            }
        });
        writer.Line();
        StoreScalars("lane", "i", "total");
    }

    void Combine() => Optimized("public static void Combine(in ReductionLanes lanes, in ReductionLanes others)", () =>
        writer.Block("for (nuint row = 0; row < lanes.Rows; row++)", () =>
        {
            Locals("lane", "lanes", "row * lanes.Stride");
            Locals("other", "others", "row * others.Stride");
            writer.Line("nuint columns = lanes.Columns, i = 0;");
            foreach (int bits in Widths())
            {
                Vectors(plan.Combine, bits, 1, () =>
                {
                    string left = string.Join(", ", Items(component => Load(plan.Combine, bits, _reduction.Accumulator[component].Type, Name("lane", component), "i")));
                    string right = string.Join(", ", Items(component => Load(plan.Combine, bits, _reduction.Accumulator[component].Type, Name("other", component), "i")));
                    writer.Line($"{Tuple("total", declare: true)} = Join({left}, {right});");
                    for (int component = 0; component < Components; component++)
                    {
                        writer.Line(Store(component, Name("lane", component), "i", Name("total", component)));
                    }
                });
            }

            writer.Block("for (; i < columns; i++)", () =>
            {
                LoadScalars("left", "lane", "i");
                LoadScalars("right", "other", "i");
                writer.Line($"{Tuple("total", declare: true)} = Join({List("left")}, {List("right")});");
                StoreScalars("lane", "i", "total");
            });
        }));

    void Finish() => Optimized("public static void Finish(in ReductionLanes lanes, in ReductionResults results)", () =>
    {
        string type = _reduction.Head.Results[0].Type.Compute.Name;
        Locals("lane", "lanes");
        writer.Line($"ref {type} result = ref results.Results<{type}>();");
        string rest = _reduction.UsesCount ? ", results.Count" : "";
        for (int scalar = 0; scalar < _reduction.Scalars.Count; scalar++)
        {
            rest += $", results.Scalar<{_reduction.Scalars[scalar].Type.Name}>({scalar})";
        }

        writer.Block("for (nuint i = 0; i < lanes.Rows; i++)", () =>
        {
            LoadScalars("total", "lane", "i * lanes.Stride");
            writer.Line($"Unsafe.Add(ref result, i) = Conclude({List("total")}{rest});");
        });
    });

    void Optimized(string header, Action body)
    {
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        writer.Block(header, body);
    }

    void Vectors(LanePlan lanes, int bits, int count, Action body)
    {
        string vector = $"Vector{bits}", lane = lanes.MaskLane.Name;
        string condition = lanes.IsGeneric ? $"{vector}.IsHardwareAccelerated && {vector}<{lane}>.IsSupported" : $"{vector}.IsHardwareAccelerated";
        writer.Block($"if ({condition})", () =>
        {
            writer.Line($"nuint step = (nuint){vector}<{lane}>.Count;");
            string all = count == 1 ? "step" : $"({count} * step)";
            writer.Block($"for (; i + {all} <= columns; i += {all.Trim('(', ')')})", body);
        });
        writer.Line();
    }

    IEnumerable<int> Widths() => plan.Obstacle is null ? EvaluateEmitter.Widths.Reverse() : [];

    void Locals(string name, string lanes, string offset = "")
    {
        for (int component = 0; component < Components; component++)
        {
            string first = $"ref {lanes}.Component<{LaneType(component)}>({component})";
            writer.Line($"ref {LaneType(component)} {Name(name, component)} = {(offset.Length == 0 ? first : $"ref Unsafe.Add({first}, {offset})")};");
        }
    }

    void LoadScalars(string value, string lane, string index)
    {
        for (int component = 0; component < Components; component++)
        {
            writer.Line($"var {Name(value, component)} = {Cast(_reduction.Accumulator[component].Type)}Unsafe.Add(ref {Name(lane, component)}, {index});");
        }
    }

    void StoreScalars(string lane, string index, string value)
    {
        for (int component = 0; component < Components; component++)
        {
            writer.Line($"Unsafe.Add(ref {Name(lane, component)}, {index}) = {Name(value, component)};");
        }
    }

    static string Load(LanePlan lanes, int bits, ElementType type, string name, string index) =>
        type.IsBoolean ? $"VectorMask.Load{bits}<{lanes.MaskLane.Name}>(ref {name}, {index})" : $"Vector{bits}.LoadUnsafe(ref {name}, {index})";

    string Store(int component, string name, string index, string value) =>
        _reduction.Accumulator[component].Type.IsBoolean ? $"VectorMask.Store({value}, ref {name}, {index});" : $"{value}.StoreUnsafe(ref {name}, {index});";

    static string At(int chain) => chain == 0 ? "i" : $"i + {(chain == 1 ? "step" : $"({chain} * step)")}";

    static string Step(int chain) => chain == 0 ? "0" : chain == 1 ? "step" : $"{chain} * step";

    string LaneType(int component) => plan.Storage(_reduction.Accumulator[component].Type).Name;

    // What lies in a wider lane's type fits the narrower one it was declared with.
    string Cast(ElementType type) => plan.Storage(type) == type.Compute ? "" : $"({type.Compute.Name})";

    string Name(string name, int component) => Components == 1 ? name : $"{name}{NameScope.Pascal(_reduction.Accumulator[component].Name!)}";

    string List(string name) => string.Join(", ", Items(component => Name(name, component)));

    string Tuple(string name, bool declare = false) =>
        Components == 1 ? (declare ? "var " : "") + name : $"{(declare ? "var " : "")}({List(name)})";

    IEnumerable<string> Items(Func<int, string> item) => Enumerable.Range(0, Components).Select(item);
}
