namespace TypedTensors.Compiler.Model;

/// <summary>Operations on one value.</summary>
public enum UnaryOperator
{
    /// <summary>Minus; wraps for integers.</summary>
    Negate,

    /// <summary>The complement of every bit.</summary>
    Complement,

    /// <summary>Logical not.</summary>
    Not,
}

/// <summary>Operations on two values. All are total: integers wrap, and division by zero gives zero.</summary>
public enum BinaryOperator
{
    /// <summary>The sum.</summary>
    Add,

    /// <summary>The difference.</summary>
    Subtract,

    /// <summary>The product.</summary>
    Multiply,

    /// <summary>The quotient; of integers truncated.</summary>
    Divide,

    /// <summary>The remainder, with the sign of the dividend.</summary>
    Remainder,

    /// <summary>And, of bits or bools.</summary>
    And,

    /// <summary>Or, of bits or bools.</summary>
    Or,

    /// <summary>Exclusive or, of bits or bools.</summary>
    Xor,

    /// <summary>Shift to the left; only the low bits of the count are used.</summary>
    ShiftLeft,

    /// <summary>Shift to the right that keeps the sign of a signed type.</summary>
    ShiftRight,

    /// <summary>Shift to the right that fills with zeros.</summary>
    ShiftRightLogical,
}

/// <summary>Comparisons; with a NaN all but <see cref="NotEqual"/> are false.</summary>
public enum ComparisonOperator
{
    /// <summary>Equal.</summary>
    Equal,

    /// <summary>Not equal.</summary>
    NotEqual,

    /// <summary>Less.</summary>
    Less,

    /// <summary>Less or equal.</summary>
    LessOrEqual,

    /// <summary>Greater.</summary>
    Greater,

    /// <summary>Greater or equal.</summary>
    GreaterOrEqual,
}
