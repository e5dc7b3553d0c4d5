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
}
