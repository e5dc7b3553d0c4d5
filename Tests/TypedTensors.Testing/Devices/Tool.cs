using System.Diagnostics;

namespace TypedTensors.Testing.Devices;

/// <summary>Runs a program of the machine, such as <c>spirv-val</c>.</summary>
public static class Tool
{
    /// <summary>Why a test that needs a program is skipped, or null when the program is there.</summary>
    /// <param name="name">The program.</param>
    /// <returns>The reason or null.</returns>
    public static string? ReasonToSkip(string name) => IsInstalled(name) ? null : $"The program {name} is not installed.";

    /// <summary>Runs a program to its end.</summary>
    /// <param name="name">The program.</param>
    /// <param name="input">What it reads from its standard input.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>Its exit code and all that it wrote.</returns>
    public static async Task<(int ExitCode, string Output)> Run(string name, ReadOnlyMemory<byte> input, params string[] arguments)
    {
        var start = new ProcessStartInfo(name, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        string text = await output + await errors;
        await process.WaitForExitAsync();
        return (process.ExitCode, text);
    }

    static bool IsInstalled(string name)
    {
        string[] folders = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        return folders.Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name)));
    }
}
