using System.IO.Compression;
using TypedTensors.Testing.Values;

namespace TypedTensors.Tests;

/// <summary>Reads what NumPy wrote: every dtype, byte order, order and kind of shape.</summary>
public class NpyReadTests
{
    public static TheoryData<Dtype> Dtypes => DtypeDispatch.All;

    [Theory]
    [MemberData(nameof(Dtypes))]
    public void EveryCaseOfNumpy_IsReadFromArchive_FileAndPipe_AndMapped(Dtype dtype) =>
        Assert.Equal(TypedTensors.Dtypes.SizeOf(dtype) == 1 ? 12 : 24, DtypeDispatch.Run(dtype, default(ReadCases)));

    [Theory]
    [MemberData(nameof(Dtypes))]
    public void BoundsAndSpecialValues_KeepTheirBits(Dtype dtype) => Assert.True(DtypeDispatch.Run(dtype, default(ReadExtremes)));

    [Theory]
    [InlineData("version2.npy", 2)]
    [InlineData("version3.npy", 3)]
    public void LaterVersions_AreRead(string name, int major)
    {
        string path = NumpyFiles.PathOf(name);

        Assert.Equal(new Version(major, 0), Npy.ReadHeader(path).Version);
        Assert.Equal([0, 1, 2, 3, 4, 5], Npy.Load<int>(path).ToArray());
    }

    [Fact]
    public void Header_IsReadAlone()
    {
        NpyHeader header = Npy.ReadHeader(NumpyFiles.PathOf("fortran.npy"));

        Assert.Equal(new NpyHeader(new Version(1, 0), "<f8", Dtype.Double, IsBigEndian: false, FortranOrder: true, new Shape(2, 3), DataOffset: 128), header);
        Assert.Equal(48, header.DataLength);
        Assert.True(Npy.ReadHeader(NumpyFiles.PathOf("big.npy")).IsBigEndian);
    }

    [Fact]
    public void ReadHeader_LeavesTheStreamAtTheData()
    {
        using FileStream stream = File.OpenRead(NumpyFiles.PathOf("plain.npy"));

        Assert.Equal(Npy.ReadHeader(stream).DataOffset, stream.Position);
    }

    [Fact]
    public void FortranOrder_IsLoadedIntoCOrder()
    {
        Tensor<double, Cpu> tensor = Npy.Load<double>(NumpyFiles.PathOf("fortran.npy"));

        Assert.True(tensor.IsContiguous);
        Assert.False(tensor.IsView);
        Assert.Equal([0, 1, 2, 3, 4, 5], tensor.AsSpan().ToArray());
    }

    [Fact]
    public void ArrayInsideStream_IsReadFromWhereItStands()
    {
        byte[] file = File.ReadAllBytes(NumpyFiles.PathOf("plain.npy"));
        var stream = new MemoryStream([1, 2, 3, .. file]) { Position = 3 };

        Assert.Equal(5, Npy.Load<double>(stream)[1, 2]);
    }

    [Theory]
    [InlineData("{'descr': '<i2', 'fortran_order': False, 'shape': (2,), }")]
    [InlineData("{'descr': '<i2', 'fortran_order': False, 'shape': (2,)}\n")]
    [InlineData("  {\t\"shape\" :(2 , ) ,\n'fortran_order':False,\"descr\":\"<i2\"}   ")]
    [InlineData("{'descr': '=i2', 'fortran_order': True, 'shape': (2L,), }")]
    [InlineData("{'descr': '|i2', 'fortran_order': True, 'shape': (2L,), }")]
    [InlineData("{'descr': ('<i2'), 'fortran_order': (True), 'shape': ((2),), }")]
    public void HeadersInOtherSpellings_AreRead(string header) =>
        Assert.Equal([1, -1], Npy.Load<short>(NumpyFiles.Stream(NumpyFiles.Make(header, [1, 0, 255, 255]))).ToArray());

