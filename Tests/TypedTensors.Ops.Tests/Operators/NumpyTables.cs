namespace TypedTensors.Ops.Tests.Operators;

/// <summary>What NumPy 1.24.2 says of pairs of dtypes, printed by it: rows are the left operand, columns the right one, both in the order of <see cref="Dtype"/>.</summary>
static class NumpyTables
{
    // [[np.result_type(a, b).name for b in names] for a in names]
    const string ResultTypes = """
        bool int8 uint8 int16 uint16 int32 uint32 int64 uint64 float16 float32 float64
        int8 int8 int16 int16 int32 int32 int64 int64 float64 float16 float32 float64
        uint8 int16 uint8 int16 uint16 int32 uint32 int64 uint64 float16 float32 float64
        int16 int16 int16 int16 int32 int32 int64 int64 float64 float32 float32 float64
        uint16 int32 uint16 int32 uint16 int32 uint32 int64 uint64 float32 float32 float64
        int32 int32 int32 int32 int32 int32 int64 int64 float64 float64 float64 float64
        uint32 int64 uint32 int64 uint32 int64 uint32 int64 uint64 float64 float64 float64
        int64 int64 int64 int64 int64 int64 int64 int64 float64 float64 float64 float64
        uint64 float64 uint64 float64 uint64 float64 uint64 float64 uint64 float64 float64 float64
        float16 float16 float16 float32 float32 float64 float64 float64 float64 float16 float32 float64
        float32 float32 float32 float32 float32 float64 float64 float64 float64 float32 float32 float64
        float64 float64 float64 float64 float64 float64 float64 float64 float64 float64 float64 float64
        """;

    // [[np.true_divide(np.ones(1, a), np.ones(1, b)).dtype.name for b in names] for a in names]
    const string Quotients = """
        float64 float64 float64 float64 float64 float64 float64 float64 float64 float16 float32 float64
        float64 float64 float64 float64 float64 float64 float64 float64 float64 float16 float32 float64
        float64 float64 float64 float64 float64 float64 float64 float64 float64 float16 float32 float64
        float64 float64 float64 float64 float64 float64 float64 float64 float64 float32 float32 float64
        float64 float64 float64 float64 float64 float64 float64 float64 float64 float32 float32 float64
        float64 float64 float64 float64 float64 float64 float64 float64 float64 float64 float64 float64
        float64 float64 float64 float64 float64 float64 float64 float64 float64 float64 float64 float64
        float64 float64 float64 float64 float64 float64 float64 float64 float64 float64 float64 float64
        float64 float64 float64 float64 float64 float64 float64 float64 float64 float64 float64 float64
        float16 float16 float16 float32 float32 float64 float64 float64 float64 float16 float32 float64
        float32 float32 float32 float32 float32 float64 float64 float64 float64 float32 float32 float64
        float64 float64 float64 float64 float64 float64 float64 float64 float64 float64 float64 float64
        """;

    // Whether x += y is allowed, by casting='same_kind'.
    const string InPlaceSums = """
        y - - - - - - - - - - -
        y y y y y y y y - - - -
        y - y - y - y - y - - -
        y y y y y y y y - - - -
        y - y - y - y - y - - -
        y y y y y y y y - - - -
        y - y - y - y - y - - -
        y y y y y y y y - - - -
        y - y - y - y - y - - -
        y y y y y y y y y y y y
        y y y y y y y y y y y y
        y y y y y y y y y y y y
        """;

    static readonly Dtype[,] ResultTypeOf = Read(ResultTypes, Parse), QuotientOf = Read(Quotients, Parse);

    static readonly bool[,] IsInPlaceSum = Read(InPlaceSums, word => word == "y");

    /// <summary>The dtype of a sum.</summary>
    public static Dtype ResultType(Dtype left, Dtype right) => ResultTypeOf[(int)left, (int)right];

    /// <summary>The dtype of a true quotient.</summary>
    public static Dtype Quotient(Dtype left, Dtype right) => QuotientOf[(int)left, (int)right];

    /// <summary>Whether the sum may be stored in the left operand.</summary>
    public static bool AllowsInPlaceSum(Dtype left, Dtype right) => IsInPlaceSum[(int)left, (int)right];

    static Dtype Parse(string name) => Enum.GetValues<Dtype>().First(dtype => Dtypes.NumpyNameOf(dtype) == name);

    static T[,] Read<T>(string text, Func<string, T> parse)
    {
        var table = new T[12, 12];
        string[] lines = text.Split('\n');
        for (int row = 0; row < 12; row++)
        {
            string[] words = lines[row].Split(' ');
            for (int column = 0; column < 12; column++)
            {
                table[row, column] = parse(words[column]);
            }
        }

        return table;
    }
}
