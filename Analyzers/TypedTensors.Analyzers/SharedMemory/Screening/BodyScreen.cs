using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Analyzers.SharedMemory.Facts;

namespace TypedTensors.Analyzers.SharedMemory.Screening;

/// <summary>
/// Asks whether a body can have anything to report at all, at a small part of what the analysis costs: its operations are walked once, without regard to their order, and
/// whatever may come to share memory is put into one group. It errs on one side only: what it lets pass is analysed, and what it holds back the analysis would not report.
/// The parts of this class are by what they look at: statements, expressions, calls, stores.
/// </summary>
sealed partial class BodyScreen
{
    readonly Func<IMethodSymbol, ITypeSymbol?, MemberFacts> _facts;
    readonly Groups _groups = new();
    readonly List<(int Written, int Read)> _overlaps = [];
    readonly List<List<(ISymbol Variable, int Group)>> _functions = [];
    int _receiver = Groups.None, _initialized = Groups.None;
    bool _givesBack, _hasGradients, _writes;

    BodyScreen(Func<IMethodSymbol, ITypeSymbol?, MemberFacts> facts) => _facts = facts;

    /// <summary>Whether a rule may report something in a body.</summary>
    /// <param name="isAnnounced">Whether it may return views.</param>
    /// <param name="body">Its operations.</param>
    /// <param name="facts">What the members that it calls do with memory.</param>
    public static bool MayReport(bool isAnnounced, IOperation body, Func<IMethodSymbol, ITypeSymbol?, MemberFacts> facts)
    {
        var screen = new BodyScreen(facts);
        screen.Visit(body);
        return screen._givesBack
            || (screen._hasGradients && screen._writes)
            || screen._overlaps.Exists(pair => screen._groups.AreOne(pair.Written, pair.Read))
            || screen._groups.All.Any(group => MayReport(group.Marks, group.Variables, isAnnounced));
    }

    /// <summary>Whether a method may do something with the memory of its parameters that its callers have to know of.</summary>
    /// <param name="method">The method.</param>
    /// <param name="body">Its operations.</param>
    /// <param name="facts">What the members that it calls do with memory.</param>
    public static bool MayTouchParameters(IMethodSymbol method, IOperation body, Func<IMethodSymbol, ITypeSymbol?, MemberFacts> facts)
    {
        var screen = new BodyScreen(facts);
        screen.Visit(body);
        return screen._givesBack || method.Parameters.Any(parameter => (screen._groups.MarksOf(parameter) & (Marks.Written | Marks.Returned)) != 0);
    }

    static bool MayReport(Marks marks, int variables, bool isAnnounced)
    {
        bool Has(Marks all) => (marks & all) == all;
        return (variables > 1 && (Has(Marks.Written | Marks.Silent) || Has(Marks.InPlace)))
            || (Has(Marks.Silent | Marks.Bound) && (Has(Marks.Stored) || (Has(Marks.Returned) && !isAnnounced)))
            || (Has(Marks.Stack) && (marks & (Marks.Returned | Marks.Stored)) != 0);
    }

    int Of(ISymbol variable, Marks marks = Marks.None)
    {
        int group = _groups.Of(variable, marks);
        foreach (List<(ISymbol, int)> function in _functions)
        {
            function.Add((variable, group));
        }

        return group;
    }

    int Write(int group, Marks how = Marks.None)
    {
        _writes = true;
        return _groups.Mark(group, Marks.Written | how);
    }

    /// <summary>An expression without the conversions around it that change no reference.</summary>
    static IOperation Inner(IOperation operation) => operation switch
    {
        IConversionOperation { OperatorMethod: null } conversion => Inner(conversion.Operand),
        IParenthesizedOperation parenthesized => Inner(parenthesized.Operand),
        _ => operation,
    };
}
