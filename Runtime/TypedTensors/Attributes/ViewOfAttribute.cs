namespace TypedTensors;

/// <summary>On a return value: states that it shares memory with the named parameter.</summary>
/// <remarks>Read by the analyzers: <c>[return: ViewOf(nameof(buffer))]</c>.</remarks>
[AttributeUsage(AttributeTargets.ReturnValue)]
public sealed class ViewOfAttribute(string parameterName) : Attribute
{
    /// <summary>The parameter whose memory the result shares.</summary>
    public string ParameterName { get; } = parameterName;
}
