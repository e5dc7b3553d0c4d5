namespace TypedTensors.Analyzers;

/// <summary>The ids, severities and texts of all rules; a part of this class for each family.</summary>
public static partial class Descriptors
{
    /// <summary>Where the page of a rule stands: a folder that has <c>{id}.md</c> for every id.</summary>
    const string Pages = "https://github.com/typedtensors/typedtensors/blob/main/Analyzers/Rules/";
}
