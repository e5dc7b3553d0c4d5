namespace ComputeSharp;

/// <summary>Runs what was dispatched, in place of DirectX.</summary>
internal interface IShaderExecutor
{
    /// <summary>Runs one dispatch.</summary>
    /// <param name="source">The HLSL text.</param>
    /// <param name="groups">The groups along each axis.</param>
    /// <param name="constants">The constant buffer.</param>
    /// <param name="buffers">The arrays behind the buffers, in the order of their registers.</param>
    void Execute(string source, (int X, int Y, int Z) groups, byte[] constants, Array[] buffers);

    /// <summary>Has the dispatches after this one see what those before it did with a buffer.</summary>
    /// <param name="buffer">The array behind it.</param>
    void Order(Array buffer);

    /// <summary>Ends a batch, and waits for it.</summary>
    void Finish();
}
