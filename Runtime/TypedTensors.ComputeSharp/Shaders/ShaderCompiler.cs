using System.Runtime.InteropServices;

namespace TypedTensors.Direct3D.Shaders;

/// <summary>Turns HLSL into bytecode, with <c>dxcompiler.dll</c> where the application carries it and else with the <c>d3dcompiler_47.dll</c> of Windows.</summary>
internal static class ShaderCompiler
{
    /// <summary>Compiles a compute shader whose entry point is <c>Execute</c>.</summary>
    /// <exception cref="InvalidOperationException">The compiler refused the text; the message is the compiler's.</exception>
    /// <exception cref="PlatformNotSupportedException">There is neither compiler.</exception>
    public static byte[] Compile(string source)
    {
        if (NativeLibrary.TryLoad("dxcompiler", typeof(ShaderCompiler).Assembly, null, out nint dxcompiler))
        {
            return DxcCompiler.Compile(dxcompiler, source);
        }

        if (NativeLibrary.TryLoad("d3dcompiler_47", out nint d3dcompiler))
        {
            return FxcCompiler.Compile(d3dcompiler, source);
        }

        throw new PlatformNotSupportedException(
            "DirectX: neither dxcompiler.dll nor d3dcompiler_47.dll was found. The first comes with the package ComputeSharp.Dxc, the second is part of Windows 10 and later.");
    }
}
