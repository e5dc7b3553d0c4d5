using System.Diagnostics;
using System.Runtime.InteropServices;

namespace TypedTensors.Ops.Tests;

/// <summary>Runs this assembly's own program, <see cref="Laws.Widths.DigestProgram"/>, in a process of its own.</summary>
static class OwnProcess
{
    /// <summary>The lines that it prints.</summary>
    /// <param name="arguments">What it is asked for.</param>
    /// <param name="disabled">The instruction sets that it must not use, as the runtime's settings name them.</param>
    public static async Task<string[]> Lines(string[] arguments, params string[] disabled)
    {
        // The runtime's folder is <root>/shared/Microsoft.NETCore.App/<version>.
        string host = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        var start = new ProcessStartInfo(host, ["exec", typeof(OwnProcess).Assembly.Location, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string set in disabled)
        {
            start.Environment[$"DOTNET_{set}"] = "0";
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string[] lines = (await process.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return lines;
    }
}
