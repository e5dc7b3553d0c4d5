using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedTensors.Compiler.Parsing;

/// <summary>What an expression of the kernel language stands for while its body is read.</summary>
abstract record Value;

/// <summary>A value of the kernel.</summary>
/// <param name="Id">Its number.</param>
sealed record Leaf(int Id) : Value;

/// <summary>A tuple, which exists only while the body is read.</summary>
/// <param name="Items">Its items.</param>
sealed record Aggregate(ImmutableArray<Value> Items) : Value;

/// <summary>How control leaves a function or a round of a loop.</summary>
enum ExitKind
{
    Break,
    Continue,
    Return,
}

/// <summary>A point where some elements leave early, with what the locals held for them there.</summary>
/// <param name="Condition">Which elements leave, unless they have left before.</param>
/// <param name="Kind">How.</param>
/// <param name="Result">What they return.</param>
/// <param name="Locals">The locals at that point.</param>
sealed record Exit(int Condition, ExitKind Kind, Value? Result, Locals Locals);

/// <summary>The locals and what they hold; branches work on copies.</summary>
sealed class Locals
{
    readonly Dictionary<ISymbol, Value> _values;

    public Locals()
        : this(new Dictionary<ISymbol, Value>(SymbolEqualityComparer.Default))
    {
    }

    Locals(Dictionary<ISymbol, Value> values) => _values = values;

    public IEnumerable<ISymbol> Symbols => _values.Keys;

    public Value this[ISymbol symbol]
    {
        get => _values[symbol];
        set => _values[symbol] = value;
    }

    public Value? Find(ISymbol symbol) => _values.TryGetValue(symbol, out Value? value) ? value : null;

    public Locals Copy() => new(new Dictionary<ISymbol, Value>(_values, SymbolEqualityComparer.Default));
}

/// <summary>What collects early exits: a function, or one round of a loop.</summary>
sealed class ExitScope
{
    /// <summary>The exits, first to last; an element takes the first whose condition it meets.</summary>
    public List<Exit> Exits { get; } = [];

    /// <summary>The conditions of the branches that are open, with the value each must have.</summary>
    public Stack<(int Condition, bool Value)> Path { get; } = new();
}
