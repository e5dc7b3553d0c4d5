using TypedTensors.RandomNumbers;

namespace TypedTensors.Tests.RandomNumbers;

public class PhiloxTests
{
    /// <summary>The known answers published with the paper's own implementation (Random123, kat_vectors).</summary>
    [Theory]
    [InlineData(0x00000000u, 0x00000000u, 0x00000000u, 0x00000000u, 0x0000000000000000ul, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xfffffffffffffffful, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0x299f31d0a4093822ul, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void Block_IsThePublishedOne(uint c0, uint c1, uint c2, uint c3, ulong key, uint x0, uint x1, uint x2, uint x3)
    {
        uint[] block = [c0, c1, c2, c3];
        Philox.Scramble(block, key);
        Assert.Equal([x0, x1, x2, x3], block);

        uint[] blocks = new uint[4];
        Philox.Fill(c0 | ((ulong)c1 << 32), c2 | ((ulong)c3 << 32), key, blocks);
        Assert.Equal([x0, x1, x2, x3], blocks);
    }

    [Theory]
    [InlineData(0ul, 0ul, 0ul)]
    [InlineData(0xfffffffdul, 3ul, 0x0123456789abcdeful)]
    [InlineData(0xfffffffffffffffaul, 0xfffffffffffffffful, 0xfffffffffffffffful)]
    public void VectorsAndScalars_GiveTheSameBlocks(ulong first, ulong high, ulong key)
    {
        for (int blocks = 0; blocks < 40; blocks++)
        {
            uint[] vectors = new uint[4 * blocks], scalars = new uint[4 * blocks];
            Philox.Fill(first, high, key, vectors);
            Philox.Fill(first, high, key, scalars, allowVectors: false);
            Assert.Equal(scalars, vectors);
        }
    }
}
