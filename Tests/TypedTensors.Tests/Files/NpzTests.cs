using System.IO.Compression;
using System.Text;
using TypedTensors.Testing.Values;

namespace TypedTensors.Tests;

/// <summary>Archives of arrays: read, written, refused.</summary>
public class NpzTests
{
    [Fact]
    public void ArchiveOfNumpy_IsRead()
    {
        string path = NumpyFiles.PathOf("deflated.npz");
        using NpzArchive archive = Npz.Load(path);

        Assert.Equal(["weights", "zeros"], archive.Names);
        Assert.Equal(new Shape(2, 3), archive.ReadHeader("weights").Shape);
        Assert.Equal([0, 1, 2, 3, 4, 5], archive.Get<float>("weights").ToArray());
        Assert.Equal(new long[1000], Npz.Load<long>(path, "zeros").ToArray());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void EveryDtype_RoundTrips(bool compressed)
    {
        (string Name, Tensor Tensor)[] tensors = [.. DtypeDispatch.Real.Select(dtype => (dtype.ToString(), DtypeDispatch.Run(dtype, default(MakeTensor))))];
        using var file = new TemporaryFile();
        Npz.Save(file.Path, compressed, tensors);

        using NpzArchive archive = Npz.Load(file.Path);
        Assert.Equal(tensors.Select(pair => pair.Name), archive.Names);
        foreach ((string name, Tensor tensor) in tensors)
        {
            Assert.True(DtypeDispatch.Run(tensor.Dtype, new IsEqual(archive, name)), name);
        }
    }

    [Fact]
    public void Entries_AreStoredOrDeflated_AndTheSameBytesEachTime()
    {
        Tensor<float, Cpu> zeros = Tensor<float, Cpu>.Zeros(100, 100);
        byte[] stored = Save(compressed: false, ("zeros", zeros)), deflated = Save(compressed: true, ("zeros", zeros));

        Assert.InRange(stored.Length, 40128, 40400);
        Assert.InRange(deflated.Length, 100, 1000);
        Assert.Equal(stored, Save(compressed: false, ("zeros", zeros)));
        using var zip = new ZipArchive(NumpyFiles.Stream(stored));
        Assert.Equal(zip.Entries[0].Length, zip.Entries[0].CompressedLength);
        Assert.Equal("zeros.npy", zip.Entries[0].FullName);
    }

    [Theory]
    [InlineData("C")]
    [InlineData("F")]
    public void DeflatedZeros_ThatExpandAThousandfold_AreRead(string order)
    {
        byte[] file = NumpyFiles.Make($"{{'descr': '<i8', 'fortran_order': {(order == "F" ? "True" : "False")}, 'shape': (3, 1000000)}}", new byte[24_000_000]);
        byte[] archive = Zip(("zeros.npy", file));
        Assert.InRange(archive.Length, 0, 40_000);

        using NpzArchive npz = Npz.Load(NumpyFiles.Stream(archive));
        Tensor<long, Cpu> zeros = npz.Get<long>("zeros");
        Assert.Equal(new Shape(3, 1000000), zeros.Shape);
        Assert.True(zeros.IsContiguous);
        Assert.Equal(-1, zeros.AsSpan().IndexOfAnyExcept(0L));
    }

    [Fact]
    public void EntryAndHeaderThatLieTogether_CostNoMemory()
    {
        const long Claimed = 1L << 31;
        byte[] file = NumpyFiles.Make($"{{'descr': '|u1', 'fortran_order': False, 'shape': ({Claimed},)}}".PadRight(118), new byte[1000]);
        byte[] archive = Zip(("lie.npy", file));
        PatchDirectory(archive, 24, BitConverter.GetBytes((uint)(128 + Claimed)));

        long before = GC.GetAllocatedBytesForCurrentThread();
        using NpzArchive npz = Npz.Load(NumpyFiles.Stream(archive));
        Assert.Contains("truncated", Assert.Throws<NumpyFormatException>(() => npz.Get<byte>("lie")).Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 << 20);
    }

    [Fact]
    public void FlippedBitInStoredData_IsRefused()
    {
        byte[] archive = Save(compressed: false, ("a", NumpyFiles.Values<double>(10).AsTensor()));
        archive[200] ^= 1;

        Assert.Contains("checksum", Assert.Throws<NumpyFormatException>(() => Npz.Load(NumpyFiles.Stream(archive)).Get<double>("a")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EntryLongerThanItsArray_IsRefused()
    {
        byte[] archive = Zip(("a.npy", [.. NumpyFiles.Save(Tensor<int, Cpu>.Scalar(1)), 0]));

        Assert.Contains("1 trailing bytes", Assert.Throws<NumpyFormatException>(() => Npz.Load(NumpyFiles.Stream(archive)).Get<int>("a")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EntryShorterThanTheDirectorySays_IsRefused()
    {
        byte[] archive = Zip(("a.npy", NumpyFiles.Save(Tensor<int, Cpu>.Scalar(1))));
        PatchDirectory(archive, 24, BitConverter.GetBytes(133));

        Assert.Contains("1 trailing bytes", Assert.Throws<NumpyFormatException>(() => Npz.Load(NumpyFiles.Stream(archive)).Get<int>("a")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EncryptedEntry_IsRefused()
    {
        byte[] archive = Zip(("a.npy", NumpyFiles.Save(Tensor<int, Cpu>.Scalar(1))));
        PatchDirectory(archive, 8, [1, 0]);

        Assert.Contains("encrypted", Assert.Throws<NumpyFormatException>(() => Npz.Load(NumpyFiles.Stream(archive)).Get<int>("a")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DuplicateNames_AreRefused()
    {
        byte[] one = NumpyFiles.Save(Tensor<int, Cpu>.Scalar(1));

        Assert.Contains("two entries for the name 'a'", Assert.Throws<NumpyFormatException>(() => Npz.Load(NumpyFiles.Stream(Zip(("a.npy", one), ("a.npy", one))))).Message, StringComparison.Ordinal);
        Assert.Contains("two entries for the name 'a'", Assert.Throws<NumpyFormatException>(() => Npz.Load(NumpyFiles.Stream(Zip(("a.npy", one), ("a", one))))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NoZip_IsRefused_AndTheFileIsClosed()
    {
        using TemporaryFile text = new(Encoding.ASCII.GetBytes("no zip archive")), empty = new([]), npy = new(NumpyFiles.Save(Tensor<int, Cpu>.Scalar(1)));
        foreach (TemporaryFile file in new[] { text, empty, npy })
        {
            Assert.Throws<NumpyFormatException>(() => Npz.Load(file.Path));
            using FileStream alone = new(file.Path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
    }

    [Fact]
    public void EntryThatIsNoArray_IsNamed_AndRefusedWhenRead()
    {
        using NpzArchive archive = Npz.Load(NumpyFiles.Stream(Zip(("readme.txt", "some text that is long enough"u8.ToArray()))));

        Assert.Equal(["readme.txt"], archive.Names);
        Assert.Contains("not a .npy file", Assert.Throws<NumpyFormatException>(() => archive.ReadHeader("readme.txt")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingName_ListsThoseThereAre()
    {
        using NpzArchive archive = Npz.Load(NumpyFiles.PathOf("deflated.npz"));

        Assert.Contains("'weights', 'zeros'", Assert.Throws<KeyNotFoundException>(() => archive.Get<float>("weight")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DisposedArchive_Throws()
    {
        NpzArchive archive = Npz.Load(NumpyFiles.PathOf("deflated.npz"));
        archive.Dispose();
        archive.Dispose();

        Assert.Throws<ObjectDisposedException>(() => archive.Get<float>("weights"));
    }

    [Fact]
    public void StreamThatCannotSeek_IsRefused_ForReading_AndTakenForWriting()
    {
        Assert.Throws<ArgumentException>(() => Npz.Load(new PipeStream([])));

        MemoryStream compressed = new(), plain = new();
        using (var pipe = new DeflateStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            Npz.Save(pipe, true, ("a", Tensor<int, Cpu>.Scalar(4)));
        }

        compressed.Position = 0;
        new DeflateStream(compressed, CompressionMode.Decompress).CopyTo(plain);
        using NpzArchive archive = Npz.Load(plain);
        Assert.Equal(4, archive.Get<int>("a").Item());
    }

    [Fact]
    public void Save_ChecksEverythingFirst()
    {
        using var file = new TemporaryFile([1, 2, 3]);
        Tensor<int, Cpu> good = Tensor<int, Cpu>.Scalar(1), disposed = Tensor<int, Cpu>.Scalar(2);
        disposed.Dispose();

        Assert.Throws<ArgumentException>(() => Npz.Save(file.Path, false, ("a", good), ("a", good)));
        Assert.Throws<ArgumentException>(() => Npz.Save(file.Path, false, (string.Empty, good)));
        Assert.Throws<ArgumentNullException>(() => Npz.Save(file.Path, false, ("a", null!)));
        Assert.Throws<ObjectDisposedException>(() => Npz.Save(file.Path, false, ("a", good), ("b", disposed)));
        Assert.Equal([1, 2, 3], File.ReadAllBytes(file.Path));
    }

    [Fact]
    public void Crc32_OfTheCheckString_IsTheKnownOne()
    {
        Assert.Equal(0xCBF43926u, Crc32.Append(0, "123456789"u8));
        Assert.Equal(0xCBF43926u, Crc32.Append(Crc32.Append(0, "1234"u8), "56789"u8));
    }

    private static byte[] Save(bool compressed, params ReadOnlySpan<(string Name, Tensor Tensor)> tensors)
    {
        var stream = new MemoryStream();
        Npz.Save(stream, compressed, tensors);
        return stream.ToArray();
    }

    private static byte[] Zip(params ReadOnlySpan<(string Name, byte[] Content)> entries)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in entries)
            {
                using Stream entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    /// <summary>Changes a field of the first entry in the archive's directory.</summary>
    private static void PatchDirectory(byte[] archive, int field, byte[] value) =>
        value.CopyTo(archive.AsSpan(archive.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + field));

    private readonly struct MakeTensor : IDtypeAction<Tensor>
    {
        public Tensor Run<T>()
            where T : unmanaged => NumpyFiles.Values<T>(24).AsTensor(2, 3, 4).Transpose();
    }

    private readonly struct IsEqual(NpzArchive archive, string name) : IDtypeAction<bool>
    {
        public bool Run<T>()
            where T : unmanaged =>
            archive.Get<T>(name).ToArray().AsSpan().SequenceEqual(NumpyFiles.Values<T>(24).AsTensor(2, 3, 4).Transpose().ToArray());
    }
}
