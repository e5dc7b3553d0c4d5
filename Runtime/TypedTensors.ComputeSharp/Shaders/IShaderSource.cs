namespace TypedTensors.Direct3D.Shaders;

/// <summary>A program of this library in the terms of DirectX: what <see cref="KernelShader{TSource}"/> needs to know of it, whatever kind of kernel it is.</summary>
internal interface IShaderSource
{
    /// <summary>The threads of a group along the first axis.</summary>
    static abstract int ThreadsX { get; }

    /// <summary>The threads of a group along the second axis.</summary>
    static abstract int ThreadsY { get; }

    /// <summary>The threads of a group along the third axis.</summary>
    static abstract int ThreadsZ { get; }

    /// <summary>The number of buffers, bound at u0, u1, ...</summary>
    static abstract int BindingCount { get; }

    /// <summary>The bytes of the constants.</summary>
    static abstract int ConstantBytes { get; }

    /// <summary>The HLSL text.</summary>
    static abstract string Hlsl { get; }
}
