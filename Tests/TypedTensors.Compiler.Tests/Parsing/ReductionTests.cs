using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Parsing;
using TypedTensors.Testing.Generation;

namespace TypedTensors.Compiler.Tests.Parsing;

/// <summary>Reductions: how their parts become bodies, and what is refused.</summary>
public class ReductionTests
{
    [Fact]
    public void Element_IsMappedAndCombined()
    {
        ReductionModel model = ReductionSource.Model(
            "Squares",
            "public static double Identity => 0; public static double Map(float x) => x * x; public static double Combine(double a, double b) => a + b;");

        Assert.Equal(["total", "x"], model.Accumulate.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(ElementKind.Single, model.Element.Kind);
        Assert.Equal(ElementKind.Double, Assert.Single(model.Accumulator).Type.Kind);
        Assert.Contains(model.Accumulate.Body.Instructions, instruction => instruction is BinaryInstruction { Operator: BinaryOperator.Multiply });
        Assert.Contains(model.Accumulate.Body.Instructions, instruction => instruction is BinaryInstruction { Operator: BinaryOperator.Add });
        Assert.False(model.UsesCount || model.UsesPositions || model.RequiresElements || model.IsGeneric);
    }

    [Fact]
    public void ElementThatIsOnlyConverted_IsTakenAsWhatItIsConvertedTo()
    {
        ReductionModel model = ReductionSource.Model(
            "Total<T> where T : unmanaged, IBinaryInteger<T>",
            "public static long Identity => 0; public static long Map(T x) => long.CreateTruncating(x); public static long Combine(long a, long b) => a + b;");

        Assert.Equal(ElementKind.Int64, model.Element.Kind);
        Assert.Equal(ElementKind.Generic, model.Head.Parameters[0].Type.Kind);
        Assert.False(model.IsGeneric);
        Assert.DoesNotContain(model.Accumulate.Body.Instructions, instruction => instruction is ConvertInstruction);
    }

    [Fact]
    public void ElementThatIsAlsoCompared_IsTakenAsItIs()
    {
        ReductionModel model = ReductionSource.Model(
            "Total<T> where T : unmanaged, IBinaryInteger<T>",
            "public static long Identity => 0; public static long Map(T x) => x > T.One ? long.CreateTruncating(x) : 0; public static long Combine(long a, long b) => a + b;");

        Assert.True(model.Element.IsGeneric);
        Assert.True(model.IsGeneric);
    }

    [Fact]
    public void Tuples_AreTakenApart()
    {
        ReductionModel model = ReductionSource.Model(
            "Spread<T> where T : unmanaged, INumber<T>",
            """
            public static (T Low, T High) Identity => (T.CreateSaturating(double.PositiveInfinity), T.CreateSaturating(double.NegativeInfinity));
            public static (T Low, T High) Map(T x, long position) => (x, x);
            public static (T Low, T High) Combine((T Low, T High) a, (T Low, T High) b) => (T.Min(a.Low, b.Low), T.Max(a.High, b.High));
            public static T Finish((T Low, T High) total, long count, double scale = 1) => total.High - total.Low;
            """);

        Assert.Equal(["low", "high", "x", "position"], model.Accumulate.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(["leftLow", "leftHigh", "rightLow", "rightHigh"], model.Combine.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(["low", "high", "count", "scale"], model.Finish.Parameters.Select(parameter => parameter.Name));
        Assert.Equal("1.0", Assert.Single(model.Scalars).Default);
        Assert.True(model.UsesCount && model.UsesPositions);
        Assert.Equal(2, model.Identity.Body.Results.Count);
    }

    [Fact]
    public void SameSource_GivesEqualModels() =>
        Assert.Equal(
            ReductionSource.Model("Sum", "public static int Identity => 0; public static int Combine(int a, int b) => a + b;"),
            ReductionSource.Model("Sum", "public static int Identity => 0; public static int Combine(int a, int b) => a + b;"));

    [Theory]
    [InlineData("Fold", "public static float Combine(float a, float b) => a + b;", FaultKind.Reduction, "'Fold' has no static property 'Identity': the accumulator of nothing; declare one.")]
    [InlineData("Fold", "public static float Identity => 0;", FaultKind.Reduction, "'Fold' has no static method 'Combine' that makes one accumulator of two; declare one.")]
    [InlineData("Fold", "public static float Identity => 0; public static float Combine(float a, double b) => a;", FaultKind.Reduction, "'Combine' does not make one accumulator of two; take two of 'float', as 'Identity' is, and return one.")]
    [InlineData("Fold", "public static float Identity => 0; public static double Combine(float a, float b) => a;", FaultKind.Reduction, "'Combine' does not make one accumulator of two; take two of 'float', as 'Identity' is, and return one.")]
    [InlineData("Fold", "public static float Identity => 0; public static int Map(float x) => 1; public static float Combine(float a, float b) => a;", FaultKind.Reduction, "'Map' does not make an accumulator of an element; take the element, and at most its 'long' position, and return 'float', as 'Identity' is.")]
    [InlineData("Fold", "public static (float, float) Identity => (0, 0); public static (float, float) Combine((float, float) a, (float, float) b) => a;", FaultKind.Reduction, "'Map' does not make an accumulator of an element; take the element, and at most its 'long' position, and return '(float, float)', as 'Identity' is.")]
    [InlineData("Fold", "public static float Identity => 0; public static float Combine(float a, float b) => a; public static string Finish(float total) => \"\";", FaultKind.Reduction, "'Finish' does not make a result of an accumulator; take the accumulator, then perhaps 'long count' and parameters of concrete types, and return a value of an element type.")]
    [InlineData("Fold", "public static string Identity => \"\"; public static string Combine(string a, string b) => a;", FaultKind.UnsupportedType, "An accumulator cannot be 'string'; make it a value of an element type, or a tuple of them.")]
    [InlineData("Fold<T, U>", "public static float Identity => 0; public static float Combine(float a, float b) => a;", FaultKind.TypeParameter, "A reduction has one type parameter at most; give the other types names.")]
    [InlineData("Fold<T>", "public static float Identity => 0; public static float Combine(float a, float b) => a;", FaultKind.TypeParameter, "No tensor says what 'T' is; use it as the type of the element.")]
    [InlineData("Fold", "public static float Identity => Random.Shared.NextSingle(); public static float Combine(float a, float b) => a;", FaultKind.UnknownMethod, null)]
    public void Mistakes_AreFaults(string declaration, string members, FaultKind kind, string? message)
    {
        ReductionResult result = ReductionSource.Parse(declaration, members);

        Assert.Null(result.Model);
        Fault fault = Assert.Single(result.Faults);
        Assert.Equal(kind, fault.Kind);
        Assert.Equal(message ?? fault.Message, fault.Message);
    }

    [Theory]
    [InlineData("public static class Reductions { [Reduction(\"Fold\")] public static class Sum { public static int Identity => 0; public static int Combine(int a, int b) => a + b; } }")]
    [InlineData("[Reduction(\"Fold\")] public static class Sum { public static int Identity => 0; public static int Combine(int a, int b) => a + b; }")]
    public void ClassOutOfPlace_IsAFault(string source) => Assert.Equal(FaultKind.ContainingType, Assert.Single(ReductionSource.Parse(source).Faults).Kind);
}
