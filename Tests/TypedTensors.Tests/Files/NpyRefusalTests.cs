using System.Text;

namespace TypedTensors.Tests;

/// <summary>Every kind of file that is refused, and that the message says why.</summary>
public class NpyRefusalTests
{
    private const string Good = "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }";

    [Theory]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), 'more': 1}", "unknown key 'more'")]
    [InlineData("{'descr': '<f4', 'fortran_order': False}", "lacks the key 'shape'")]
    [InlineData("{'descr': '<f4', 'shape': (2,)}", "lacks the key 'fortran_order'")]
    [InlineData("{'fortran_order': False, 'shape': (2,)}", "lacks the key 'descr'")]
    [InlineData("{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (2,)}", "'descr' stands twice")]
    [InlineData("{'descr': '<f4', 'fortran_order': 0, 'shape': (2,)}", "neither True nor False")]
    [InlineData("{'descr': '<f4', 'fortran_order': None, 'shape': (2,)}", "neither True nor False")]
    [InlineData("{'descr': '<f4', 'fortran_order': false, 'shape': (2,)}", "a value was expected")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': 2}", "not a tuple")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2)}", "not a tuple")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': [2]}", "not a tuple")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (True,)}", "not a whole number")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2.0,)}", "',' was expected")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (02,)}", "'02' is not a whole number")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (-,)}", "'-' is not a whole number")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (-2,)}", "negative length -2")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (,)}", "a value was expected")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2,}", "a value was expected")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,)}", "overflows 64 bits")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (4294967296, 4294967296)}", "the shape overflows")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (2305843009213693952,)}", "the shape overflows")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (0, 4294967296, 4294967296)}", "the shape overflows")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1,1,1,1,1,1,1,1,2)}", "rank 9")]
    [InlineData("{'descr': 'f4', 'fortran_order': False, 'shape': (2,)}", "no byte order")]
    [InlineData("{'descr': '', 'fortran_order': False, 'shape': (2,)}", "no byte order")]
    [InlineData("{'descr': '<f3', 'fortran_order': False, 'shape': (2,)}", "another size")]
    [InlineData("{'descr': '<x4', 'fortran_order': False, 'shape': (2,)}", "unknown type")]
    [InlineData("{'descr': ('<f4', (2,)), 'fortran_order': False, 'shape': (2,)}", "not the name of an element type")]
    [InlineData("{'descr': 3, 'fortran_order': False, 'shape': (2,)}", "not the name of an element type")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2,)", "',' was expected")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2,)} x", "goes on behind its dict")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2,)}\0", "goes on behind its dict")]
    [InlineData("{'descr': '<f4, 'fortran_order': False, 'shape': (2,)}", "',' was expected")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), 'x}", "a string does not end")]
    [InlineData("{'descr': '\\x3cf4', 'fortran_order': False, 'shape': (2,)}", "an escape")]
    [InlineData("{'descr' '<f4', 'fortran_order': False, 'shape': (2,)}", "':' was expected")]
    [InlineData("{descr: '<f4', 'fortran_order': False, 'shape': (2,)}", "a key, in quotes")]
    [InlineData("__import__('os')", "a dict, '{', was expected")]
    [InlineData("", "a dict, '{', was expected")]
    public void FaultyHeader_IsRefused(string header, string reason) => Refuses(NumpyFiles.Make(header, new byte[8]), reason);

    [Theory]
    [InlineData("object", "pickled")]
    [InlineData("structured", "structured dtype")]
    [InlineData("unicode", "Unicode text")]
    [InlineData("bytes", "byte strings")]
    [InlineData("longcomplex", ".astype('complex128')")]
    [InlineData("date", "dates")]
    [InlineData("span", "time spans")]
    [InlineData("longdouble", ".astype('float64')")]
    [InlineData("void", "void")]
    [InlineData("rank9", "rank 9")]
    public void ArrayThatNoTensorHolds_IsRefused(string name, string reason)
    {
        using NpzArchive archive = Npz.Load(NumpyFiles.PathOf("refused.npz"));

        Assert.Contains(reason, Assert.Throws<NumpyFormatException>(() => archive.Get<float>(name)).Message, StringComparison.Ordinal);
        Assert.Contains(reason, Assert.Throws<NumpyFormatException>(() => archive.ReadHeader(name)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OtherDtype_IsRefused_NamingBothAndTheRemedy()
    {
        string path = NumpyFiles.PathOf("plain.npy");

        Assert.Equal(
            $"{path}: the file holds float64, not float32; call Npy.Load<double>(...) and, if you want float32, .Cast<float>().",
            Assert.Throws<NumpyFormatException>(() => Npy.Load<float>(path)).Message);
        Assert.Contains("call Npy.Map<double>(...)", Assert.Throws<NumpyFormatException>(() => Npy.Map<int>(path)).Message, StringComparison.Ordinal);
        Assert.Contains(
            "call Get<float>(\"weights\")",
            Assert.Throws<NumpyFormatException>(() => Npz.Load<int>(NumpyFiles.PathOf("deflated.npz"), "weights")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void TypeThatIsNoElementType_IsRefusedAsSuch() =>
        Assert.Throws<NotSupportedException>(() => Npy.Load<char>(NumpyFiles.PathOf("plain.npy")));

    [Fact]
    public void EveryTruncation_IsRefused()
    {
        byte[] file = NumpyFiles.Make(Good, new byte[8]);
        for (int length = 0; length < file.Length; length++)
        {
            Refuses(file[..length], "truncated");
        }
    }

    [Fact]
    public void TrailingByte_IsRefused()
    {
        Assert.Contains(
            "1 trailing bytes",
            Assert.Throws<NumpyFormatException>(() => Npy.Load<float>(NumpyFiles.Stream(NumpyFiles.Make(Good, new byte[9])))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "further bytes follow the 75",
            Assert.Throws<NumpyFormatException>(() => Npy.Load<float>(new PipeStream(NumpyFiles.Make(Good, new byte[9])))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void LyingHeaderLength_IsRefused()
    {
        Refuses(NumpyFiles.Make(Good, new byte[8], length: 60000), "truncated");
        Refuses(NumpyFiles.Make(Good, new byte[8], major: 2, length: int.MaxValue), "truncated");
        Refuses(NumpyFiles.Make(Good, new byte[8], major: 3, length: -1), "truncated");
        Refuses(NumpyFiles.Make(Good.PadRight(65536), new byte[8], major: 2), "no array of numbers needs more than 65535");
    }

    [Fact]
    public void OtherFiles_AreRefused()
    {
        Refuses(NumpyFiles.Make(Good, new byte[8], major: 4, length: 1), "version 4.0");
        Refuses(NumpyFiles.Make(Good, new byte[8], major: 0), "version 0.0");
        Refuses(File.ReadAllBytes(NumpyFiles.PathOf("deflated.npz")), "Npz.Load");
        Refuses(Encoding.ASCII.GetBytes("1,2,3\n4,5,6\n"), "not a .npy file");
    }

    [Fact]
    public void DeepNesting_IsRefused() => Refuses(NumpyFiles.Make("{'descr': " + new string('[', 30000), []), "nested too deep");

    [Fact]
    public void BoolThatIsNeitherZeroNorOne_IsRefused()
    {
        byte[] file = NumpyFiles.Make("{'descr': '|b1', 'fortran_order': False, 'shape': (4,), }", [0, 1, 2, 1]);
        using var temporary = new TemporaryFile(file);

        string reason = "byte 69 is 2; a bool is 0 or 1";
        Assert.Contains(reason, Assert.Throws<NumpyFormatException>(() => Npy.Load<bool>(NumpyFiles.Stream(file))).Message, StringComparison.Ordinal);
        Assert.Contains(reason, Assert.Throws<NumpyFormatException>(() => Npy.Load<bool>(new PipeStream(file))).Message, StringComparison.Ordinal);
        Assert.Contains(reason, Assert.Throws<NumpyFormatException>(() => Npy.Map<bool>(temporary.Path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1L << 40)]
    [InlineData(1L << 60)]
    public void LyingShape_CostsNoMemory(long length)
    {
        byte[] file = NumpyFiles.Make($"{{'descr': '<f4', 'fortran_order': False, 'shape': ({length},), }}", new byte[64]);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Refuses(file, "truncated");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    [Fact]
    public void MissingFile_IsNotAFormatFault()
    {
        Assert.Throws<FileNotFoundException>(() => Npy.Load<float>("there is no such file.npy"));
        Assert.Throws<FileNotFoundException>(() => Npz.Load("there is no such file.npz"));
    }

    private static void Refuses(byte[] file, string reason)
    {
        Assert.Contains(reason, Assert.Throws<NumpyFormatException>(() => Npy.Load<float>(NumpyFiles.Stream(file))).Message, StringComparison.Ordinal);
        string piped = Assert.Throws<NumpyFormatException>(() => Npy.Load<float>(new PipeStream(file))).Message;
        if (reason != "truncated")
        {
            Assert.Contains(reason, piped, StringComparison.Ordinal);
        }
    }
}
