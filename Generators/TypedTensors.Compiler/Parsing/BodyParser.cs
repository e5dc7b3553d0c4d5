using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Parsing;

/// <summary>
/// Runs a method symbolically: locals hold values of the kernel, both branches of every condition are run, and what they leave
/// in the locals is joined by choices. So the body that results has no branches, as vectors need it.
/// </summary>
partial class BodyParser(Compilation compilation, CancellationToken cancellation)
{
    private protected readonly BodyBuilder _builder = new();
    private protected readonly Stack<Frame> _frames = new();
    private protected Locals _locals = new();

    // Whether no element reaches the point being read.
    private protected bool _isUnreachable;

    private protected Frame Current => _frames.Peek();

    private protected void ThrowIfCancelled() => cancellation.ThrowIfCancellationRequested();

    /// <summary>Reads the body of a kernel.</summary>
    /// <exception cref="FaultException">The body is not in the kernel language.</exception>
    public BodyModel Parse(IMethodSymbol method, IReadOnlyList<ParameterModel> parameters)
    {
        var arguments = ImmutableArray.CreateBuilder<Value>();
        for (int index = 0; index < parameters.Count; index++)
        {
            ParameterModel parameter = parameters[index];
            arguments.Add(new Leaf(_builder.Parameter(parameter.Type.Compute, parameter.Name, index, parameter.IsScalar)));
        }

        Value result = Run(method, arguments.ToImmutable(), ImmutableDictionary<string, ElementType>.Empty, null);
        return _builder.Build(Leaves(result).ToList());
    }

    /// <summary>Runs a method on values, in place of a call.</summary>
    private protected virtual Value Run(IMethodSymbol method, ImmutableArray<Value> arguments, ImmutableDictionary<string, ElementType> typeArguments, SyntaxNode? call)
    {
        Locals callerLocals = _locals;
        IBlockOperation body = Enter(method, arguments, typeArguments, call);
        Current.Scopes.Push(new ExitScope());
        Execute(body);
        List<Exit> exits = Current.Scopes.Pop().Exits;
        _frames.Pop();
        _locals = callerLocals;
        _isUnreachable = false;
        return exits.Count == 0
            ? throw Fault(FaultKind.Method, $"'{method.Name}' never returns; give every path a 'return' with a result.", body.Syntax)
            : Join(exits, exit => exit.Result!);
    }

    /// <summary>Opens the frame of a method, whose parameters hold the arguments, and finds its body.</summary>
    private protected IBlockOperation Enter(IMethodSymbol method, ImmutableArray<Value> arguments, ImmutableDictionary<string, ElementType> typeArguments, SyntaxNode? call)
    {
        IMethodSymbol definition = method.OriginalDefinition;
        if (_frames.Any(frame => SymbolEqualityComparer.Default.Equals(frame.Method, definition)))
        {
            throw Fault(FaultKind.Recursion, $"'{method.Name}' calls itself, and calls are replaced by bodies, which would never end; write a counting 'for' loop.", call!);
        }

        SyntaxNode declaration = definition.DeclaringSyntaxReferences[0].GetSyntax(cancellation);
        SemanticModel model = compilation.GetSemanticModel(declaration.SyntaxTree);
        IOperation? operation = model.GetOperation(declaration, cancellation);
        IBlockOperation? body = operation switch
        {
            IMethodBodyOperation methodBody => methodBody.BlockBody ?? methodBody.ExpressionBody,
            ILocalFunctionOperation function => function.Body,
            IBlockOperation getter => getter,
            _ => null,
        };
        if (body is null)
        {
            throw Fault(FaultKind.Method, $"'{method.Name}' has no body; give it one that computes its result from its parameters.", declaration);
        }

        _locals = new Locals();
        for (int index = 0; index < arguments.Length; index++)
        {
            _locals[definition.Parameters[index]] = arguments[index];
        }

        _frames.Push(new Frame(definition, model, typeArguments));
        return body;
    }

    /// <summary>Joins what elements carry through their exits: the first exit whose condition holds decides, the last takes the rest.</summary>
    Value Join(List<Exit> exits, Func<Exit, Value> carried, string? name = null)
    {
        Value value = carried(exits[exits.Count - 1]);
        for (int index = exits.Count - 2; index >= 0; index--)
        {
            value = Choose(exits[index].Condition, carried(exits[index]), value, name);
        }

        return value;
    }

    private protected Value Choose(int condition, Value whenTrue, Value whenFalse, string? name = null)
    {
        switch (whenTrue, whenFalse)
        {
            case (Leaf a, Leaf b):
                int chosen = _builder.Select(condition, a.Id, b.Id);
                if (name is not null && chosen != a.Id && chosen != b.Id)
                {
                    _builder.Name(chosen, name);
                }

                return new Leaf(chosen);
            case (Aggregate a, Aggregate b):
                return new Aggregate([.. a.Items.Zip(b.Items, (x, y) => Choose(condition, x, y, name))]);
            default:
                throw new InvalidOperationException("A tuple met a number.");
        }
    }

    /// <summary>The condition of the branches that are open in the innermost function or loop.</summary>
    int PathCondition()
    {
        int condition = _builder.Constant(true);
        foreach ((int branch, bool value) in Current.Scopes.Peek().Path.Reverse())
        {
            condition = _builder.And(condition, value ? branch : _builder.Not(branch));
        }

        return condition;
    }

    void Leave(ExitKind kind, Value? result)
    {
        Current.Scopes.Peek().Exits.Add(new Exit(PathCondition(), kind, result, _locals.Copy()));
        _isUnreachable = true;
    }

    private protected static IEnumerable<int> Leaves(Value value) =>
        value is Leaf leaf ? [leaf.Id] : ((Aggregate)value).Items.SelectMany(Leaves);

    private protected ElementType MapType(ITypeSymbol? type, SyntaxNode node)
    {
        if (type is ITypeParameterSymbol parameter && Current.TypeArguments.TryGetValue(parameter.Name, out ElementType argument))
        {
            return argument;
        }

        return TypeMap.Map(type)?.Compute
            ?? throw Fault(FaultKind.UnsupportedType, $"Kernels do not know the type '{type?.ToDisplayString() ?? "?"}'; use bool, Half, float, double or an integer of 8 to 64 bits.", node);
    }

    private protected static FaultException Fault(FaultKind kind, string message, SyntaxNode node) => new(Parsing.Fault.At(kind, message, node));

    /// <summary>A method being run: the kernel itself, or one whose call is being replaced.</summary>
    private protected sealed class Frame(IMethodSymbol method, SemanticModel model, ImmutableDictionary<string, ElementType> typeArguments)
    {
        public IMethodSymbol Method { get; } = method;

        public SemanticModel Model { get; } = model;

        public ImmutableDictionary<string, ElementType> TypeArguments { get; } = typeArguments;

        /// <summary>The function's exits at the bottom, those of the loops that are open above.</summary>
        public Stack<ExitScope> Scopes { get; } = new();
    }
}
