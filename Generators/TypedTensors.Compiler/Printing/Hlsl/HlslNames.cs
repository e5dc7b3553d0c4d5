using TypedTensors.Compiler.Devices;

namespace TypedTensors.Compiler.Printing.Hlsl;

/// <summary>Hands out identifiers that mean nothing in HLSL, as close to the wished-for names as possible.</summary>
sealed class HlslNames
{
    // Keywords, some of them in any case, words kept for later, and the functions and macros of our own texts.
    static readonly HashSet<string> Reserved = new(
        ("appendstructuredbuffer asm asm_fragment blendstate bool break buffer byteaddressbuffer case cbuffer centroid class column_major compile compile_fragment const continue "
        + "computeshader consumestructuredbuffer default depthstencilstate depthstencilview discard do domainshader double dword else export extern false float for fxgroup "
        + "geometryshader groupshared half hullshader if in inline inout inputpatch int interface line lineadj linear linestream matrix min16float min10float min16int "
        + "min12int min16uint namespace nointerpolation noperspective null out outputpatch packoffset pass pixelfragment pixelshader point pointstream precise rasterizerstate "
        + "rendertargetview return register row_major sample sampler samplerstate shared snorm stateblock static string struct switch structuredbuffer tbuffer technique "
        + "texture triangle triangleadj trianglestream true typedef uniform unorm uint unsigned vector vertexfragment vertexshader void volatile while auto catch char "
        + "const_cast delete dynamic_cast enum explicit friend goto long mutable new operator private protected public reinterpret_cast short signed sizeof static_cast template "
        + "this throw try typename union using virtual and or xor not smooth flat patch abs acos all any asdouble asfloat asin asint asuint atan ceil clamp cos countbits cross "
        + "ddx ddy degrees determinant distance dot exp faceforward firstbithigh firstbitlow floor fma fmod frac frexp isfinite isinf isnan ldexp length lerp lit log mad max "
        + "min modf mul noise normalize pow radians rcp reflect refract round rsqrt saturate sign sin sincos smoothstep sqrt step tan tanh transpose trunc "
        + "execute evaluate locate fusedmultiplyadd roundtohalf vulkan binding constants indices results").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns a name that this scope has not handed out before.</summary>
    public string Take(string wish)
    {
        string name = FunctionSet.Identifier(wish);
        string free = Reserved.Contains(name) ? name + "_" : name;
        for (int number = 2; !_taken.Add(free); number++)
        {
            free = name + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return free;
    }
}
