using TypedTensors.Testing.Catalog;

namespace TypedTensors.Testing.Values;

/// <summary>The domains of the operations that are not meant for all numbers, by the operation's name and the parameter's.</summary>
public static class Domains
{
    static readonly Domain Positive = new(1e-30, 1e30), Unit = new(-1, 1), Angle = new(-100, 100), Exponent = new(-80, 80);

    static readonly Dictionary<(string Operation, string Parameter), Domain> Table = new()
    {
        [("Acos", "x")] = Unit,
        [("Acosh", "x")] = new(1, 1e9),
        [("Asin", "x")] = Unit,
        [("Atanh", "x")] = Unit,
        [("Celu", "alpha")] = new(0.1, 3),
        [("Cos", "x")] = Angle,
        [("Cosh", "x")] = Exponent,
        [("Elu", "alpha")] = new(0.1, 3),
        [("Exp", "x")] = Exponent,
        [("Exp2", "x")] = Exponent,
        [("Expm1", "x")] = Exponent,
        [("HardShrink", "lambda")] = new(0, 3),
        [("IsClose", "absolute")] = new(0, 1),
        [("IsClose", "relative")] = new(0, 0.1),
        [("Log", "x")] = Positive,
        [("Log10", "x")] = Positive,
        [("Log1p", "x")] = new(-1, 4),
        [("Log2", "x")] = Positive,
        [("Pow", "x")] = new(0.01, 100),
        [("Rsqrt", "x")] = Positive,
        [("Sin", "x")] = Angle,
        [("SinCos", "x")] = Angle,
        [("Sinh", "x")] = Exponent,
        [("SoftShrink", "lambda")] = new(0, 3),
        [("Sqrt", "x")] = Positive,
        [("Tan", "x")] = Angle,
        [("XLogY", "y")] = Positive,
    };

    /// <summary>The domain of a parameter.</summary>
    public static Domain Of(Operation operation, int parameter) =>
        Table.GetValueOrDefault((operation.Name, operation.Parameters[parameter].Name), Domain.Wide);
}
