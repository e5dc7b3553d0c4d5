using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace TypedTensors.Analyzers.SharedMemory.Flow;

/// <summary>The handles of a body and of the functions in it.</summary>
sealed class HandleTable
{
    readonly Dictionary<ISymbol, Handle> _symbols = new(SymbolEqualityComparer.Default);
    readonly Dictionary<CaptureId, Handle> _captures = [];
    readonly List<Handle> _all = [];
    Handle? _this;

    /// <summary>All of them, by number.</summary>
    public IReadOnlyList<Handle> All => _all;

    /// <summary>Whether one of them is the variable of a <c>fixed</c> statement.</summary>
    public bool HasFixed { get; private set; }

    /// <summary>The object whose member the body is.</summary>
    public Handle This => _this ??= Add(HandleKind.This, () => "this", null, null);

    /// <summary>A local, a parameter or a static field.</summary>
    public Handle Of(ISymbol symbol)
    {
        if (!_symbols.TryGetValue(symbol, out Handle? handle))
        {
            HandleKind kind = symbol switch { IParameterSymbol => HandleKind.Parameter, ILocalSymbol => HandleKind.Local, _ => HandleKind.Field };
            handle = _symbols[symbol] = Add(kind, () => symbol.Name, symbol, null);
            HasFixed |= symbol is ILocalSymbol { IsFixed: true };
        }

        return handle;
    }

    /// <summary>A member of something. The elements of a tuple have two declarations and are one.</summary>
    public Handle Member(Handle owner, ISymbol member)
    {
        ISymbol declared = member is IFieldSymbol { CorrespondingTupleField: { } element } ? element : member;
        if (owner.Find(declared) is { } known)
        {
            return known;
        }

        Handle handle = Add(HandleKind.Member, () => owner.Kind == HandleKind.This ? member.Name : owner.Name + "." + member.Name, declared, owner);
        owner.Members.Add(handle);
        return handle;
    }

    /// <summary>What the compiler keeps of an expression.</summary>
    public Handle Capture(CaptureId capture, SyntaxNode syntax)
    {
        if (!_captures.TryGetValue(capture, out Handle? handle))
        {
            handle = _captures[capture] = Temporary(syntax);
        }

        return handle;
    }

    /// <summary>Something without a name.</summary>
    public Handle Temporary(SyntaxNode syntax) => Add(HandleKind.Temporary, syntax.ToString, null, null);

    Handle Add(HandleKind kind, Func<string> name, ISymbol? symbol, Handle? owner)
    {
        var handle = new Handle(_all.Count, kind, name, symbol, owner);
        _all.Add(handle);
        return handle;
    }
}
