using System.Text;
using TypedTensors.Testing.Values;

namespace TypedTensors.Tests;

/// <summary>Writes as NumPy does, from any layout, and reads it back.</summary>
public class NpyWriteTests
{
    public static TheoryData<Dtype> Dtypes => DtypeDispatch.All;

    /// <summary>The expected texts are what <c>np.save</c> of NumPy 1.24 wrote.</summary>
    [Fact]
    public void Headers_AreThoseOfNumpy()
    {
        Assert.Equal("{'descr': '<f8', 'fortran_order': False, 'shape': (), }                                                              \n", HeaderOf<double>());
        Assert.Equal("{'descr': '<f8', 'fortran_order': False, 'shape': (0, 3), }                                                          \n", HeaderOf<double>(0, 3));
        Assert.Equal("{'descr': '<f4', 'fortran_order': False, 'shape': (5,), }                                                            \n", HeaderOf<float>(5));
        Assert.Equal("{'descr': '<i2', 'fortran_order': False, 'shape': (2, 3, 4), }                                                       \n", HeaderOf<short>(2, 3, 4));
        Assert.Equal("{'descr': '|b1', 'fortran_order': False, 'shape': (1, 1, 1, 1, 1, 1, 1, 1), }                                        \n", HeaderOf<bool>(1, 1, 1, 1, 1, 1, 1, 1));
        Assert.Equal("{'descr': '|i1', 'fortran_order': False, 'shape': (1000000000000, 0), }                                              \n", HeaderOf<sbyte>(unchecked((nint)1000000000000), 0));
    }

    [Fact]
    public void LongestHeaderThereIs_Fits()
    {
        byte[] file = NumpyFiles.Save(Tensor<byte, Cpu>.Empty(999999999, 999999999, 1, 1, 1, 1, 1, 0));

        Assert.Equal(128, file.Length);
        Assert.Equal(new Shape(999999999, 999999999, 1, 1, 1, 1, 1, 0), Npy.ReadHeader(NumpyFiles.Stream(file)).Shape);
    }

    [Theory]
    [MemberData(nameof(Dtypes))]
    public void LittleEndianCOrderFilesOfNumpy_AreWrittenByteForByte(Dtype dtype) => Assert.Equal(6, DtypeDispatch.Run(dtype, default(Rewrite)));

    [Theory]
    [MemberData(nameof(Dtypes))]
    public void AnyLayout_IsWrittenInCOrder_AndLeftAsItWas(Dtype dtype) => Assert.True(DtypeDispatch.Run(dtype, default(WriteLayouts)));

