using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Parsing;

/// <summary>
/// Reads the body of a kernel over an index space. Unlike in an element-wise kernel, whose branches vectors must take both, branches and loops stay what
/// they are here, and locals that change stay variables; all else, the expressions above all, is the same language.
/// </summary>
sealed partial class ComputeBodyParser(Compilation compilation, GroupModel group, CancellationToken cancellation) : BodyParser(compilation, cancellation)
{
    readonly List<ComputeVariable> _variables = [];
    readonly List<ComputeArray> _arrays = [];
    readonly Stack<CallState> _calls = new();
    IReadOnlyList<ComputeParameter> _parameters = [];

    /// <summary>Where each barrier stands, by its number.</summary>
    public List<SyntaxNode> Barriers { get; } = [];

    CallState Call => _calls.Peek();

    /// <summary>Reads the body.</summary>
    /// <exception cref="FaultException">The body is not in the kernel language.</exception>
    public ComputeBody Parse(IMethodSymbol method, IReadOnlyList<ComputeParameter> parameters)
    {
        _parameters = parameters;
        var arguments = ImmutableArray.CreateBuilder<Value>();
        arguments.Add(new ThreadsValue());
        for (int index = 0; index < parameters.Count; index++)
        {
            ComputeParameter parameter = parameters[index];
            arguments.Add(parameter.IsBuffer
                ? new BufferValue(index)
                : new Leaf(_builder.Parameter(parameter.Type.Compute, parameter.Name, index, isScalar: true)));
        }

        IBlockOperation body = Enter(method, arguments.ToImmutable(), ImmutableDictionary<string, ElementType>.Empty, null);
        _calls.Push(new CallState(body, isKernel: true));
        MakeParametersVariable(method);
        Execute(body);
        return new ComputeBody(_variables.ToEquatableArray(), _arrays.ToEquatableArray(), _builder.BuildStatements());
    }

    private protected override Value Read(ISymbol variable, SyntaxNode node) => ReadVariables(base.Read(variable, node));

    Value ReadVariables(Value value) =>
        value switch
        {
            VariableValue variable => new Leaf(ReadVariable(variable.Variable)),
            Aggregate aggregate => new Aggregate([.. aggregate.Items.Select(ReadVariables)]),
            _ => value,
        };

    int ReadVariable(int variable)
    {
        ElementType type = _variables[variable].Type;
        return _builder.Add(new VariableInstruction(_builder.NewValue(type, uniform: true), type, null, variable));
    }

    /// <summary>Begins a variable, or one for each item of a tuple, that holds a value.</summary>
    Value DeclareVariables(string name, Value value)
    {
        switch (value)
        {
            case Leaf leaf:
                return DeclareVariable(name, _builder.TypeOf(leaf.Id), leaf.Id);
            case Aggregate aggregate:
                return new Aggregate([.. aggregate.Items.Select(item => DeclareVariables(name, item))]);
            default:
                return value;
        }
    }

    /// <summary>Begins a variable, or one for each item of a tuple, that holds nothing yet.</summary>
    Value DeclareVariables(string name, ITypeSymbol type, SyntaxNode node) =>
        type is INamedTypeSymbol { IsTupleType: true } tuple
            ? new Aggregate([.. tuple.TupleElements.Select(item => DeclareVariables(name, item.Type, node))])
            : DeclareVariable(name, MapType(type, node), StatementInstruction.NoValue);

    VariableValue DeclareVariable(string name, ElementType type, int value)
    {
        _variables.Add(new ComputeVariable(name, type));
        _builder.Append(new DeclareInstruction(_variables.Count - 1, value));
        return new VariableValue(_variables.Count - 1);
    }

    void AssignVariables(Value variables, Value value, SyntaxNode node)
    {
        switch (variables, value)
        {
            case (VariableValue variable, _):
                _builder.Append(new AssignInstruction(variable.Variable, Single(value, node)));
                break;
            case (Aggregate targets, Aggregate values):
                foreach ((Value target, Value item) in targets.Items.Zip(values.Items, (target, item) => (target, item)))
                {
                    AssignVariables(target, item, node);
                }

                break;
            default:
                throw Fault(FaultKind.State, "A kernel assigns to locals and elements only; an array or a buffer stays what it is.", node);
        }
    }

    // A parameter to which the method assigns is a local that begins with the argument.
    void MakeParametersVariable(IMethodSymbol method)
    {
        foreach (IParameterSymbol parameter in method.OriginalDefinition.Parameters.Where(parameter => Call.Changes(parameter)))
        {
            _locals[parameter] = DeclareVariables(parameter.Name, _locals[parameter]);
        }
    }

    /// <summary>A method being read: which locals it changes, and how it returns.</summary>
    sealed class CallState
    {
        readonly HashSet<ISymbol> _changed = new(SymbolEqualityComparer.Default);

        public CallState(IBlockOperation body, bool isKernel)
        {
            IsKernel = isKernel;
            foreach (IOperation operation in body.Descendants())
            {
                Collect(operation switch
                {
                    ISimpleAssignmentOperation assignment => assignment.Target,
                    IDeconstructionAssignmentOperation assignment => assignment.Target,
                    ICompoundAssignmentOperation assignment => assignment.Target,
                    IIncrementOrDecrementOperation increment => increment.Target,
                    _ => null,
                });
            }
        }

        public bool IsKernel { get; }

        /// <summary>How many loops of the method are open.</summary>
        public int LoopDepth { get; set; }

        /// <summary>Holds what the method returns, where it returns at several places.</summary>
        public Value? Result { get; set; }

        /// <summary>Says whether the method has returned.</summary>
        public int Returned { get; set; }

        public bool Changes(ISymbol symbol) => _changed.Contains(symbol);

        void Collect(IOperation? target)
        {
            switch (target)
            {
                case ILocalReferenceOperation local when !local.IsDeclaration:
                    _changed.Add(local.Local);
                    break;
                case IParameterReferenceOperation parameter:
                    _changed.Add(parameter.Parameter);
                    break;
                case ITupleOperation tuple:
                    foreach (IOperation item in tuple.Elements)
                    {
                        Collect(item);
                    }

                    break;
            }
        }
    }
}
