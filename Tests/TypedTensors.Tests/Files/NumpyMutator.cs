using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace TypedTensors.Tests;

/// <summary>Damages files in the ways that disks, transfers, careless programs and attackers do; the same seed gives the same files.</summary>
internal sealed class NumpyMutator(int seed)
{
    private static readonly string[] HeaderParts =
    [
        "<f4", "<f8", ">f8", ">i2", "=u4", "|u1", "|b1", "<c8", "|O", "<U3", "<M8[ns]", "True", "False", "None", "descr", "fortran_order", "shape", "(", ")", "[", "{", "}",
        ",", ":", "'", "\"", "()", "(3,)", "(0,)", "(2, 3)", "(3, 2)", "(-1,)", "(9999999999999,)", "(4611686018427387904, 4)", "99999999999999999999999", "2L", "0", "\0", "\\", "\u00e9", " ",
    ];

    private static readonly uint[] Lengths = [0, 1, 2, 127, 128, 129, 0xFFFF, 0x10000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF];

    private readonly Random random = new(seed);

    /// <summary>A damaged <c>.npy</c> file.</summary>
    public byte[] MutateNpy(byte[] file, byte[] other) => random.Next(10) switch
    {
        0 or 1 or 2 => EditHeader(file),
        3 => OverwriteNumber(file, 6, 4),
        4 or 5 => Retell(file),
        _ => MutateBytes(file, other),
    };

    /// <summary>A damaged <c>.npz</c> file: damaged itself, lying in its directory, or sound around a damaged entry.</summary>
    public byte[] MutateNpz(byte[] archive, byte[] other, byte[] npy) => random.Next(4) switch
    {
        0 => Wrap(MutateNpy(npy, npy)),
        1 => LieInRecord(archive),
        2 => LieInRecord(LieInRecord(Wrap(EditHeader(npy)))),
        _ => MutateBytes(archive, other),
    };

    private byte[] MutateBytes(byte[] file, byte[] other)
    {
        int at = random.Next(file.Length);
        switch (random.Next(6))
        {
            case 0:
                return file[..at];
            case 1:
                byte[] inserted = new byte[random.Next(1, 40)];
                random.NextBytes(inserted);
                return [.. file[..at], .. inserted, .. file[at..]];
            case 2:
                return [.. file[..at], .. file[Math.Min(file.Length, at + random.Next(1, 40))..]];
            case 3:
                return [.. file[..at], .. other[random.Next(other.Length)..]];
            case 4:
                return [.. file, .. other[..random.Next(1, Math.Min(other.Length, 200))]];
            default:
                byte[] flipped = [.. file];
                for (int count = random.Next(1, 5); count > 0; count--)
                {
                    // Half of the flips hit the header, where they mean most.
                    int position = random.Next(2) == 0 ? random.Next(Math.Min(128, file.Length)) : random.Next(file.Length);
                    flipped[position] ^= (byte)(1 << random.Next(8));
                }

                return flipped;
        }
    }

    /// <summary>Replaces, inserts or removes parts of the header's text, and keeps its length true most of the time.</summary>
    private byte[] EditHeader(byte[] file)
    {
        if (file.Length < 128 || file[6] != 1)
        {
            return MutateBytes(file, file);
        }

        int length = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(8));
        string text = Encoding.Latin1.GetString(file, 10, length).TrimEnd();
        for (int edits = random.Next(1, 3); edits > 0; edits--)
        {
            string part = HeaderParts[random.Next(HeaderParts.Length)], replaced = HeaderParts[random.Next(HeaderParts.Length)];
            int at = text.IndexOf(replaced, StringComparison.Ordinal);
            text = random.Next(3) switch
            {
                0 when at >= 0 => text[..at] + part + text[(at + replaced.Length)..],
                1 => text.Insert(random.Next(text.Length + 1), part),
                _ => EditShape(text, part),
            };
        }

        int said = random.Next(6) == 0 ? random.Next(65536) : Math.Max(text.Length, 118);
        return NumpyFiles.Make(text.PadRight(118), file.AsSpan(10 + length), length: said);
    }

    /// <summary>Changes what the header says and the data are in ways that leave most files sound: another order, shape or type of the same size, other values.</summary>
    private byte[] Retell(byte[] file)
    {
        int start = file[6] == 1 ? 10 : 12, end = file.AsSpan().IndexOf((byte)'\n');
        string text = Encoding.Latin1.GetString(file, start, end - start);
        text = random.Next(2) == 0 ? text : text.Replace('<', '!').Replace('>', '<').Replace('!', '>');
        text = random.Next(2) == 0 ? text : text.Contains("True", StringComparison.Ordinal) ? text.Replace("True", "False ") : text.Replace("False", "True");
        text = random.Next(2) == 0 ? text : text.Replace("f4", "i4").Replace("f2", "u2").Replace("u8", "f8").Replace("|i1", "|b1");
        text = random.Next(2) == 0 ? text : text.Replace("(2, 3, 4)", "(4, 3, 2)").Replace("(5,)", "(5, 1)").Replace("()", "(1, 1)");
        byte[] result = [.. file];
        Encoding.Latin1.GetBytes(text.TrimEnd().PadRight(end - start), result.AsSpan(start));
        if (result.Length > end + 1)
        {
            result[random.Next(end + 1, result.Length)] ^= (byte)(1 << random.Next(8));
        }

        return result;
    }

    private string EditShape(string text, string part)
    {
        int open = text.IndexOf('(', StringComparison.Ordinal), close = text.IndexOf(')', StringComparison.Ordinal);
        string shape = random.Next(3) switch { 0 => part, 1 => $"({random.Next(30)},)", _ => $"({random.Next(6)}, {random.Next(6)})" };
        return open < 0 || close < open ? text + part : text[..open] + shape + text[(close + 1)..];
    }

    private byte[] OverwriteNumber(byte[] file, int from, int within)
    {
        byte[] result = [.. file];
        int at = Math.Min(from + random.Next(within), result.Length - 4);
        uint number = Lengths[random.Next(Lengths.Length)];
        if (random.Next(2) == 0)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(result.AsSpan(at), number);
        }
        else
        {
            BinaryPrimitives.WriteUInt16LittleEndian(result.AsSpan(at), (ushort)number);
        }

        return result;
    }

    /// <summary>Overwrites a field of one of the archive's records: a local header, an entry of the directory, or its end.</summary>
    private byte[] LieInRecord(byte[] archive)
    {
        ReadOnlySpan<byte> signature = random.Next(4) switch { 0 => "PK\u0003\u0004"u8, 1 or 2 => "PK\u0001\u0002"u8, _ => "PK\u0005\u0006"u8 };
        int at = archive.AsSpan().LastIndexOf(signature);
        return at < 0 ? MutateBytes(archive, archive) : OverwriteNumber(archive, at + 4, 42);
    }

    private byte[] Wrap(byte[] npy)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using Stream entry = zip.CreateEntry("a.npy", random.Next(2) == 0 ? CompressionLevel.NoCompression : CompressionLevel.Fastest).Open();
            entry.Write(npy);
        }

        return stream.ToArray();
    }
}
