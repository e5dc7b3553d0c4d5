using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using TypedTensors.Testing.Devices;
using TypedTensors.Testing.Snapshots;

namespace TypedTensors.Samples.Tests;

/// <summary>Runs each sample as a user does and compares all that it prints.</summary>
public sealed class SampleTests
{
    [Fact]
    public async Task FirstTensor_PrintsAsVerified()
    {
        string saved = Path.GetTempFileName();
        try
        {
            string data = Path.Combine(AppContext.BaseDirectory, "speed_of_light.npy");
            await Snapshot.VerifyText(await Run("01-FirstTensor", data, saved));

            // numpy.mean(numpy.load(...)) of the scores, from a run of the same formula in NumPy.
            Tensor<double, Cpu> scores = Npy.Load<double>(saved);
            Assert.Equal([5, 20], scores.Shape.ToArray());
            Assert.Equal(0.0070252391, scores.Mean().Item(), 9);
        }
        finally
        {
            File.Delete(saved);
        }
    }

    [Fact]
    public async Task ShareOrCopy_PrintsAsVerified() => await Snapshot.VerifyText(await Run("02-ShareOrCopy"));

    [VulkanFact]
    public async Task Mandelbrot_HasTheSamePixelsOnEveryDevice()
    {
        string picture = Path.GetTempFileName();
        try
        {
            string[] lines = (await Run("03-Mandelbrot", picture, "160")).Split('\n');
            Assert.Equal(["the pixels are the same", $"saved 160 x 100 pixels as {Path.GetFileName(picture)}", ""], lines);
            await VerifyPixels(picture);
        }
        finally
        {
            File.Delete(picture);
        }
    }

    [Fact]
    public async Task Mandelbrot_WithoutVulkan_IsDrawnOnTheProcessor()
    {
        string picture = Path.GetTempFileName();
        try
        {
            // No device has this name, as on a machine without one.
            string output = await Run("03-Mandelbrot", [new("TYPEDTENSORS_VULKAN_DEVICE", "none of these")], picture, "160");
            Assert.StartsWith("drawn on the processor alone: ", output, StringComparison.Ordinal);
            await VerifyPixels(picture);
        }
        finally
        {
            File.Delete(picture);
        }
    }

    [VulkanFact]
    public async Task EveryDevice_PrintsTheSame()
    {
        // cos(6 x) exp(-1.5 |x|) + 0.25, the greater of each two neighbours: from a run of the same formula in NumPy.
        const string Crests = "[0.464243 0.464243 0.778339 0.778339 0.778339 0.778339 0.464243 0.464243]";
        string[] lines = (await Run("04-EveryDevice")).Split('\n');
        Assert.Equal([$"cpu: {Crests}", $"vulkan: {Crests}"], lines[..2]);
        Assert.StartsWith("directx: ", lines[2], StringComparison.Ordinal);
    }

    // Read as the specification of PNG has it: signature, header, one chunk of rows, each a filter's number and 160 pixels.
    private static async Task VerifyPixels(string picture)
    {
        byte[] file = await File.ReadAllBytesAsync(picture);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], file[..8]);
        Assert.Equal("IHDR", Encoding.ASCII.GetString(file, 12, 4));
        Assert.Equal((160, 100), (BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20))));
        Assert.Equal("IDAT", Encoding.ASCII.GetString(file, 37, 4));
        using var rows = new ZLibStream(new MemoryStream(file, 41, BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(33))), CompressionMode.Decompress);
        using var filtered = new MemoryStream();
        await rows.CopyToAsync(filtered);
        byte[][] lines = [.. filtered.ToArray().Chunk(1 + (3 * 160))];
        Assert.Equal(100, lines.Length);
        Assert.All(lines, line => Assert.Equal(1, line[0]));
        Assert.True(lines.SelectMany(line => line[1..].Chunk(3).Select(difference => (difference[0], difference[1], difference[2]))).Distinct().Count() > 1000);
    }

    private static Task<string> Run(string sample, params string[] arguments) => Run(sample, [], arguments);

    private static async Task<string> Run(string sample, KeyValuePair<string, string>[] environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, sample + ".dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{sample} ended with {process.ExitCode}: {await errors}");
        return output;
    }
}
