using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Mandelbrot;

/// <summary>Writes pictures as PNG: a signature and three chunks (W3C, "Portable Network Graphics", third edition).</summary>
static class Png
{
    /// <summary>Saves a picture.</summary>
    /// <param name="path">The file.</param>
    /// <param name="pixels">Red, green and blue of each pixel, row after row.</param>
    /// <param name="width">The pixels in a row.</param>
    /// <param name="height">The rows.</param>
    public static void Save(string path, byte[] pixels, int width, int height)
    {
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2); // bits of a value, and three values to a pixel

        using FileStream file = File.Create(path);
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        WriteChunk(file, "IHDR", header);
        WriteChunk(file, "IDAT", Compress(pixels, 3 * width));
        WriteChunk(file, "IEND", []);
    }

    // A byte before each row says how it is to be understood: 1 for differences to the pixel on the left, which compress well.
    static byte[] Compress(byte[] pixels, int rowBytes)
    {
        using var compressed = new MemoryStream();
        using (var stream = new ZLibStream(compressed, CompressionLevel.SmallestSize))
        {
            var row = new byte[1 + rowBytes];
            for (int start = 0; start < pixels.Length; start += rowBytes)
            {
                row[0] = 1;
                for (int i = 0; i < rowBytes; i++)
                {
                    row[1 + i] = (byte)(pixels[start + i] - (i < 3 ? 0 : pixels[start + i - 3]));
                }

                stream.Write(row);
            }
        }

        return compressed.ToArray();
    }

    static void WriteChunk(FileStream file, string name, byte[] content)
    {
        byte[] chunk = [.. Encoding.ASCII.GetBytes(name), .. content];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(chunk);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(chunk));
        file.Write(number);
    }

    static uint Crc(byte[] bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320u);
            }
        }

        return ~crc;
    }
}
