using System.Text;

namespace TypedTensors.Direct3D.Shaders;

/// <summary>The COM object in which both compilers return bytes (<c>ID3DBlob</c>, <c>IDxcBlob</c>: the same table of methods).</summary>
internal static unsafe class Blob
{
    private const int ReleaseSlot = 2, PointerSlot = 3, SizeSlot = 4;

    /// <summary>Copies the bytes and releases the object; nothing, if there is none.</summary>
    public static byte[] Take(void* blob)
    {
        if (blob is null)
        {
            return [];
        }

        void** methods = *(void***)blob;
        var pointer = ((delegate* unmanaged[Stdcall]<void*, void*>)methods[PointerSlot])(blob);
        nuint size = ((delegate* unmanaged[Stdcall]<void*, nuint>)methods[SizeSlot])(blob);
        byte[] bytes = new ReadOnlySpan<byte>(pointer, checked((int)size)).ToArray();
        Release(blob);
        return bytes;
    }

    /// <summary>The bytes as the text of a message.</summary>
    public static string TakeText(void* blob) => Encoding.UTF8.GetString(Take(blob)).TrimEnd('\0', '\n');

    /// <summary>Gives up a reference to a COM object.</summary>
    public static void Release(void* instance)
    {
        if (instance is not null)
        {
            ((delegate* unmanaged[Stdcall]<void*, uint>)(*(void***)instance)[ReleaseSlot])(instance);
        }
    }
}
