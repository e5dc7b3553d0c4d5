using TypedTensors.Testing.Values;

namespace TypedTensors.Ops.Tests.Operators;

/// <summary>An operator between tensors of two dtypes.</summary>
/// <param name="Left">The left dtype.</param>
/// <param name="Symbol">The operator.</param>
/// <param name="Right">The right dtype.</param>
public sealed record OperatorCase(Dtype Left, string Symbol, Dtype Right)
{
    static readonly Dictionary<string, string> Methods = new()
    {
        ["+"] = "Add", ["-"] = "Subtract", ["*"] = "Multiply", ["/"] = "Divide", ["%"] = "Remainder",
        ["<"] = "Less", [">"] = "Greater", ["<="] = "LessEqual", [">="] = "GreaterEqual",
        ["&"] = "BitwiseAnd", ["|"] = "BitwiseOr", ["^"] = "BitwiseXor",
    };

    /// <summary>Every operator between every two dtypes.</summary>
    public static IReadOnlyList<OperatorCase> All { get; } =
    [
        .. from left in DtypeDispatch.Real
           from right in DtypeDispatch.Real
           from symbol in Methods.Keys
           select new OperatorCase(left, symbol, right),
    ];

    /// <summary>Whether the operator exists: bits have no floating numbers, and two bools have no numbers.</summary>
    public bool Exists => IsBitwise ? !IsFloating(Left) && !IsFloating(Right) && !IsFloating(Promoted) : Left != Dtype.Boolean || Right != Dtype.Boolean;

    /// <summary>Whether it is <c>&amp;</c>, <c>|</c> or <c>^</c>.</summary>
    public bool IsBitwise => Symbol is "&" or "|" or "^";

    /// <summary>The dtype in which NumPy computes.</summary>
    public Dtype Promoted => Symbol == "/" ? NumpyTables.Quotient(Left, Right) : NumpyTables.ResultType(Left, Right);

    /// <summary>The dtype of the result.</summary>
    public Dtype Result => Symbol is "<" or ">" or "<=" or ">=" ? Dtype.Boolean : Promoted;

    /// <summary>Whether NumPy stores the result in the left operand.</summary>
    public bool ExistsInPlace => Exists
        && Symbol is "+" or "-" or "*" or "%" or "/" or "&" or "|" or "^"
        && (Symbol == "/" ? IsFloating(Left) : NumpyTables.AllowsInPlaceSum(Left, Right));

    /// <summary>The operands as parameters in C#.</summary>
    public string Parameters => $"{Tensor(Left)} x, {Tensor(Right)} y";

    /// <summary>The same computed by hand: both operands converted, then the operation on one dtype.</summary>
    public string ByHand => $"x.Cast<{Dtypes.NameOf(Promoted)}>().{Method}(y.Cast<{Dtypes.NameOf(Promoted)}>())";

    string Method => Promoted == Dtype.Boolean ? Methods[Symbol].Replace("Bitwise", "Logical") : Methods[Symbol];

    /// <summary>A tensor type in C#.</summary>
    public static string Tensor(Dtype dtype) => $"Tensor<{Dtypes.NameOf(dtype)}, {typeof(Device).Name}>";

    /// <summary>An operand whose elements meet those of the other in many combinations.</summary>
    public static Tensor Operand(Dtype dtype, int step)
    {
        Array special = SpecialValues.Of(dtype), values = Array.CreateInstance(DtypeDispatch.TypeOf(dtype), 60);
        for (int i = 0; i < values.Length; i++)
        {
            Array.Copy(special, i * step % special.Length, values, i, 1);
        }

        return Elements<Device>.Of(dtype).Tensor(values, 0, values.Length);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Dtypes.NameOf(Left)} {Symbol} {Dtypes.NameOf(Right)}";

    static bool IsFloating(Dtype dtype) => dtype is Dtype.Half or Dtype.Single or Dtype.Double;
}
