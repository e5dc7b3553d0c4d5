namespace ShareOrCopy;

/// <summary>Reads and writes single floats of an <c>.npy</c> file behind the back of any tensor.</summary>
internal static class FileElement
{
    /// <summary>The bytes before the elements, in every file that NumPy and we write.</summary>
    private const int HeaderLength = 128;

    /// <summary>The element at a position.</summary>
    public static float Read(string path, int position) =>
        BitConverter.ToSingle(File.ReadAllBytes(path), HeaderLength + (position * sizeof(float)));

    /// <summary>Replaces the element at a position.</summary>
    public static void Write(string path, int position, float value)
    {
        using FileStream file = File.Open(path, FileMode.Open);
        file.Position = HeaderLength + (position * sizeof(float));
        file.Write(BitConverter.GetBytes(value));
    }
}
