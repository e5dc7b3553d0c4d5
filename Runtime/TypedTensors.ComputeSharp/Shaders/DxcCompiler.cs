using System.Runtime.InteropServices;
using System.Text;

namespace TypedTensors.Direct3D.Shaders;

/// <summary>The newer compiler, which an application carries with it: <c>IDxcCompiler3</c>, shader model 6.0.</summary>
internal static unsafe class DxcCompiler
{
    // The positions of the methods in IDxcCompiler3 and IDxcResult.
    private const int CompileSlot = 3, StatusSlot = 3, ResultSlot = 4, ErrorsSlot = 5;
    private const uint Utf8 = 65001;

    private static readonly string[] Arguments = ["-E", "Execute", "-T", "cs_6_0", "-O3", "-Gis"];

    private static readonly Guid CompilerClass = new("73e22d93-e6ce-47f3-b5bf-f0664f39c1b0");
    private static readonly Guid CompilerInterface = new("228b4687-5a6a-4730-900c-9702b2203f54");
    private static readonly Guid ResultInterface = new("58346cda-dde7-4497-9461-6f87af5e0659");

    /// <summary>Compiles a shader.</summary>
    /// <exception cref="InvalidOperationException">The compiler refused the text.</exception>
    public static byte[] Compile(nint library, string source)
    {
        var create = (delegate* unmanaged[Stdcall]<Guid*, Guid*, void**, int>)NativeLibrary.GetExport(library, "DxcCreateInstance");
        Guid compilerClass = CompilerClass, compilerInterface = CompilerInterface;
        void* compiler;
        Check(create(&compilerClass, &compilerInterface, &compiler), "could not be created");
        try
        {
            return Compile(compiler, source);
        }
        finally
        {
            Blob.Release(compiler);
        }
    }

    private static byte[] Compile(void* compiler, string source)
    {
        nint[] arguments = [.. Arguments.Select(Marshal.StringToHGlobalUni)];
        byte[] text = Encoding.UTF8.GetBytes(source);
        Guid resultInterface = ResultInterface;
        void* result;
        try
        {
            fixed (nint* list = arguments)
            fixed (byte* start = text)
            {
                var buffer = new DxcBuffer { Pointer = start, Size = (nuint)text.Length, Encoding = Utf8 };
                var compile = (delegate* unmanaged[Stdcall]<void*, DxcBuffer*, nint*, uint, void*, Guid*, void**, int>)Methods(compiler)[CompileSlot];
                Check(compile(compiler, &buffer, list, (uint)arguments.Length, null, &resultInterface, &result), "failed");
            }
        }
        finally
        {
            Array.ForEach(arguments, Marshal.FreeHGlobal);
        }

        try
        {
            return Read(result);
        }
        finally
        {
            Blob.Release(result);
        }
    }

    private static byte[] Read(void* result)
    {
        int status;
        Check(((delegate* unmanaged[Stdcall]<void*, int*, int>)Methods(result)[StatusSlot])(result, &status), "gave no status");
        void* blob;
        if (status < 0)
        {
            Check(((delegate* unmanaged[Stdcall]<void*, void**, int>)Methods(result)[ErrorsSlot])(result, &blob), "gave no message");
            throw new InvalidOperationException($"DirectX: dxcompiler refused a shader (0x{status:X8}): {Blob.TakeText(blob)}");
        }

        Check(((delegate* unmanaged[Stdcall]<void*, void**, int>)Methods(result)[ResultSlot])(result, &blob), "gave no bytecode");
        return Blob.Take(blob);
    }

    private static void** Methods(void* instance) => *(void***)instance;

    private static void Check(int result, string what)
    {
        if (result < 0)
        {
            throw new InvalidOperationException($"DirectX: dxcompiler {what} (0x{result:X8}).");
        }
    }

    private struct DxcBuffer
    {
        public void* Pointer;
        public nuint Size;
        public uint Encoding;
    }
}
