using Microsoft.CodeAnalysis;
using TypedTensors.Analyzers.SharedMemory;
using TypedTensors.Analyzers.SharedMemory.Facts;
using TypedTensors.Testing.Analyzers;

namespace TypedTensors.Analyzers.Tests.SharedMemory.Facts;

/// <summary>The files with which users describe libraries, and attributes, and which of them holds.</summary>
public class SharingFileTests
{
    const string Acme = """
        Picture p = new(new float[4]); _ = {CALL};
        class Picture
        {
            public Picture(float[] pixels) { }
            public float[] Pixels => [];
            public float this[int x, int y] { get => 0; set { } }
            public Picture Crop(int left, int top) => this;
            public Picture Crop(string name) => this;
            [Copies] public Picture Copied() => this;
            [SharesMemory] public Picture Shared() => this;
            [SharesMemory(Relaid = true)] public Picture Turned() => this;
            [Mutates] public int Blur() => 0;
            public static int Mix([Mutates] Picture into, Picture other) => 0;
            [return: ViewOf(nameof(second))] public static Picture Pick(Picture first, Picture second) => second;
            [SharesMemory] public Picture Inner => this;
            [RequiresGradient] public Picture Trained() => this;
            [Backward] public int Learn() => 0;
            [SharesMemory] public static Picture Open(string path) => null!;
            public static Picture Maybe(float[] pixels, bool copy = true) => new(pixels);
        }
        """;

    [Theory]
    [InlineData("p.Copied()", "copies")]
    [InlineData("p.Shared()", "result shares this")]
    [InlineData("p.Turned()", "result shares this relaid")]
    [InlineData("p.Blur()", "writes this")]
    [InlineData("Picture.Mix(p, p)", "writes into")]
    [InlineData("Picture.Pick(p, p)", "result shares second")]
    [InlineData("p.Inner", "result shares this")]
    [InlineData("p.Trained()", "needs gradient")]
    [InlineData("p.Learn()", "runs backward")]
    [InlineData("Picture.Open(\"x\")", "copies")]
    [InlineData("p.Crop(1, 2)", "unknown")]
    public void Attributes_AreRead(string call, string expected) => Check(call, expected);

    [Theory]
    [InlineData("Picture.new: result shares pixels", "new Picture(new float[1])", "result shares pixels")]
    [InlineData("Picture.Pixels: result shares this", "p.Pixels", "result shares this")]
    [InlineData("Picture.Pixels: result shares this openly", "p.Pixels", "result shares this openly")]
    [InlineData("Picture.this[].set: writes this", "p[0, 0] = 1", "writes this")]
    [InlineData("Picture.Crop(int, int): result shares this relaid", "p.Crop(1, 2)", "result shares this relaid")]
    [InlineData("Picture.Crop(int, int): result shares this relaid", "p.Crop(\"x\")", "unknown")]
    [InlineData("Picture.Crop(int, ...): result shares this", "p.Crop(1, 2)", "result shares this")]
    [InlineData("Picture.Crop(..., string): result shares this", "p.Crop(\"x\")", "result shares this")]
    [InlineData("Picture.Crop(): result shares this", "p.Crop(\"x\")", "unknown")]
    [InlineData("Picture.Cr*: result shares this", "p.Crop(\"x\")", "result shares this")]
    [InlineData("Picture.*: writes left", "p.Crop(1, 2)", "writes left")]
    [InlineData("Picture.*: writes left", "p.Crop(\"x\")", "unknown")]
    [InlineData("Picture.Shared: copies", "p.Shared()", "copies")]
    [InlineData("Picture.Crop: copies\nPicture.Crop: writes this # comment", "p.Crop(1, 2)", "writes this")]
    [InlineData("Picture.Maybe: result shares pixels if copy is false", "Picture.Maybe(new float[1])", "result shares pixels if copy is false")]
    [InlineData("this line says nothing\nPicture.Crop: writes this", "p.Crop(1, 2)", "writes this")]
    [InlineData("Other.Crop: writes this", "p.Crop(1, 2)", "unknown")]
    [InlineData("Picture<T>.Crop: writes this", "p.Crop(1, 2)", "unknown")]
    [InlineData("Space.Picture.Crop: writes this", "p.Crop(1, 2)", "unknown")]
    public void File_HoldsBeforeAttributes(string file, string call, string expected) => Check(call, expected, ("/acme.sharing.txt", file.Replace("\n", "\r\n")));

