using TypedTensors.Testing.Values;

namespace TypedTensors.Tests.Printing;

/// <summary>Every case of <c>Data/print_cases.json</c> prints as NumPy printed it.</summary>
public class NumpyPrintingTests
{
    private static readonly PrintCase[] Cases = PrintCase.Load(Path.Combine(AppContext.BaseDirectory, "Printing", "Data", "print_cases.json"));

    public static TheoryData<int, string, string> CaseNames()
    {
        var names = new TheoryData<int, string, string>();
        for (int i = 0; i < Cases.Length; i++)
        {
            names.Add(i, Cases[i].Name, $"{Cases[i].Dtype}[{string.Join(", ", Cases[i].Shape)}]");
        }

        return names;
    }

    [Theory]
    [MemberData(nameof(CaseNames))]
    public void ToString_PrintsAsNumpy(int index, string name, string array)
    {
        Assert.Equal((name, array), (Cases[index].Name, array));
        Assert.Equal(Cases[index].Expected, Cases[index].Print());
    }

    [Fact]
    public void Cases_CoverEveryDtype() =>
        Assert.Equal(DtypeDispatch.Real.Select(Dtypes.NumpyNameOf).Order(), Cases.Select(printed => printed.Dtype).Distinct().Order());
}
