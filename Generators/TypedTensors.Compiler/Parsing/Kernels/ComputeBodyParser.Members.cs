using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Parsing;

/// <summary>What kernels ask of threads, buffers and arrays.</summary>
sealed partial class ComputeBodyParser
{
    static readonly string[] AxisNames = ["X", "Y", "Z"];

    // The names of a buffer's axes, from the last to the first.
    static readonly string[] SizeNames = ["Columns", "Rows", "Planes", "Blocks"];

    /// <summary>Whether values of a type are not numbers but things that kernels ask or index.</summary>
    static bool IsPlaceType(ITypeSymbol? type) => type is not null && (IsThreads(type) || BufferType.Of(type) is not null || IsSpan(type));

    static bool IsThreads(ITypeSymbol type) => type.ToDisplayString() == RuntimeNames.Threads;

    static bool IsSpan(ITypeSymbol type) =>
        type is INamedTypeSymbol { Arity: 1, Name: "Span" or "ReadOnlySpan", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    Value ReadMember(IPropertyReferenceOperation reference, IOperation instance)
    {
        if (reference.Property.IsIndexer)
        {
            return new Leaf(Load(FindPlace(reference), reference));
        }

        string name = reference.Property.Name;
        return Evaluate(instance) switch
        {
            ThreadsValue => new Leaf(ReadThread(name)),
            BufferValue buffer => new Leaf(ReadSize(buffer.Parameter, name)),
            ArrayValue array when name == "Length" => new Leaf(_builder.Constant(ElementType.Int32, ConstantValue.Of((long)_arrays[array.Array].Length))),
            _ => throw Fault(FaultKind.UnsupportedExpression, $"'{name}' is not part of the kernel language.", reference.Syntax),
        };
    }

    int ReadThread(string name)
    {
        int axis = Array.IndexOf(AxisNames, name.Substring(name.Length - 1));
        string asked = axis < 0 ? name : name.Substring(0, name.Length - 1);
        if (asked == "GroupSize")
        {
            return _builder.Constant(ElementType.Int32, ConstantValue.Of((long)(axis switch { 0 => group.X, 1 => group.Y, _ => group.Z })));
        }

        ThreadPlace place = asked switch
        {
            "" => ThreadPlace.Global,
            "Local" => ThreadPlace.Local,
            "Group" => ThreadPlace.Group,
            "Grid" => ThreadPlace.Grid,
            _ => ThreadPlace.LocalIndex,
        };
        return _builder.Add(new ThreadInstruction(_builder.NewValue(ElementType.Int32, uniform: true), null, place, Math.Max(axis, 0)));
    }

    int ReadSize(int buffer, string name)
    {
        int rank = _parameters[buffer].Rank;
        int axis = name == "Length" ? 0 : rank - 1 - Array.IndexOf(SizeNames, name);
        return _builder.Add(new SizeInstruction(_builder.NewValue(ElementType.Int32, uniform: true), null, buffer, axis));
    }

    Value CallMember(Value instance, IInvocationOperation call)
    {
        switch (instance, call.TargetMethod.Name)
        {
            case (ThreadsValue, "Barrier"):
                _builder.Append(new BarrierInstruction(Barriers.Count));
                Barriers.Add(call.Syntax);
                return new Aggregate([]);
            case (ThreadsValue, "Shared"):
                int length = Length(call.Arguments[0].Value.ConstantValue, call.Syntax);
                return AddArray("shared", MapType(call.TargetMethod.TypeArguments[0], call.Syntax), length, isShared: true, call.Syntax);
            default:
                throw Fault(FaultKind.UnknownMethod, $"'{call.TargetMethod.Name}' is not part of the kernel language; write it out.", call.Syntax);
        }
    }

    /// <summary>Reads <c>Span&lt;float&gt; own = stackalloc float[8]</c>.</summary>
    ArrayValue AllocateOwn(ILocalSymbol local, StackAllocArrayCreationExpressionSyntax allocation)
    {
        if (allocation.Initializer is not null || !IsSpan(local.Type) || allocation.Type is not ArrayTypeSyntax { RankSpecifiers: [{ Sizes: [{ } size] }] } array)
        {
            throw Fault(FaultKind.Memory, "This is no array of a thread; write 'Span<float> own = stackalloc float[8]', with a constant length.", allocation);
        }

        ElementType type = MapType(Current.Model.GetTypeInfo(array.ElementType).Type, allocation);
        ArrayValue own = AddArray(local.Name, type, Length(Current.Model.GetConstantValue(size), size), isShared: false, allocation);
        _builder.Append(new ClearInstruction(own.Array));
        return own;
    }

    ArrayValue AddArray(string name, ElementType type, int length, bool isShared, SyntaxNode node)
    {
        // 32 KiB of shared memory are what DirectX has and Vulkan's devices offer; a generic type may be of 8 bytes.
        const int SharedBytes = 32 * 1024;
        const int OwnBytes = 4 * 1024;
        _arrays.Add(new ComputeArray(name, type, length, isShared));
        long used = _arrays.Where(array => array.IsShared == isShared).Sum(array => (long)array.Length * (array.Type.IsGeneric ? 8 : array.Type.IsBoolean ? 4 : Math.Max(array.Type.Size, 4)));
        return used <= (isShared ? SharedBytes : OwnBytes)
            ? new ArrayValue(_arrays.Count - 1)
            : throw Fault(FaultKind.Memory, isShared
                ? $"The group would share {used} bytes of {SharedBytes} that devices have; make the arrays smaller."
                : $"A thread would have arrays of {used} bytes, and more than {OwnBytes} do not stay near the processor; make them smaller.", node);
    }

    static int Length(Optional<object?> length, SyntaxNode node) =>
        length is { HasValue: true, Value: int and > 0 and var known }
            ? known
            : throw Fault(FaultKind.Memory, "The length of an array must be known at build time; write a constant above 0.", node);

    Place FindPlace(IPropertyReferenceOperation element)
    {
        if (_places.TryGetValue(element, out Place? known))
        {
            return known;
        }

        Value owner = Evaluate(element.Instance!);
        return element.Property.IsIndexer && owner is BufferValue or ArrayValue
            ? new Place(owner, [.. element.Arguments.OrderBy(argument => argument.Parameter!.Ordinal).Select(argument => EvaluateLeaf(argument.Value))])
            : throw Fault(FaultKind.State, $"'{element.Property.Name}' cannot be changed.", element.Syntax);
    }

    int Load(Place place, IPropertyReferenceOperation element)
    {
        ElementType type = MapType(element.Property.Type, element.Syntax);
        int id = _builder.NewValue(type, uniform: true);
        return _builder.Add(place.Owner is BufferValue buffer
            ? new ElementInstruction(id, type, null, buffer.Parameter, place.Indices.ToEquatableArray())
            : new ItemInstruction(id, type, null, ((ArrayValue)place.Owner).Array, place.Indices[0]));
    }

    void Store(Place place, int value, IPropertyReferenceOperation element)
    {
        if (place.Owner is BufferValue buffer)
        {
            if (_parameters[buffer.Parameter].IsReadOnly)
            {
                throw Fault(FaultKind.State, $"'{_parameters[buffer.Parameter].Name}' is only read.", element.Syntax);
            }

            _builder.Append(new StoreElementInstruction(buffer.Parameter, place.Indices.ToEquatableArray(), value));
        }
        else
        {
            _builder.Append(new StoreItemInstruction(((ArrayValue)place.Owner).Array, place.Indices[0], value));
        }
    }
}
