using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace TypedTensors.Ops.Tests.Laws.Widths;

/// <summary>What a process printed whose vectors had been narrowed.</summary>
/// <param name="Width">The bits of its widest vectors.</param>
/// <param name="Digests">The digests by operation and dtype.</param>
sealed record WidthRun(int Width, ImmutableSortedDictionary<string, string> Digests)
{
    /// <summary>Runs <see cref="DigestProgram"/> in a process.</summary>
    /// <param name="disabled">The instruction sets that it must not use, as the runtime's settings name them.</param>
    public static async Task<WidthRun> Start(params string[] disabled)
    {
        // The runtime's folder is <root>/shared/Microsoft.NETCore.App/<version>.
        string host = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        var start = new ProcessStartInfo(host, ["exec", typeof(DigestProgram).Assembly.Location]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string set in disabled)
        {
            start.Environment[$"DOTNET_{set}"] = "0";
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string[] lines = (await process.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return new WidthRun(int.Parse(lines[0], CultureInfo.InvariantCulture), lines[1..].ToImmutableSortedDictionary(line => line[17..], line => line[..16], StringComparer.Ordinal));
    }
}
