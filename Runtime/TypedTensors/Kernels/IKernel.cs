namespace TypedTensors.Kernels;

/// <summary>What a kernel is for every device.</summary>
public interface IKernel
{
    /// <summary>The operation's name, for messages.</summary>
    static abstract string Name { get; }
}
