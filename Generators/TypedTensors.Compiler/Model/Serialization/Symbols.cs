namespace TypedTensors.Compiler.Model.Serialization;

/// <summary>The letters that stand for types and operations in the text of a body.</summary>
static class Symbols
{
    /// <summary>One letter for each element type, in the order of <see cref="ElementKind"/>.</summary>
    public const string Types = "ocbswiulmhfd";

    /// <summary>One sign for each operation on one value, in the order of <see cref="UnaryOperator"/>.</summary>
    public const string Unary = "-~!";

    /// <summary>One sign for each operation on two values, in the order of <see cref="BinaryOperator"/>.</summary>
    public const string Binary = "+-*/%&|^<>r";

    /// <summary>One sign for each comparison, in the order of <see cref="ComparisonOperator"/>.</summary>
    public const string Comparisons = "=!<l>g";

    public const char Constant = 'c', Parameter = 'p', UnaryCode = 'u', BinaryCode = 'b', Compare = 'q', Select = 's', Convert = 'v', ConvertNative = 'n',
        BitCast = 'a', Intrinsic = 'i', Call = 'k', Loop = 'l';
}
