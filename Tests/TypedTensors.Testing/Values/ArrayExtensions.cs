namespace TypedTensors.Testing.Values;

/// <summary>Arrays whose element type is known only as a value.</summary>
public static class ArrayExtensions
{
    /// <summary>An array of the same type and length, all zero.</summary>
    public static Array Blank(this Array array) => Array.CreateInstance(array.GetType().GetElementType()!, array.Length);
}
