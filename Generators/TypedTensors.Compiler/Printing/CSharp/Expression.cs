namespace TypedTensors.Compiler.Printing.CSharp;

/// <summary>How tightly the outermost operator of a C# expression binds.</summary>
public enum Precedence
{
    /// <summary><c>a ? b : c</c></summary>
    Conditional,

    /// <summary><c>a | b</c></summary>
    Or,

    /// <summary><c>a ^ b</c></summary>
    Xor,

    /// <summary><c>a &amp; b</c></summary>
    And,

    /// <summary><c>a == b</c></summary>
    Equality,

    /// <summary><c>a &lt; b</c></summary>
    Relational,

    /// <summary><c>a &lt;&lt; b</c></summary>
    Shift,

    /// <summary><c>a + b</c></summary>
    Additive,

    /// <summary><c>a * b</c></summary>
    Multiplicative,

    /// <summary><c>-a</c>, and casts.</summary>
    Unary,

    /// <summary>Names, literals and calls.</summary>
    Primary,
}

/// <summary>A C# expression and how tightly it binds, so that parentheses stand only where they are needed.</summary>
/// <param name="Code">The text.</param>
/// <param name="Precedence">How tightly its outermost operator binds.</param>
public readonly record struct Expression(string Code, Precedence Precedence)
{
    /// <summary>Makes a name, a literal or a call.</summary>
    /// <param name="code">The text; a leading minus is noticed.</param>
    /// <returns>The expression.</returns>
    public static Expression Primary(string code) =>
        new(code, code.StartsWith("-", StringComparison.Ordinal) || code.StartsWith("(", StringComparison.Ordinal) ? Precedence.Unary : Precedence.Primary);

    /// <summary>Makes a call.</summary>
    /// <param name="function">The function.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>The expression.</returns>
    public static Expression Call(string function, params IEnumerable<Expression> arguments) =>
        new($"{function}({string.Join(", ", arguments.Select(argument => argument.Code))})", Precedence.Primary);

    /// <summary>Makes an operation that groups to the left.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="op">The operator.</param>
    /// <param name="right">The right operand.</param>
    /// <param name="precedence">How tightly the operator binds.</param>
    /// <returns>The expression.</returns>
    public static Expression Binary(Expression left, string op, Expression right, Precedence precedence) =>
        new($"{left.In(precedence)} {op} {right.In(precedence + 1)}", precedence);

    /// <summary>Makes an operation on bits, where few readers know what binds tighter: every other operation within is in parentheses.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="op">The operator.</param>
    /// <param name="right">The right operand.</param>
    /// <param name="precedence">How tightly the operator binds.</param>
    /// <returns>The expression.</returns>
    public static Expression Bits(Expression left, string op, Expression right, Precedence precedence) =>
        new($"{left.In(left.Precedence == precedence ? precedence : Precedence.Unary)} {op} {right.In(Precedence.Unary)}", precedence);

    /// <summary>Makes an operation on one operand.</summary>
    /// <param name="op">The operator.</param>
    /// <param name="operand">The operand.</param>
    /// <returns>The expression.</returns>
    public static Expression Unary(string op, Expression operand)
    {
        // '--x' and '(int)-x' would be read otherwise.
        string code = operand.In(Precedence.Unary);
        bool clashes = op.Length > 1 || code.StartsWith(op, StringComparison.Ordinal);
        return new(op + (clashes && operand.Precedence < Precedence.Primary && !code.StartsWith("(", StringComparison.Ordinal) ? $"({code})" : code), Precedence.Unary);
    }

    /// <summary>The text as an operand, in parentheses when it binds less tightly than its surroundings.</summary>
    /// <param name="surrounding">How tightly the surroundings bind.</param>
    /// <returns>The text.</returns>
    public string In(Precedence surrounding) => Precedence < surrounding ? $"({Code})" : Code;
}
