using System.Runtime.CompilerServices;
#if !USE_VERIFY_XUNIT
using Xunit;
#endif

namespace TypedTensors.Testing.Snapshots;

/// <summary>Compares text with a file beside the test, under the naming rules of Verify: <c>Class.Method#Name.verified.cs</c>.</summary>
/// <remarks>With <c>UseVerifyXunit</c> this is Verify itself; the files are the same.</remarks>
public static class Snapshot
{
    /// <summary>Compares one emitted file. Where it differs, the text is left in <c>*.received.cs</c>, to be looked at and renamed.</summary>
    /// <param name="text">The text.</param>
    /// <param name="hintName">The emitted file's name.</param>
    /// <param name="testFile">The test's file, whose name is the test's class.</param>
    /// <param name="testMethod">The test's method.</param>
    /// <returns>A task that ends when the comparison has been made.</returns>
    public static async Task Verify(string text, string hintName, [CallerFilePath] string testFile = "", [CallerMemberName] string testMethod = "")
    {
        string name = Path.GetFileNameWithoutExtension(hintName);
#if USE_VERIFY_XUNIT
        await VerifyXunit.Verifier.Verify(new VerifyTests.Target("cs", text, name), sourceFile: testFile);
#else
        await Compare(text, $"{testMethod}#{name}", "cs", testFile);
#endif
    }

    /// <summary>Compares text that is no C#, such as what a program prints, with <c>Class.Method.verified.txt</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="extension">The extension of the file, without dot.</param>
    /// <param name="testFile">The test's file, whose name is the test's class.</param>
    /// <param name="testMethod">The test's method.</param>
    /// <returns>A task that ends when the comparison has been made.</returns>
    public static async Task VerifyText(
        string text, string extension = "txt", [CallerFilePath] string testFile = "", [CallerMemberName] string testMethod = "") =>
#if USE_VERIFY_XUNIT
        await VerifyXunit.Verifier.Verify(text, extension, sourceFile: testFile);
#else
        await Compare(text, testMethod, extension, testFile);
#endif

#if !USE_VERIFY_XUNIT
    static async Task Compare(string text, string name, string extension, string testFile)
    {
        testFile = OnDisk(testFile);
        string prefix = Path.Combine(Path.GetDirectoryName(testFile)!, $"{Path.GetFileNameWithoutExtension(testFile)}.{name}");
        string verified = $"{prefix}.verified.{extension}", received = $"{prefix}.received.{extension}";
        string expected = File.Exists(verified) ? Normalize(await File.ReadAllTextAsync(verified)) : "";
        if (expected == Normalize(text))
        {
            File.Delete(received);
            return;
        }

        await File.WriteAllTextAsync(received, text);
        Assert.Fail($"{Path.GetFileName(verified)} does not hold what was received; see {received}.");
    }

    // A deterministic build calls the repository "/_/".
    static string OnDisk(string testFile)
    {
        const string MappedRoot = "/_/";
        return testFile.StartsWith(MappedRoot, StringComparison.Ordinal) ? Path.Combine(Repository.Root, testFile[MappedRoot.Length..]) : testFile;
    }

    // Verify takes no notice of line ends and of a last empty line.
    static string Normalize(string text) => text.Replace("\r\n", "\n").TrimEnd('\n');
#endif
}
