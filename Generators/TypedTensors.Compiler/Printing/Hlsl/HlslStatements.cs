using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Printing.Compute;
using TypedTensors.Compiler.Printing.CSharp;
using TypedTensors.Compiler.Text;

namespace TypedTensors.Compiler.Printing.Hlsl;

/// <summary>Writes the statements of a lowered kernel as HLSL.</summary>
sealed class HlslStatements : StatementPrinter
{
    static readonly string[] Axes = ["x", "y", "z"];

    readonly ComputeDeviceModel _kernel;
    readonly HlslNames _names;
    readonly string[] _parameters;
    readonly string[] _arrays;

    public HlslStatements(ComputeDeviceModel kernel, HlslNames names, string[] parameters)
        : base(kernel.Body)
    {
        (_kernel, _names, _parameters) = (kernel, names, parameters);
        _arrays = [.. kernel.Body.Arrays.Select(array => names.Take(array.Name))];
    }

    /// <summary>Writes the arrays that a group shares.</summary>
    public void WriteShared(IndentedWriter writer) => WriteArrays(writer, isShared: true, "groupshared ");

    /// <summary>Writes the body of the entry point.</summary>
    public void WriteBody(IndentedWriter writer)
    {
        WriteArrays(writer, isShared: false, "");
        Write(writer, Body.Instructions);
    }

    void WriteArrays(IndentedWriter writer, bool isShared, string modifier)
    {
        for (int index = 0; index < _arrays.Length; index++)
        {
            ComputeArray array = Body.Arrays[index];
            if (array.IsShared == isShared)
            {
                writer.Line($"{modifier}{HlslTypes.Name(array.Type)} {_arrays[index]}[{array.Length}];");
            }
        }
    }

    private protected override string Take(string wish) => _names.Take(wish);

    private protected override string TypeName(ElementType type) => HlslTypes.Local(type);

    private protected override string Default(ElementType type) => HlslTypes.Literal(type, type.IsFloating ? ConstantValue.Of(0.0) : ConstantValue.Of(0L));

    private protected override Expression Value(Instruction instruction) =>
        instruction switch
        {
            ParameterInstruction parameter => parameter.Type.IsBoolean
                ? Expression.Binary(Expression.Primary("scalar_" + _parameters[parameter.Index]), "!=", Expression.Primary("0u"), Precedence.Equality)
                : Expression.Primary("scalar_" + _parameters[parameter.Index]),
            VariableInstruction read => Expression.Primary(Variable(read.Variable)),
            ElementInstruction read => read.Type.IsBoolean
                ? Expression.Binary(Expression.Primary(Element(read.Buffer, read.Indices)), "!=", Expression.Primary("0u"), Precedence.Equality)
                : Expression.Primary(Element(read.Buffer, read.Indices)),
            ItemInstruction read => Expression.Primary($"{_arrays[read.Array]}[{Use(read.Index).Code}]"),
            SizeInstruction size => Expression.Primary($"int(size{size.Axis}_{_parameters[size.Buffer]})"),
            ThreadInstruction thread => Expression.Primary(Place(thread)),
            _ => HlslExpressions.Write(instruction, Use),
        };

    static string Place(ThreadInstruction thread) => thread.Place switch
    {
        ThreadPlace.Global => "globalIndex." + Axes[thread.Axis],
        ThreadPlace.Local => "localIndex." + Axes[thread.Axis],
        ThreadPlace.Group => "groupIndex." + Axes[thread.Axis],
        ThreadPlace.Grid => $"int(grid{char.ToUpperInvariant(Axes[thread.Axis][0])})",
        _ => "int(flatIndex)",
    };

    string Element(int buffer, EquatableArray<int> indices)
    {
        string name = _parameters[buffer];
        return $"buffer_{name}[base_{name} + {string.Join(" + ", indices.Select((index, axis) => $"uint({Use(index).Code}) * stride{axis}_{name}"))}]";
    }

    private protected override void WriteOther(IndentedWriter writer, StatementInstruction statement)
    {
        switch (statement)
        {
            case StoreElementInstruction store:
                writer.Line($"{Element(store.Buffer, store.Indices)} = {Stored(_kernel.Parameters[store.Buffer].Type, Use(store.Value))};");
                break;
            case StoreItemInstruction store:
                writer.Line($"{_arrays[store.Array]}[{Use(store.Index).Code}] = {Use(store.Value).Code};");
                break;
            case ClearInstruction clear:
                ComputeArray array = Body.Arrays[clear.Array];
                string index = Take("i");
                writer.Block($"for (int {index} = 0; {index} < {array.Length}; {index}++)", () => writer.Line($"{_arrays[clear.Array]}[{index}] = {Default(array.Type)};"));
                break;
            case BarrierInstruction:
                writer.Line("AllMemoryBarrierWithGroupSync();");
                break;
            default:
                writer.Line("return;");
                break;
        }
    }

    static string Stored(ElementType type, Expression value) => type.Kind switch
    {
        ElementKind.Boolean => $"{value.In(Precedence.Or)} ? 1u : 0u",
        ElementKind.Half => $"RoundToHalf({value.Code})",
        _ => value.Code,
    };
}
