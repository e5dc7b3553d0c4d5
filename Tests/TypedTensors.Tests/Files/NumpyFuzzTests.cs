using System.IO.Compression;
using TypedTensors.Testing.Values;

namespace TypedTensors.Tests;

/// <summary>2,000 damaged files: each is read right or refused with <see cref="NumpyFormatException"/>, and none costs memory that it does not fill.</summary>
public class NumpyFuzzTests
{
    private const int FilesOfEachKind = 1000;
    private const long AllowedBytes = 64L << 20;

    [Fact]
    public void DamagedNpyFiles_AreReadRightOrRefused()
    {
        byte[][] seeds = SeedFiles();
        var mutator = new NumpyMutator(seed: 20240601);
        var random = new Random(1);
        int read = 0;
        for (int i = 0; i < FilesOfEachKind; i++)
        {
            byte[] file = mutator.MutateNpy(seeds[random.Next(seeds.Length)], seeds[random.Next(seeds.Length)]);
            bool isRead = Bounded(file, i, () => ReadNpy(file, NumpyFiles.Stream(file)));
            Assert.Equal(isRead, Bounded(file, i, () => ReadNpy(file, new PipeStream(file))));
            read += isRead ? 1 : 0;
        }

        Assert.InRange(read, FilesOfEachKind / 10, FilesOfEachKind * 9 / 10);
    }

    [Fact]
    public void DamagedNpzFiles_AreReadRightOrRefused()
    {
        byte[][] seeds = SeedFiles(), archives = SeedArchives(seeds);
        var mutator = new NumpyMutator(seed: 20240602);
        var random = new Random(2);
        int read = 0;
        for (int i = 0; i < FilesOfEachKind; i++)
        {
            byte[] archive = mutator.MutateNpz(
                archives[random.Next(archives.Length)], archives[random.Next(archives.Length)], seeds[random.Next(seeds.Length)]);
            read += Bounded(archive, i, () => ReadNpz(archive)) ? 1 : 0;
        }

        Assert.InRange(read, FilesOfEachKind / 10, FilesOfEachKind * 9 / 10);
    }

    [Fact]
    public void DamagedFiles_AreMappedRightOrRefused()
    {
        byte[][] seeds = SeedFiles();
        var mutator = new NumpyMutator(seed: 20240603);
        var random = new Random(3);
        for (int i = 0; i < FilesOfEachKind / 5; i++)
        {
            byte[] bytes = mutator.MutateNpy(seeds[random.Next(seeds.Length)], seeds[random.Next(seeds.Length)]);
            using var file = new TemporaryFile(bytes);
            Bounded(bytes, i, () =>
            {
                NpyHeader header = Npy.ReadHeader(file.Path);
                DtypeDispatch.Run(header.Dtype, new CompareMapped(bytes, file.Path));
                return true;
            });
        }
    }

    /// <summary>Whether a file was read; any exception but <see cref="NumpyFormatException"/> fails the test, as does memory beyond the bound.</summary>
    private static bool Bounded(byte[] file, int number, Func<bool> read)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        bool isRead;
        try
        {
            isRead = read();
        }
        catch (NumpyFormatException)
        {
            isRead = false;
        }
        catch (Exception exception)
        {
            Assert.Fail($"File {number}: {exception}");
            throw;
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, AllowedBytes + file.Length);
        return isRead;
    }

    private static bool ReadNpy(byte[] file, Stream stream)
    {
        NpyHeader header = Npy.ReadHeader(NumpyFiles.Stream(file));
        return DtypeDispatch.Run(header.Dtype, new CompareLoaded(file, stream));
    }

    private static bool ReadNpz(byte[] bytes)
    {
        using NpzArchive archive = Npz.Load(NumpyFiles.Stream(bytes));
        bool isRead = false;
        foreach (string name in archive.Names)
        {
            try
            {
                NpyHeader header = archive.ReadHeader(name);
                isRead |= DtypeDispatch.Run(header.Dtype, new CompareEntry(archive, name, bytes));
            }
            catch (NumpyFormatException)
            {
                // Another entry may be sound.
            }
        }

        return isRead;
    }

    private static byte[][] SeedFiles()
    {
        var seeds = new List<byte[]>();
        using ZipArchive zip = ZipFile.OpenRead(NumpyFiles.PathOf("cases.npz"));
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            using Stream content = entry.Open();
            var bytes = new MemoryStream();
            content.CopyTo(bytes);
            seeds.Add(bytes.ToArray());
        }

        seeds.Add(File.ReadAllBytes(NumpyFiles.PathOf("version2.npy")));
        seeds.Add(File.ReadAllBytes(NumpyFiles.PathOf("version3.npy")));
        seeds.Add(NumpyFiles.Save(NumpyFiles.Values<float>(3000).AsTensor(30, 100)));
        return [.. seeds];
    }

    private static byte[][] SeedArchives(byte[][] seeds)
    {
        using MemoryStream stored = new(), deflated = new();
        Tensor<double, Cpu> a = NumpyFiles.Values<double>(12).AsTensor(3, 4);
        Tensor<int, Cpu> b = Tensor<int, Cpu>.Zeros(2000);
        Npz.Save(stored, false, ("a", a), ("b", b));
        Npz.Save(deflated, true, ("a", a), ("b", b));
        return [stored.ToArray(), deflated.ToArray(), File.ReadAllBytes(NumpyFiles.PathOf("deflated.npz")), File.ReadAllBytes(NumpyFiles.PathOf("extremes.npz"))];
    }

    private static bool AssertMatches<T>(byte[] file, Tensor<T, Cpu> tensor)
        where T : unmanaged
    {
        (string kind, nint[] shape, byte[] elements) = NumpyOracle.Read(file);
        Assert.Equal(kind, NpyDescr.Of(tensor.Dtype)[1..]);
        Assert.Equal(shape, tensor.Shape.ToArray());
        Assert.True(elements.AsSpan().SequenceEqual(NumpyFiles.BytesOf(tensor)));
        return true;
    }

    private readonly struct CompareLoaded(byte[] file, Stream stream) : IDtypeAction<bool>
    {
        public bool Run<T>()
            where T : unmanaged => AssertMatches(file, Npy.Load<T>(stream));
    }

    private readonly struct CompareMapped(byte[] file, string path) : IDtypeAction<bool>
    {
        public bool Run<T>()
            where T : unmanaged
        {
            using Tensor<T, Cpu> map = Npy.Map<T>(path);
            return AssertMatches(file, map);
        }
    }

    /// <summary>Compares with the bytes of the entry, which the zip reader of .NET unpacks without looking into them, or at their checksum.</summary>
    private readonly struct CompareEntry(NpzArchive archive, string name, byte[] bytes) : IDtypeAction<bool>
    {
        public bool Run<T>()
            where T : unmanaged
        {
            Tensor<T, Cpu> tensor = archive.Get<T>(name);
            using var zip = new ZipArchive(NumpyFiles.Stream(bytes));
            ZipArchiveEntry entry = (zip.GetEntry(name + ".npy") ?? zip.GetEntry(name))!;
            using Stream content = entry.Open();
            var file = new MemoryStream();
            content.CopyTo(file);
            Assert.Equal(entry.Crc32, NumpyOracle.Checksum(file.ToArray()));
            return AssertMatches(file.ToArray(), tensor);
        }
    }
}
