using TypedTensors.Compiler.Intrinsics;
using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Printing;

/// <summary>
/// How a body is laid out in vectors. All lanes have the size of the widest value that differs between elements; narrower values live
/// in lanes of the wider type. Values that are the same for all elements stay scalars.
/// </summary>
public sealed class LanePlan
{
    readonly Dictionary<int, ElementType> _types = [];
    readonly HashSet<int> _varying = [];
    readonly KernelModel _kernel;

    /// <summary>Lays out the body of a kernel.</summary>
    /// <param name="kernel">The kernel.</param>
    public LanePlan(KernelModel kernel)
    {
        _kernel = kernel;
        CollectTypes(kernel.Body.Instructions);
        while (FindVarying(kernel.Body.Instructions))
        {
        }

        List<ElementType> numbers = _types.Where(value => _varying.Contains(value.Key) && !value.Value.IsBoolean).Select(value => value.Value).ToList();
        IsGeneric = numbers.Any(type => type.IsGeneric);
        Size = IsGeneric ? 0 : numbers.Select(type => type.Size).DefaultIfEmpty(1).Max();
        MaskLane = numbers.Count == 0 ? new ElementType(ElementKind.Byte) : Lane(numbers.Where(type => type.Size == Size).First());
        Obstacle = IsGeneric && numbers.Any(type => !type.IsGeneric)
            ? $"it computes with other types beside {kernel.TypeParameter!.Name}, whose lanes would differ in size"
            : new LaneObstacles(this).Find(kernel.Body.Instructions);
    }

    /// <summary>Whether the lanes are of the kernel's type parameter.</summary>
    public bool IsGeneric { get; }

    /// <summary>The bytes of a lane; 0 when the lanes are generic.</summary>
    public int Size { get; }

    /// <summary>The type of lane that masks have where nothing else decides.</summary>
    public ElementType MaskLane { get; }

    /// <summary>Why the kernel has no vector form, as the end of a sentence; null when it has.</summary>
    public string? Obstacle { get; }

    /// <summary>Whether the kernel has a vector form.</summary>
    public bool IsVectorizable => Obstacle is null;

    /// <summary>Whether only floating-point numbers can stand for the type parameter.</summary>
    public bool IsFloatingGeneric => _kernel.TypeParameter is { IsFloating: true };

    /// <summary>Whether a value is the same for all elements.</summary>
    /// <param name="id">The value.</param>
    /// <returns>True when it stays a scalar.</returns>
    public bool IsUniform(int id) => !_varying.Contains(id);

    /// <summary>The type of a value.</summary>
    /// <param name="id">The value.</param>
    /// <returns>Its type.</returns>
    public ElementType TypeOf(int id) => _types[id];

    /// <summary>The type of the lanes in which values of a type live.</summary>
    /// <param name="type">A number's type.</param>
    /// <returns>A type of the plan's size.</returns>
    public ElementType Lane(ElementType type) =>
        type.IsGeneric || type.IsBoolean || type.Size == Size ? type : LaneOfSize(type, Size);

    /// <summary>Whether values of a type live in wider lanes.</summary>
    /// <param name="type">A type.</param>
    /// <returns>True when results have to be brought back into the type's range.</returns>
    public bool IsNarrow(ElementType type) => !type.IsGeneric && !type.IsBoolean && type.Size < Size;

    /// <summary>The dtype in which a parameter or result lies in memory when the kernel runs.</summary>
    /// <param name="type">The type it was declared with.</param>
    /// <param name="isScalar">Whether it is one value for the whole call.</param>
    /// <returns>The lane's type in a vector kernel, else the type it is computed in.</returns>
    public ElementType Storage(ElementType type, bool isScalar) => IsVectorizable && !isScalar ? Lane(type.Compute) : type.Compute;

    /// <summary>The type of lanes of some size in which values of a narrower type live.</summary>
    /// <param name="type">The type.</param>
    /// <param name="size">The bytes of a lane.</param>
    /// <returns>The lane's type.</returns>
    public static ElementType LaneOfSize(ElementType type, int size) =>
        new(type.IsFloating ? (size == 8 ? ElementKind.Double : ElementKind.Single)
            : size == 8 ? (type.Kind == ElementKind.UInt32 ? ElementKind.UInt64 : ElementKind.Int64)
            : size == 4 ? ElementKind.Int32
            : ElementKind.Int16);

    void CollectTypes(IEnumerable<Instruction> instructions)
    {
        foreach (Instruction instruction in instructions)
        {
            _types[instruction.Id] = instruction.Type;
            if (instruction is LoopInstruction loop)
            {
                foreach (LoopVariable variable in loop.Variables)
                {
                    _types[variable.Inside] = variable.Type;
                }

                CollectTypes(loop.Body);
            }
        }
    }

    // What a loop hands on may turn out to vary only at the end of its body; so this is repeated until nothing new varies.
    bool FindVarying(IEnumerable<Instruction> instructions)
    {
        bool found = false;
        foreach (Instruction instruction in instructions)
        {
            switch (instruction)
            {
                case ParameterInstruction parameter when !_kernel.Parameters[parameter.Index].IsScalar:
                    found |= _varying.Add(parameter.Id);
                    break;
                case LoopInstruction loop:
                    found |= FindVarying(loop.Body);
                    foreach (LoopVariable variable in loop.Variables)
                    {
                        found |= (_varying.Contains(variable.Initial) || _varying.Contains(variable.Next)) && _varying.Add(variable.Inside);
                    }

                    break;
                default:
                    found |= instruction.Operands.Any(_varying.Contains) && _varying.Add(instruction.Id);
                    break;
            }
        }

        return found;
    }
}
