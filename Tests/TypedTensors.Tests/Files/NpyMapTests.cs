using System.Runtime.CompilerServices;

namespace TypedTensors.Tests;

/// <summary>Maps files, writes through them, and lets go of them.</summary>
public class NpyMapTests
{
    private const int Six = 6;

    [Fact]
    public void ReadMap_SharesTheFile_AndCannotBeWritten()
    {
        using TemporaryFile file = Sequence();
        using Tensor<double, Cpu> map = Npy.Map<double>(file.Path);

        Assert.True(map.IsReadOnly);
        Assert.True(map.IsView);
        Assert.Equal([0, 1, 2, 3, 4, 5], map.ToArray());
        Assert.Throws<InvalidOperationException>(() => map.Fill(1));
        Assert.Throws<InvalidOperationException>(() => map.AsSpan());
        Assert.Throws<InvalidOperationException>(() => map[0] = 1);
        Assert.Throws<InvalidOperationException>(() => map[1..].Fill(1));

        using (FileStream writer = new(file.Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            writer.Position = 128 + sizeof(double);
            writer.Write(BitConverter.GetBytes(42.0));
        }

        Assert.Equal(42, map[1]);
    }

    [Fact]
    public void ReadWriteMap_WritesTheFile()
    {
        using TemporaryFile file = Sequence();
        using (Tensor<double, Cpu> map = Npy.Map<double>(file.Path, MapMode.ReadWrite))
        {
            Assert.False(map.IsReadOnly);
            map[0] = 10;
            map[1..3].Fill(20);
            map.AsSpan()[3] = 30;
            map.AsMemory().Span[4] = 40;
            Assert.Equal([10, 20, 20, 30, 40, 5], Npy.Load<double>(file.Path).ToArray());
        }

        Assert.Equal([10, 20, 20, 30, 40, 5], Npy.Load<double>(file.Path).ToArray());
        Assert.Equal(128 + (Six * sizeof(double)), new FileInfo(file.Path).Length);
    }

    [Fact]
    public void TwoMaps_SeeEachOther()
    {
        using TemporaryFile file = Sequence();
        using Tensor<double, Cpu> reader = Npy.Map<double>(file.Path), writer = Npy.Map<double>(file.Path, MapMode.ReadWrite);
        writer[5] = -1;

        Assert.Equal(-1, reader[5]);
    }

    [Fact]
    public void Views_ShareTheMap_AndHoldIt()
    {
        using TemporaryFile file = Sequence();
        Tensor<double, Cpu> map = Npy.Map<double>(file.Path, MapMode.ReadWrite);
        Tensor<double, Cpu> view = map.Reshape(2, 3).Transpose();
        Assert.True(view.SharesMemoryWith(map));
        map.Dispose();
        Assert.Throws<ObjectDisposedException>(() => map.ToArray());

        Assert.Equal([0, 3, 1, 4, 2, 5], view.ToArray());
        Assert.Throws<IOException>(() => Npy.Save(file.Path, Tensor<double, Cpu>.Zeros(1)));
        view.Dispose();
    }

    [Fact]
    public void FortranOrder_IsAStridedView()
    {
        using Tensor<double, Cpu> map = Npy.Map<double>(NumpyFiles.PathOf("fortran.npy"));

        Assert.Equal([1, 2], map.Strides.ToArray());
        Assert.Equal([0, 1, 2, 3, 4, 5], map.ToArray());
        Assert.Equal(5, map[1, 2]);
    }

    [Fact]
    public void BigEndian_IsRefused_WithTheRemedy() => Assert.Contains(
        "Read it with Npy.Load<double>(...)",
        Assert.Throws<NumpyFormatException>(() => Npy.Map<double>(NumpyFiles.PathOf("big.npy"))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void MisalignedElements_AreRefused_WithTheRemedy()
    {
        byte[] bytes = NumpyFiles.Make("{'descr': '<f8', 'fortran_order': False, 'shape': (1,)}", BitConverter.GetBytes(1.5));
        using var file = new TemporaryFile(bytes);

        Assert.Contains("not a multiple of their size", Assert.Throws<NumpyFormatException>(() => Npy.Map<double>(file.Path)).Message, StringComparison.Ordinal);
        Assert.Equal([1.5], Npy.Load<double>(file.Path).ToArray());
    }

    [Fact]
    public void WrongLengths_AreRefused_AndTheFileIsClosed()
    {
        byte[] bytes = NumpyFiles.Save(NumpyFiles.Values<double>(Six).AsTensor());
        using TemporaryFile shorter = new(bytes[..^1]), longer = new([.. bytes, 0]);

        Assert.Throws<NumpyFormatException>(() => Npy.Map<double>(shorter.Path));
        Assert.Throws<NumpyFormatException>(() => Npy.Map<double>(longer.Path));
        using FileStream alone = new(longer.Path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
    }

    [Fact]
    public void ScalarAndEmpty_AreMapped()
    {
        using TemporaryFile scalar = new(NumpyFiles.Save(Tensor<float, Cpu>.Scalar(3))), empty = new(NumpyFiles.Save(Tensor<float, Cpu>.Empty(0, 4)));
        using Tensor<float, Cpu> one = Npy.Map<float>(scalar.Path), none = Npy.Map<float>(empty.Path);

        Assert.Equal(3, one.Item());
        Assert.Equal(new Shape(0, 4), none.Shape);
        Assert.Empty(none.ToArray());
    }

    [Fact]
    public void Save_OverTheFileThatIsMapped_IsRefused_AndChangesNothing()
    {
        using TemporaryFile file = Sequence();
        using Tensor<double, Cpu> map = Npy.Map<double>(file.Path);

        Assert.Contains("lies in the file", Assert.Throws<IOException>(() => Npy.Save(file.Path, map[1..])).Message, StringComparison.Ordinal);
        Assert.Contains("lies in the file", Assert.Throws<IOException>(() => Npz.Save(file.Path, false, ("a", map))).Message, StringComparison.Ordinal);
        Assert.Throws<IOException>(() => Npy.Save(file.Path, map.Clone()));
        Assert.Equal([0, 1, 2, 3, 4, 5], map.ToArray());
        Assert.Equal([0, 1, 2, 3, 4, 5], Npy.Load<double>(file.Path).ToArray());
    }

    [Fact]
    public void Save_ThroughALinkToTheMappedFile_IsRefused()
    {
        if (OperatingSystem.IsWindows())
        {
            // Making a link takes a privilege there.
            return;
        }

        using TemporaryFile file = Sequence(), link = new();
        File.CreateSymbolicLink(link.Path, file.Path);
        using Tensor<double, Cpu> map = Npy.Map<double>(file.Path);

        Assert.Throws<IOException>(() => Npy.Save(link.Path, map));
        Assert.Equal(5, map[5]);
    }

    [Fact]
    public void Dispose_UnmapsEvenAfterASpanWasTaken()
    {
        using TemporaryFile file = Sequence();
        Tensor<double, Cpu> map = Npy.Map<double>(file.Path, MapMode.ReadWrite);
        Memory<double> memory = map.AsMemory();
        Assert.Equal(Six, map.AsSpan().Length);
        map.Dispose();

        Assert.Throws<ObjectDisposedException>(() => memory.Span.Length);
        Npy.Save(file.Path, Tensor<int, Cpu>.Scalar(1));
    }

    [Fact]
    public void DroppedMap_IsUnmappedByTheCollector()
    {
        using TemporaryFile file = Sequence();
        Assert.Equal(15, SumAndDrop(file.Path));
        Collect();

        Npy.Save(file.Path, Tensor<int, Cpu>.Scalar(1));
    }

    [Fact]
    public void DroppedMapWithASpan_StaysMapped()
    {
        using TemporaryFile file = Sequence();
        ReadOnlySpan<double> span = SpanOfDroppedMap(file.Path);
        Collect();

        Assert.Equal([0, 1, 2, 3, 4, 5], span.ToArray());
        Assert.Throws<IOException>(() => Npy.Save(file.Path, Tensor<int, Cpu>.Scalar(1)));
    }

    [Fact]
    public void UnknownMode_IsRefused()
    {
        using TemporaryFile file = Sequence();
        Assert.Throws<ArgumentOutOfRangeException>(() => Npy.Map<double>(file.Path, (MapMode)2));
    }

    /// <summary>Nobody reads or writes the file's 5 GB; most file systems do not even store them.</summary>
    [Fact]
    public void FileBeyondTwoGigabytes_IsMapped()
    {
        long length = 5L << 30;
        using var file = new TemporaryFile(NumpyFiles.Make($"{{'descr': '|u1', 'fortran_order': False, 'shape': ({length},)}}".PadRight(118), []));
        using (FileStream stream = File.OpenWrite(file.Path))
        {
            stream.SetLength(128 + length);
        }

        using Tensor<byte, Cpu> map = Npy.Map<byte>(file.Path);
        Assert.Equal(0, map[(nint)length - 1]);
        Assert.Equal((nint)length, map.Length);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double SumAndDrop(string path) => Npy.Map<double>(path).ToArray().Sum();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ReadOnlySpan<double> SpanOfDroppedMap(string path) => Npy.Map<double>(path).AsReadOnlySpan();

    private static void Collect()
    {
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    private static TemporaryFile Sequence()
    {
        double[] values = [0, 1, 2, 3, 4, 5];
        return new TemporaryFile(NumpyFiles.Save(values.AsTensor()));
    }
}
