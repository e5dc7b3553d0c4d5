using Microsoft.CodeAnalysis;

namespace TypedTensors.Analyzers.SharedMemory.Screening;

/// <summary>What a body does with the memory of a group, somewhere.</summary>
[Flags]
enum Marks
{
    None = 0,

    /// <summary>A share site that nothing shows is in it.</summary>
    Silent = 1,

    /// <summary>Elements are written.</summary>
    Written = 2,

    /// <summary>An operator such as <c>+=</c> works in place.</summary>
    InPlace = 4,

    /// <summary>Something of it is returned.</summary>
    Returned = 8,

    /// <summary>Something of it is stored in a field or a property.</summary>
    Stored = 16,

    /// <summary>A parameter, a field or the object is in it: the memory was there before the body began.</summary>
    Bound = 32,

    /// <summary>Memory on the stack is in it.</summary>
    Stack = 64,
}

/// <summary>Variables, put into one group as soon as they may come to lead to the same memory, on whatever way. Groups are numbers; one that is <see cref="None"/> stands for no memory.</summary>
sealed class Groups
{
    /// <summary>No memory.</summary>
    public const int None = -1;

    readonly Dictionary<ISymbol, int> _symbols = new(SymbolEqualityComparer.Default);
    readonly List<(int Parent, int Variables, Marks Marks)> _groups = [];

    /// <summary>The groups, each once, by what is done with them and how many variables are in them.</summary>
    public IEnumerable<(Marks Marks, int Variables)> All => _groups.Where((group, index) => group.Parent == index).Select(group => (group.Marks, group.Variables));

    /// <summary>A group without a variable.</summary>
    public int New(Marks marks = Marks.None)
    {
        _groups.Add((_groups.Count, 0, marks));
        return _groups.Count - 1;
    }

    /// <summary>The group of a variable.</summary>
    public int Of(ISymbol variable, Marks marks = Marks.None)
    {
        if (!_symbols.TryGetValue(variable, out int group))
        {
            group = _symbols[variable] = _groups.Count;
            _groups.Add((group, 1, marks));
        }

        return group;
    }

    /// <summary>What is done with the group of a variable; nothing, if the body does not speak of it.</summary>
    public Marks MarksOf(ISymbol variable) => _symbols.TryGetValue(variable, out int group) ? _groups[Root(group)].Marks : Marks.None;

    /// <summary>Makes one group of two.</summary>
    public int Join(int left, int right)
    {
        if (left == None || right == None)
        {
            return left == None ? right : left;
        }

        left = Root(left);
        right = Root(right);
        if (left != right)
        {
            (_, int variables, Marks marks) = _groups[right];
            _groups[right] = (left, 0, Marks.None);
            _groups[left] = (left, _groups[left].Variables + variables, _groups[left].Marks | marks);
        }

        return left;
    }

    /// <summary>Says what is done with a group.</summary>
    public int Mark(int group, Marks marks)
    {
        if (group != None)
        {
            int root = Root(group);
            _groups[root] = (root, _groups[root].Variables, _groups[root].Marks | marks);
        }

        return group;
    }

    /// <summary>Whether two are the same by now.</summary>
    public bool AreOne(int left, int right) => left != None && right != None && Root(left) == Root(right);

    int Root(int group)
    {
        while (_groups[group].Parent != group)
        {
            group = _groups[group].Parent;
        }

        return group;
    }
}
