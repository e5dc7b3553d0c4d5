namespace TypedTensors.Testing;

/// <summary>The checkout that the tests were built in.</summary>
public static class Repository
{
    /// <summary>Its folder: the one with the solution, above the folder of the running tests. A deterministic build leaves no path of it in the assemblies.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    static string Find(DirectoryInfo? directory)
    {
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "TypedTensors.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new DirectoryNotFoundException($"No folder above '{AppContext.BaseDirectory}' has TypedTensors.sln.");
    }
}
