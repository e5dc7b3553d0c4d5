using System.Runtime.Intrinsics;

namespace TypedTensors.Ops.Tests.Laws.Widths;

/// <summary>Every operation gives the same bits in vectors of 512, 256 and 128 bits, and without vectors.</summary>
/// <remarks>The other laws hold at the width of this machine; so with this one they hold at all.</remarks>
public class VectorWidthTests
{
    static readonly Task<WidthRun> Native = WidthRun.Start();

    [Theory]
    [InlineData(256, "EnableAVX512")]
    [InlineData(128, "EnableAVX2")]
    [InlineData(0, "EnableHWIntrinsic")]
    public async Task NarrowerVectors_GiveTheSameBits(int width, string disabled)
    {
        WidthRun native = await Native;
        if (native.Width <= width)
        {
            return;
        }

        WidthRun narrowed = await WidthRun.Start(disabled);
        Assert.Equal(width, narrowed.Width);
        Assert.Equal(native.Digests.Keys, narrowed.Digests.Keys);
        Assert.NotEmpty(native.Digests);
        Assert.Equal([], native.Digests.Where(digest => narrowed.Digests[digest.Key] != digest.Value).Select(digest => digest.Key));
    }

    [Fact]
    public async Task ProcessesOfTheirOwn_UseTheVectorsOfThisMachine() =>
        Assert.Equal(
            Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0,
            (await Native).Width);
}
