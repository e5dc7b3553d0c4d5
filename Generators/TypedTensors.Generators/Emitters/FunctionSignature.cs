using System.Globalization;
using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Printing;
using TypedTensors.Compiler.Text;

namespace TypedTensors.Generators.Emitters;

/// <summary>The vector signature of a kernel function: its lanes are those of the widest number that goes in or comes out.</summary>
sealed class FunctionSignature
{
    public FunctionSignature(KernelModel function, LanePlan plan)
    {
        Function = function;
        Plan = plan;
        List<ElementType> numbers = [.. Types(function).Where(type => !type.IsBoolean)];
        LaneSize = numbers.Select(type => type.Size).DefaultIfEmpty(1).Max();
        MaskLane = numbers.Count == 0 ? new ElementType(ElementKind.Byte) : Lane(numbers[0]);
    }

    public KernelModel Function { get; }

    public LanePlan Plan { get; }

    public int LaneSize { get; }

    /// <summary>The lanes of masks that go in or come out.</summary>
    public ElementType MaskLane { get; }

    /// <summary>Whether the body computes in wider lanes than the signature has.</summary>
    public bool IsWidened => Plan.Size > LaneSize;

    public string Name => NameScope.Escape(Function.Method);

    public string BodyType => Function.Method + "Function";

    public string Arguments => string.Join(", ", Function.Parameters.Select(parameter => NameScope.Escape(parameter.Name)));

    public ElementType Lane(ElementType type) => type.IsBoolean ? MaskLane : type.Size == LaneSize ? type : LanePlan.LaneOfSize(type, LaneSize);

    public string ResultType(int bits) => VectorOf(Lane(Function.Results[0].Type.Compute), bits);

    public string ParameterList(int bits) => string.Join(", ", Function.Parameters.Select(parameter =>
        (parameter.IsScalar ? parameter.Type.Compute.Name : VectorOf(Lane(parameter.Type.Compute), bits)) + " " + NameScope.Escape(parameter.Name)));

    static IEnumerable<ElementType> Types(KernelModel function) =>
        function.Parameters.Where(parameter => !parameter.IsScalar).Select(parameter => parameter.Type.Compute)
            .Concat(function.Results.Select(result => result.Type.Compute));

    static string VectorOf(ElementType lane, int bits) =>
        $"global::System.Runtime.Intrinsics.Vector{bits.ToString(CultureInfo.InvariantCulture)}<{lane.Name}>";
}
