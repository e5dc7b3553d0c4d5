using System.Diagnostics;
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

    private static async Task<string> Run(string sample, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, sample + ".dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{sample} ended with {process.ExitCode}: {await errors}");
        return output;
    }
}
