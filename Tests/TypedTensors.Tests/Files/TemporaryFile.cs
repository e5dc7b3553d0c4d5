namespace TypedTensors.Tests;

/// <summary>A file of a test's own, which is deleted afterwards.</summary>
internal sealed class TemporaryFile : IDisposable
{
    public TemporaryFile()
    {
    }

    public TemporaryFile(byte[] content) => File.WriteAllBytes(Path, content);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"typedtensors-{Guid.NewGuid():N}");

    public void Dispose() => File.Delete(Path);
}
