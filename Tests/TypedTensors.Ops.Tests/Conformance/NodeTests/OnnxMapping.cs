using System.Reflection;

namespace TypedTensors.Ops.Tests.Conformance.NodeTests;

/// <summary>What ONNX operators are here: operations of the catalog, compositions of operations, or nothing, and then why.</summary>
static class OnnxMapping
{
    /// <summary>The operators that are one element-wise operation.</summary>
    public static IReadOnlyDictionary<string, string> Elementwise { get; } = new Dictionary<string, string>
    {
        ["Abs"] = "Arithmetic.Abs(T)",
        ["Acos"] = "Trigonometric.Acos(T)",
        ["Acosh"] = "Hyperbolic.Acosh(T)",
        ["Asin"] = "Trigonometric.Asin(T)",
        ["Asinh"] = "Hyperbolic.Asinh(T)",
        ["Atan"] = "Trigonometric.Atan(T)",
        ["Atanh"] = "Hyperbolic.Atanh(T)",
        ["BitwiseAnd"] = "Bitwise.BitwiseAnd(T, T)",
        ["BitwiseNot"] = "Bitwise.BitwiseNot(T)",
        ["BitwiseOr"] = "Bitwise.BitwiseOr(T, T)",
        ["BitwiseXor"] = "Bitwise.BitwiseXor(T, T)",
        ["Ceil"] = "Rounding.Ceil(T)",
        ["Cos"] = "Trigonometric.Cos(T)",
        ["Cosh"] = "Hyperbolic.Cosh(T)",
        ["Erf"] = "Activations.Erf(T)",
        ["Exp"] = "Exponential.Exp(T)",
        ["Floor"] = "Rounding.Floor(T)",
        ["Greater"] = "Comparison.Greater(T, T)",
        ["GreaterOrEqual"] = "Comparison.GreaterEqual(T, T)",
        ["HardSwish"] = "PiecewiseActivations.HardSwish(T)",
        ["IsNaN"] = "Classification.IsNaN(T)",
        ["Less"] = "Comparison.Less(T, T)",
        ["LessOrEqual"] = "Comparison.LessEqual(T, T)",
        ["Log"] = "Exponential.Log(T)",
        ["Neg"] = "Arithmetic.Negative(T)",
        ["Reciprocal"] = "FloatingArithmetic.Reciprocal(T)",
        ["Relu"] = "PiecewiseActivations.Relu(T)",
        ["Round"] = "Rounding.Round(T)",
        ["Sigmoid"] = "Activations.Sigmoid(T)",
        ["Sign"] = "Arithmetic.Sign(T)",
        ["Sin"] = "Trigonometric.Sin(T)",
        ["Sinh"] = "Hyperbolic.Sinh(T)",
        ["Softplus"] = "Activations.Softplus(T)",
        ["Softsign"] = "Activations.Softsign(T)",
        ["Sqrt"] = "FloatingArithmetic.Sqrt(T)",
        ["Tan"] = "Trigonometric.Tan(T)",
        ["Tanh"] = "Hyperbolic.Tanh(T)",
    };

    /// <summary>Where the others are: each is a method of its ONNX name.</summary>
    static readonly Type[] Families =
    [
        typeof(OnnxActivations), typeof(OnnxArithmetic), typeof(OnnxAttention), typeof(OnnxImages), typeof(OnnxIndexing), typeof(OnnxJoining), typeof(OnnxLogic), typeof(OnnxLosses),
        typeof(OnnxNormalizations), typeof(OnnxOrder), typeof(OnnxProducts), typeof(OnnxRearranging), typeof(OnnxReductions), typeof(OnnxResizing), typeof(OnnxShapes), typeof(OnnxSpectra),
    ];

    /// <summary>The operators that are none of ours.</summary>
    static readonly Dictionary<string, string> Reasons = new()
    {
        ["ArrayFeatureExtractor"] = Classical,
        ["Binarizer"] = Classical,
        ["TreeEnsemble"] = Classical,
        ["ImageDecoder"] = "decodes image files",
        ["TfIdfVectorizer"] = "counts n-grams of texts",
        ["NonMaxSuppression"] = "selects boxes of a detector",
        ["Adagrad"] = Training,
        ["Adam"] = Training,
        ["Momentum"] = Training,
        ["Gradient"] = Training,
        ["ConcatFromSequence"] = Sequences,
        ["SequenceAt"] = Sequences,
        ["SequenceConstruct"] = Sequences,
        ["SequenceEmpty"] = Sequences,
        ["SequenceErase"] = Sequences,
        ["SequenceInsert"] = Sequences,
        ["SequenceLength"] = Sequences,
        ["SplitToSequence"] = Sequences,
        ["OptionalGetElement"] = "optional values are no tensors",
        ["OptionalHasElement"] = "optional values are no tensors",
        ["DequantizeLinear"] = Quantized,
        ["DynamicQuantizeLinear"] = Quantized,
        ["QLinearConv"] = Quantized,
        ["QLinearMatMul"] = Quantized,
        ["QuantizeLinear"] = Quantized,
        ["BitCast"] = "the bits of another dtype are a matter of spans",
        ["BlackmanWindow"] = Program,
        ["DeformConv"] = Between,
        ["GRU"] = Program,
        ["GridSample"] = Between,
        ["HammingWindow"] = Program,
        ["HannWindow"] = Program,
        ["LSTM"] = Program,
        ["LinearAttention"] = Program,
        ["MelWeightMatrix"] = "a filter bank for sound",
        ["RNN"] = Program,
        ["RoiAlign"] = Between,
    };

    const string Classical = "of the classical machine-learning domain, not of tensors";
    const string Training = "updates or differentiates a model in training";
    const string Sequences = "sequences of tensors are C# lists";
    const string Between = "reads images at computed places between their elements, which no operation here does";
    const string Program = "no operation of ours but a program of several, which would only be written here";
    const string Quantized = "quantised numbers, for which there is no dtype";

    /// <summary>The names of all operators that are mapped or refused.</summary>
    public static IEnumerable<string> Operators =>
        [.. Elementwise.Keys, .. Compositions.Select(method => method.Name), .. Reasons.Keys];

    static IEnumerable<MethodInfo> Compositions => Families
        .SelectMany(family => family.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(method => method.GetParameters() is [var only] && only.ParameterType == typeof(OnnxCall));

    /// <summary>The composition that is an operator.</summary>
    public static MethodInfo? Find(string name) => Compositions.FirstOrDefault(method => method.Name == name);

    /// <summary>Why a case cannot be run; null if it can.</summary>
    public static string? ReasonAgainst(OnnxCase test) =>
        test.Nodes.Select(node => Reasons.GetValueOrDefault(node.GetProperty("op").GetString()!)).FirstOrDefault(reason => reason is not null);

    /// <summary>Whether the values are random, so that only their dtype and shape are compared.</summary>
    public static bool IsRandom(OnnxCase test) => test.Operator is "Bernoulli" || test.Id.StartsWith("node/test_training_dropout", StringComparison.Ordinal);
}