    private readonly struct ReadCases : IDtypeAction<int>
    {
        public int Run<T>()
            where T : unmanaged
        {
            Dtype dtype = TypedTensors.Dtypes.Of<T>();
            int count = 0;
            using ZipArchive zip = ZipFile.OpenRead(NumpyFiles.PathOf("cases.npz"));
            using NpzArchive archive = Npz.Load(NumpyFiles.PathOf("cases.npz"));
            foreach (string name in archive.Names)
            {
                string[] parts = name.Split('_');
                if (parts[0] != TypedTensors.Dtypes.NumpyNameOf(dtype))
                {
                    continue;
                }

                nint[] sizes = [.. parts[3].Split('x', StringSplitOptions.RemoveEmptyEntries).Select(nint.Parse)];
                var shape = new Shape(sizes);
                NpyHeader header = archive.ReadHeader(name);
                Assert.Equal(dtype, header.Dtype);
                Assert.Equal(shape, header.Shape);
                Assert.Equal(parts[1] == "big", header.IsBigEndian);

                Check(name, archive.Get<T>(name), shape);
                var content = new MemoryStream();
                zip.GetEntry(name + ".npy")!.Open().CopyTo(content);
                byte[] file = content.ToArray();
                Check(name, Npy.Load<T>(NumpyFiles.Stream(file)), shape);
                Check(name, Npy.Load<T>(new PipeStream(file, atMost: 5)), shape);
                CheckMap<T>(name, file, header);
                count++;
            }

            return count;
        }

        private static void CheckMap<T>(string name, byte[] bytes, NpyHeader header)
            where T : unmanaged
        {
            using var file = new TemporaryFile(bytes);
            if (header.IsBigEndian)
            {
                Assert.Contains($"Npy.Load<{TypedTensors.Dtypes.NameOf(header.Dtype)}>", Assert.Throws<NumpyFormatException>(() => Npy.Map<T>(file.Path)).Message);
                return;
            }

            using Tensor<T, Cpu> map = Npy.Map<T>(file.Path);
            Check(name, map, header.Shape);
        }

        private static void Check<T>(string name, Tensor<T, Cpu> tensor, Shape shape)
            where T : unmanaged
        {
            Assert.Equal(shape, tensor.Shape);
            Assert.True(NumpyFiles.BytesOf(tensor).AsSpan().SequenceEqual(NumpyFiles.BytesOf(NumpyFiles.Values<T>(shape.Length))), name);
        }
    }

    private readonly struct ReadExtremes : IDtypeAction<bool>
    {
        public bool Run<T>()
            where T : unmanaged
        {
            Array expected = TypedTensors.Dtypes.Of<T>() switch
            {
                Dtype.Boolean => new[] { false, true },
                Dtype.SByte => new[] { sbyte.MinValue, sbyte.MaxValue },
                Dtype.Byte => new[] { byte.MinValue, byte.MaxValue },
                Dtype.Int16 => new[] { short.MinValue, short.MaxValue },
                Dtype.UInt16 => new[] { ushort.MinValue, ushort.MaxValue },
                Dtype.Int32 => new[] { int.MinValue, int.MaxValue },
                Dtype.UInt32 => new[] { uint.MinValue, uint.MaxValue },
                Dtype.Int64 => new[] { long.MinValue, long.MaxValue },
                Dtype.UInt64 => new[] { ulong.MinValue, ulong.MaxValue },
                Dtype.Half => new[] { 0xFBFF, 0x7BFF, 0x0400, 0x0001, 0x7C00, 0xFC00, 0x7E00, 0, 0x8000 }.Select(bits => BitConverter.UInt16BitsToHalf((ushort)bits)).ToArray(),
                Dtype.Single => new[] { float.MinValue, float.MaxValue, 1.17549435e-38f, float.Epsilon, float.PositiveInfinity, float.NegativeInfinity, BitConverter.UInt32BitsToSingle(0x7FC00000), 0f, -0f },
                _ => new[] { double.MinValue, double.MaxValue, 2.2250738585072014e-308, double.Epsilon, double.PositiveInfinity, double.NegativeInfinity, BitConverter.UInt64BitsToDouble(0x7FF8000000000000), 0, -0.0 },
            };

            Tensor<T, Cpu> tensor = Npz.Load<T>(NumpyFiles.PathOf("extremes.npz"), TypedTensors.Dtypes.NumpyNameOf(TypedTensors.Dtypes.Of<T>()));
            Assert.Equal(NumpyFiles.BytesOf((T[])expected), NumpyFiles.BytesOf(tensor));
            return true;
        }
    }
}