    [Fact]
    public void OtherFiles_AreNotRead() => Check("p.Crop(1, 2)", "unknown", ("/acme.txt", "Picture.Crop: writes this"));

    [Theory]
    [InlineData("")]
    [InlineData(":")]
    [InlineData("A")]
    [InlineData("A.B")]
    [InlineData("A.B:")]
    [InlineData("A.B: nonsense")]
    [InlineData("A.B: writes")]
    [InlineData("A.B: writes x y")]
    [InlineData("A.B: result shares")]
    [InlineData("A.B: result shares x if")]
    [InlineData("A.B: result shares x if y is 3")]
    [InlineData("A.B: writes x,")]
    [InlineData("A.B(: writes x")]
    [InlineData("A.B(int: writes x")]
    [InlineData("A.B(int x int y): writes x")]
    [InlineData("A.B(..., int, ..., int): writes x")]
    [InlineData("A.B(int[): writes x")]
    [InlineData("A<.B: writes x")]
    [InlineData("A..B: writes x")]
    [InlineData("A.B(List<int): writes x")]
    [InlineData(".set: writes x")]
    [InlineData("A.set.set.set: ")]
    public void FaultyLine_SaysNothing(string line) => Assert.Null(SharingRowReader.Read(line));

    [Theory]
    [InlineData("Acme.Picture.Crop result shares this", "it has no colon; write 'Namespace.Type.Member: ")]
    [InlineData("Acme.Picture.Crop: copies, changes this", "'changes this' is no fact; write 'copies', ")]
    [InlineData("Acme.Picture.Crop(int: writes this", "'Acme.Picture.Crop(int' names no member; write ")]
    public async Task FaultyLine_IsReportedWhereItStands(string line, string message)
    {
        Project project = RuleProject.Create([""]).AddAdditionalDocument("acme.sharing.txt", "Acme.Picture.Blur: writes this\r\n  " + line + " # a comment\r\n", filePath: "/acme.sharing.txt").Project;
        Compilation compilation = (await project.GetCompilationAsync())!;
        Diagnostic report = Assert.Single(await AnalyzerRun.Reports(compilation, project.AnalyzerOptions, new SharingFileAnalyzer()));
        Assert.Equal("TT2011", report.Id);
        Assert.StartsWith($"'{line}' is left out", report.GetMessage(), StringComparison.Ordinal);
        Assert.Contains(message, report.GetMessage(), StringComparison.Ordinal);
        FileLinePositionSpan span = report.Location.GetLineSpan();
        Assert.Equal(("/acme.sharing.txt", 1, 2, line.Length + 2), (span.Path, span.StartLinePosition.Line, span.StartLinePosition.Character, span.EndLinePosition.Character));
    }

    [Fact]
    public void DamagedRows_NeverThrow()
    {
        string[] rows = [.. BuiltInTables.Texts().SelectMany(table => table.Text.Split('\n')).Where(row => row.Length > 0)];
        var random = new Random(5);
        Compilation compilation = FactSnippet.Compile(Acme.Replace("{CALL}", "p.Crop(1, 2)"));
        IMethodSymbol method = FactSnippet.Calls(compilation, "p.Crop(1, 2)").First().Method;
        for (int round = 0; round < 50_000; round++)
        {
            List<char> row = [.. rows[random.Next(rows.Length)]];
            for (int wound = random.Next(1, 4); wound > 0 && row.Count > 0; wound--)
            {
                int at = random.Next(row.Count);
                if (random.Next(2) == 0)
                {
                    row.RemoveAt(at);
                }
                else
                {
                    row[at] = "<>()[]*.,:@ T?"[random.Next(14)];
                }
            }

            SharingTable.Read("Picture.Crop" + string.Concat(row).Replace("Tensor", "Picture")).Find(method, method.ContainingType);
        }
    }

    static void Check(string call, string expected, params (string Path, string Text)[] files)
    {
        Compilation compilation = FactSnippet.Compile(Acme.Replace("{CALL}", call));
        Assert.Equal(expected, FactSnippet.Describe(FactSnippet.Of(compilation, call, files), FactSnippet.Calls(compilation, call).First().Method));
    }
}
