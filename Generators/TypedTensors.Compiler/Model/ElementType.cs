namespace TypedTensors.Compiler.Model;

/// <summary>The element types a kernel can name, in the order of the runtime's <c>Dtype</c>; and the one it leaves open.</summary>
public enum ElementKind
{
    /// <summary><see cref="bool"/></summary>
    Boolean,

    /// <summary><see cref="sbyte"/></summary>
    SByte,

    /// <summary><see cref="byte"/></summary>
    Byte,

    /// <summary><see cref="short"/></summary>
    Int16,

    /// <summary><see cref="ushort"/></summary>
    UInt16,

    /// <summary><see cref="int"/></summary>
    Int32,

    /// <summary><see cref="uint"/></summary>
    UInt32,

    /// <summary><see cref="long"/></summary>
    Int64,

    /// <summary><see cref="ulong"/></summary>
    UInt64,

    /// <summary><c>System.Half</c>; only parameters and results have it, for kernels compute in <see cref="Single"/>.</summary>
    Half,

    /// <summary><see cref="float"/></summary>
    Single,

    /// <summary><see cref="double"/></summary>
    Double,

    /// <summary>The kernel's own type parameter.</summary>
    Generic,
}

/// <summary>The type of one value in a kernel.</summary>
/// <param name="Kind">Which type.</param>
/// <param name="TypeParameter">The name of the type parameter when <paramref name="Kind"/> is <see cref="ElementKind.Generic"/>.</param>
public readonly record struct ElementType(ElementKind Kind, string? TypeParameter = null)
{
    static readonly string[] Keywords =
        ["bool", "sbyte", "byte", "short", "ushort", "int", "uint", "long", "ulong", "global::System.Half", "float", "double"];

    static readonly int[] Sizes = [1, 1, 1, 2, 2, 4, 4, 8, 8, 2, 4, 8];

    /// <summary>The type <see cref="bool"/>.</summary>
    public static ElementType Boolean => new(ElementKind.Boolean);

    /// <summary>The type <see cref="int"/>.</summary>
    public static ElementType Int32 => new(ElementKind.Int32);

    /// <summary>The type as C# spells it.</summary>
    public string Name => Kind == ElementKind.Generic ? TypeParameter! : Keywords[(int)Kind];

    /// <summary>The bytes of one value; 0 when the type is left open.</summary>
    public int Size => Kind == ElementKind.Generic ? 0 : Sizes[(int)Kind];

    /// <summary>Whether the type is <see cref="bool"/>.</summary>
    public bool IsBoolean => Kind == ElementKind.Boolean;

    /// <summary>Whether the type is the kernel's type parameter.</summary>
    public bool IsGeneric => Kind == ElementKind.Generic;

    /// <summary>Whether the type is a concrete floating-point type.</summary>
    public bool IsFloating => Kind is ElementKind.Half or ElementKind.Single or ElementKind.Double;

    /// <summary>Whether the type is a concrete integer type.</summary>
    public bool IsInteger => Kind is >= ElementKind.SByte and <= ElementKind.UInt64;

    /// <summary>Whether the type is a concrete integer type without negative values.</summary>
    public bool IsUnsigned => Kind is ElementKind.Byte or ElementKind.UInt16 or ElementKind.UInt32 or ElementKind.UInt64;

    /// <summary>The type in which the kernel computes with values that are stored in this one.</summary>
    public ElementType Compute => Kind == ElementKind.Half ? new(ElementKind.Single) : this;
}
