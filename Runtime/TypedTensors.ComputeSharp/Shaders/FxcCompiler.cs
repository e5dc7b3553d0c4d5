using System.Runtime.InteropServices;
using System.Text;

namespace TypedTensors.Direct3D.Shaders;

/// <summary>The compiler that is part of Windows: <c>D3DCompile</c>, shader model 5.0.</summary>
internal static unsafe class FxcCompiler
{
    // D3DCOMPILE_IEEE_STRICTNESS | D3DCOMPILE_OPTIMIZATION_LEVEL3: NaN and infinity mean what they mean in C#.
    private const uint Flags = (1 << 13) | (1 << 15);

    /// <summary>Compiles a shader.</summary>
    /// <exception cref="InvalidOperationException">The compiler refused the text.</exception>
    public static byte[] Compile(nint library, string source)
    {
        var compile = (delegate* unmanaged[Stdcall]<byte*, nuint, byte*, void*, void*, byte*, byte*, uint, uint, void**, void**, int>)
            NativeLibrary.GetExport(library, "D3DCompile");
        byte[] text = Encoding.UTF8.GetBytes(source);
        void* code = null, errors = null;
        int result;
        fixed (byte* start = text, entryPoint = "Execute\0"u8, target = "cs_5_0\0"u8)
        {
            result = compile(start, (nuint)text.Length, null, null, null, entryPoint, target, Flags, 0, &code, &errors);
        }

        string message = Blob.TakeText(errors);
        byte[] bytecode = Blob.Take(code);
        return result >= 0 ? bytecode : throw new InvalidOperationException($"DirectX: d3dcompiler_47 refused a shader (0x{result:X8}): {message}");
    }
}
