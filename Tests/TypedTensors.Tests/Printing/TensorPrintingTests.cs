using System.Globalization;
using TypedTensors.Tests.Devices;

namespace TypedTensors.Tests.Printing;

public class TensorPrintingTests
{
    [Fact]
    public void Views_PrintTheirOwnElements()
    {
        Tensor<int, Cpu> matrix = Tensor<int, Cpu>.Arange(6).Reshape(2, 3);

        Assert.Equal("[[0 3]\n [1 4]\n [2 5]]", matrix.Transpose().ToString());
        Assert.Equal("[[5 4 3]\n [2 1 0]]", matrix.Flip().ToString());
        Assert.Equal("[1 4]", matrix[.., 1].ToString());
        Assert.Equal("[[4 4 4]\n [4 4 4]]", matrix[1, 1..2].BroadcastTo(2, 3).ToString());
    }

    [Fact]
    public void SummaryOfView_ShowsTheViewsEdges()
    {
        Tensor<long, Cpu> reversed = Tensor<long, Cpu>.Arange(2000).Flip();
        Tensor<byte, Cpu> broadcast = Tensor<byte, Cpu>.Scalar(7).BroadcastTo(1 << 20, 1 << 20);

        Assert.Equal("[1999 1998 1997 ...    2    1    0]", reversed.ToString());
        Assert.StartsWith("[[7 7 7 ... 7 7 7]\n [7 7 7 ... 7 7 7]\n [7 7 7 ... 7 7 7]\n ...\n", broadcast.ToString());
    }

    [Fact]
    public void Summary_ReadsOnlyWhatItShows()
    {
        Tensor<float, CountingDevice> large = Tensor<float, CountingDevice>.Zeros(1000, 1000);
        CountingDevice.DownloadedBytes = 0;

        Assert.Contains("...", large.ToString());
        Assert.Equal(6 * 6 * sizeof(float), CountingDevice.DownloadedBytes);
    }

    [Fact]
    public void OtherDevices_PrintAlike() =>
        Assert.Equal("[[0.  0.5]\n [1.  1.5]]", Tensor<float, CountingDevice>.Arange(0, 2, 0.5f).Reshape(2, 2).ToString());

    [Fact]
    public void Culture_DoesNotShow()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat = new NumberFormatInfo { NumberDecimalSeparator = ",", NegativeSign = "~", NaNSymbol = "?", PositiveInfinitySymbol = "!" };
            CultureInfo.CurrentCulture = culture;

            Assert.Equal("[-1.5  nan  inf]", new[] { -1.5, double.NaN, double.PositiveInfinity }.AsTensor().ToString());
            Assert.Equal("[-3  4]", new[] { -3, 4 }.AsTensor().ToString());
            Assert.Equal("-1.5e-07", Tensor<double, Cpu>.Scalar(-1.5e-7).ToString());
            Assert.EndsWith(": -3, 4", new[] { -3, 4 }.AsTensor().DebuggerText);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Disposed_Throws()
    {
        Tensor<int, Cpu> tensor = Tensor<int, Cpu>.Zeros(2);
        tensor.Dispose();

        Assert.Throws<ObjectDisposedException>(() => tensor.ToString());
    }

    [Fact]
    public void Options_AreChecked()
    {
        Assert.Throws<ArgumentNullException>(() => Tensor<int, Cpu>.Zeros(2).ToString(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PrintOptions { Precision = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PrintOptions { Threshold = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PrintOptions { EdgeItems = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PrintOptions { LineWidth = 0 });
    }
}
