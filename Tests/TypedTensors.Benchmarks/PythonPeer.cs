using System.Diagnostics;
using System.Text.Json;

namespace TypedTensors.Benchmarks;

/// <summary>One Python process that holds NumPy and PyTorch and times statements on request, so that all peers are measured in turn in one run.</summary>
internal sealed class PythonPeer : IDisposable
{
    private readonly Process process;

    private PythonPeer(Process process) => this.process = process;

    /// <summary>NumPy's and PyTorch's versions, once something has been prepared.</summary>
    public string Versions { get; private set; } = "none";

    /// <summary>Starts the process; null if there is no Python with NumPy and PyTorch.</summary>
    public static PythonPeer? TryStart(string python)
    {
        try
        {
            var start = new ProcessStartInfo(python, [Path.Combine(AppContext.BaseDirectory, "peers.py")])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            };
            var peer = new PythonPeer(Process.Start(start)!);
            peer.Prepare("probe", "pass", "pass");
            return peer;
        }
        catch (Exception failure) when (failure is System.ComponentModel.Win32Exception or IOException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Compiles a statement under a name; <c>np</c> and <c>torch</c> are there.</summary>
    public void Prepare(string name, string setup, string statement) =>
        Versions = Ask(new { name, setup, statement }).GetProperty("versions").GetString()!;

    /// <summary>The seconds one repetition of a prepared statement takes.</summary>
    public double Time(string name, int repetitions, int threads) =>
        Ask(new { name, repetitions, threads }).GetProperty("seconds").GetDouble();

    /// <inheritdoc/>
    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    private JsonElement Ask(object request)
    {
        process.StandardInput.WriteLine(JsonSerializer.Serialize(request));
        process.StandardInput.Flush();
        string answer = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The Python process ended.");
        return JsonDocument.Parse(answer).RootElement;
    }
}