    [Fact]
    public void LargeStridedTensor_GoesThroughPieces_AndComesBack()
    {
        Tensor<double, Cpu> wide = NumpyFiles.Values<double>(700 * 1500).AsTensor(700, 1500);
        Tensor<double, Cpu> view = wide.Transpose()[new Slice(step: 2), new Slice(step: -1)];
        byte[] file = NumpyFiles.Save(view);

        Assert.Equal(view.ToArray(), Npy.Load<double>(NumpyFiles.Stream(file)).ToArray());
        Assert.Equal(view.ToArray(), Npy.Load<double>(new PipeStream(file)).ToArray());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void LargeFileInForeignOrders_IsRead(bool reverseBytes)
    {
        nint[] shape = [2, 300, 2, 500];
        int[] values = NumpyFiles.Values<int>(600_000);
        byte[] data = NumpyFiles.Rearrange(NumpyFiles.BytesOf(values), 4, [500, 2, 300, 2], fortranOrder: true, reverseBytes);
        byte[] file = NumpyFiles.Make($"{{'descr': '{(reverseBytes ? '>' : '<')}i4', 'fortran_order': True, 'shape': (2, 300, 2, 500)}}", data);

        Tensor<int, Cpu> loaded = Npy.Load<int>(NumpyFiles.Stream(file)), piped = Npy.Load<int>(new PipeStream(file));
        Assert.Equal(shape, loaded.Shape.ToArray());
        Assert.True(loaded.IsContiguous && piped.IsContiguous);
        Assert.True(values.AsSpan().SequenceEqual(loaded.ToArray()));
        Assert.True(values.AsSpan().SequenceEqual(piped.ToArray()));
    }

    [Fact]
    public void Save_ReplacesALongerFile()
    {
        using var file = new TemporaryFile(new byte[1000]);
        Npy.Save(file.Path, Tensor<int, Cpu>.Scalar(7));

        Assert.Equal(132, new FileInfo(file.Path).Length);
        Assert.Equal(7, Npy.Load<int>(file.Path).Item());
    }

    [Fact]
    public void WritingThatIsCutShort_LeavesNoMixtureOfTwoArrays()
    {
        byte[] disk = NumpyFiles.Save(NumpyFiles.Values<int>(300_000).AsTensor(300_000));

        Assert.Throws<NotSupportedException>(() => NpyWriter.Replace(new MemoryStream(disk), Tensor<int, Cpu>.Zeros(400_000)));
        Assert.Throws<NumpyFormatException>(() => Npy.Load<int>(NumpyFiles.Stream(disk)));
    }

    [Fact]
    public void Save_OfDisposedTensor_LeavesTheFile()
    {
        using var file = new TemporaryFile([1, 2, 3]);
        Tensor<int, Cpu> tensor = Tensor<int, Cpu>.Zeros(3);
        tensor.Dispose();

        Assert.Throws<ObjectDisposedException>(() => Npy.Save(file.Path, tensor));
        Assert.Equal([1, 2, 3], File.ReadAllBytes(file.Path));
    }

    private static string HeaderOf<T>(params ReadOnlySpan<nint> shape)
        where T : unmanaged
    {
        byte[] file = NumpyFiles.Save(Tensor<T, Cpu>.Empty(shape));
        Assert.Equal([0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0, 118, 0], file[..10]);
        return Encoding.ASCII.GetString(file[10..128]);
    }

    private readonly struct Rewrite : IDtypeAction<int>
    {
        public int Run<T>()
            where T : unmanaged
        {
            int count = 0;
            using System.IO.Compression.ZipArchive zip = System.IO.Compression.ZipFile.OpenRead(NumpyFiles.PathOf("cases.npz"));
            foreach (var entry in zip.Entries)
            {
                if (entry.Name.StartsWith(TypedTensors.Dtypes.NumpyNameOf(TypedTensors.Dtypes.Of<T>()) + "_", StringComparison.Ordinal)
                    && entry.Name.Contains("_C_", StringComparison.Ordinal) && !entry.Name.Contains("big", StringComparison.Ordinal))
                {
                    var content = new MemoryStream();
                    entry.Open().CopyTo(content);
                    Assert.Equal(content.ToArray(), NumpyFiles.Save(Npy.Load<T>(NumpyFiles.Stream(content.ToArray()))));
                    count++;
                }
            }

            return count;
        }
    }

    private readonly struct WriteLayouts : IDtypeAction<bool>
    {
        public bool Run<T>()
            where T : unmanaged
        {
            Tensor<T, Cpu> whole = NumpyFiles.Values<T>(60).AsTensor(3, 4, 5);
            Tensor<T, Cpu>[] views =
            [
                whole, whole.Transpose(), whole.Flip(), whole[1, Tensor.Ellipsis], whole[new Slice(step: -2), 1..3], whole.Diagonal(), whole[1, 2, 3..4].Squeeze(),
                whole[0..0], whole[0, Tensor.Ellipsis].BroadcastTo(new Shape(2, 4, 5)), whole.Unsqueeze(1),
            ];
            foreach (Tensor<T, Cpu> view in views)
            {
                T[] before = view.ToArray();
                Tensor<T, Cpu> back = Npy.Load<T>(NumpyFiles.Stream(NumpyFiles.Save(view)));
                Assert.Equal(view.Shape, back.Shape);
                Assert.Equal(before, back.ToArray());
                Assert.Equal(before, view.ToArray());
            }

            return true;
        }
    }
}
