using TypedTensors.Testing.Devices;

namespace TypedTensors.VulkanRuntime.Tests.Transfers;

public class TransferTests
{
    private const int Piece = (int)StagingRing.PieceSize;

    public static TheoryData<int, int> Ways
    {
        get
        {
            var ways = new TheoryData<int, int>();
            foreach (TransferPath path in Enum.GetValues<TransferPath>())
            {
                foreach (int length in (int[])[1, 3, 4096, Piece - 1, Piece, Piece + 1, (5 * Piece) + 77])
                {
                    ways.Add((int)path, length);
                }
            }

            return ways;
        }
    }

    [VulkanTheory]
    [MemberData(nameof(Ways))]
    public void Bytes_ArriveAsTheyWere(int path, int length)
    {
        byte[] bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        using var forced = new ForcedPath((TransferPath)path);
        using Tensor<byte, Vulkan> there = bytes.AsTensor(length).To<Vulkan>();
        Assert.Equal(bytes, there.ToArray());
        Assert.Equal(bytes[(length / 3)..], there[(length / 3)..].ToArray());
    }

    [VulkanTheory]
    [InlineData((int)TransferPath.Automatic)]
    [InlineData((int)TransferPath.Mapped)]
    [InlineData((int)TransferPath.Imported)]
    [InlineData((int)TransferPath.Staged)]
    public void Writes_AreOrderedBehindTheOperationsBefore(int path)
    {
        using var forced = new ForcedPath((TransferPath)path);
        for (int round = 0; round < 50; round++)
        {
            using Tensor<float, Vulkan> x = Tensor<float, Vulkan>.Zeros(10_000);
            x[7] = round;
            using Tensor<float, Vulkan> copy = x.Clone();
            x[7] = -1;
            x[8] = -2;
            Assert.Equal(round, copy[7]);
            Assert.Equal((-1f, -2f, 0f, 0f), (x[7], x[8], copy[8], x[9]));
        }
    }

    [VulkanFact]
    public void Zeros_AreZero_AlsoInReusedMemory()
    {
        for (int length = 1; length < 5000; length += 333)
        {
            byte[] ones = new byte[length];
            Array.Fill(ones, (byte)255);
            ones.AsTensor(length).To<Vulkan>().Dispose();
            using Tensor<byte, Vulkan> zeros = Tensor<byte, Vulkan>.Zeros(length);
            Assert.Equal(new byte[length], zeros.ToArray());
        }
    }

    [VulkanFact]
    public void EmptyTensors_MoveNothing() => Assert.Empty(Tensor<float, Cpu>.Empty(0, 3).To<Vulkan>().To<Cpu>().ToArray());

    private readonly struct ForcedPath : IDisposable
    {
        public ForcedPath(TransferPath path) => DeviceContext.Current.Transfers.Forced = path;

        public void Dispose() => DeviceContext.Current.Transfers.Forced = TransferPath.Automatic;
    }
}
