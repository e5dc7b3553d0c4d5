namespace TypedTensors.VulkanRuntime.Tests.Programs;

internal readonly struct HalfWhere : IMethodText
{
    public static string Method => "static Half F(bool condition, Half x, Half y) => condition ? x : y;";
}

internal readonly struct HalfOfSingle : IMethodText
{
    public static string Method => "static Half F(float x) => (Half)x;";
}

internal readonly struct IntDivision : IMethodText
{
    public static string Method => "static (int Quotient, int Remainder) F(int x, int y) => (x / y, x % y);";
}

internal readonly struct LongDivision : IMethodText
{
    public static string Method => "static (long Quotient, long Remainder) F(long x, long y) => (x / y, x % y);";
}

internal readonly struct SByteSum : IMethodText
{
    public static string Method => "static sbyte F(sbyte x, sbyte y) => (sbyte)(x + y);";
}

internal readonly struct UShortProduct : IMethodText
{
    public static string Method => "static ushort F(ushort x, ushort y) => (ushort)(x * y);";
}

internal readonly struct IsLess : IMethodText
{
    public static string Method => "static (bool Less, bool Equal, bool Different) F(float x, float y) => (x < y, x == y, x != y);";
}

internal readonly struct EarlyExit : IMethodText
{
    public static string Method => "static int F(float x) { int n = 0; for (int i = 0; i < 50; i++) { if (x > 1000) break; x = x * x + 1; n++; } return n; }";
}

internal readonly struct Quotient : IMethodText
{
    public static string Method => "static (float Quotient, float Root) F(float x, float y) => (x / y, MathF.Sqrt(x));";
}

internal readonly struct QuotientDouble : IMethodText
{
    public static string Method => "static (double Quotient, double Root) F(double x, double y) => (x / y, Math.Sqrt(x));";
}
