using Microsoft.CodeAnalysis;

namespace TypedTensors.Analyzers.SharedMemory.Lowering;

/// <summary>What the collections of .NET do with what they hold.</summary>
static class Collections
{
    /// <summary>Whether a type is a collection of .NET.</summary>
    public static bool Is(ITypeSymbol? type)
    {
        for (INamespaceSymbol? name = type?.ContainingNamespace; name is { IsGlobalNamespace: false }; name = name.ContainingNamespace)
        {
            if (name is { Name: "Collections", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a method puts its arguments into the collection.</summary>
    public static bool Adds(IMethodSymbol method) =>
        method.Name is "Add" or "Insert" or "Enqueue" or "Push" or "AddLast" or "AddFirst" or "TryAdd" or "AddRange" or "set_Item";

    /// <summary>Whether a method takes something out, and whether nothing is known of what remains; null where it does neither.</summary>
    public static bool? Takes(IMethodSymbol method) => method.Name switch
    {
        "Dequeue" or "Pop" or "Clear" or "Remove" or "RemoveAt" or "RemoveRange" or "RemoveAll" or "TryDequeue" or "TryPop" or "RemoveFirst" or "RemoveLast" => true,
        "GetEnumerator" or "get_Current" or "Peek" or "get_Item" or "get_Values" => false,
        _ => null,
    };

    /// <summary>Whether an accessor says nothing of the elements.</summary>
    public static bool IsShape(string property) => 
        property is "Count" or "Length" or "Capacity" or "IsEmpty" or "LongLength" or "Rank" or "Keys" or "Shape" or "Strides" or "Lengths" or "FlattenedLength" or "Dtype" or "DeviceName"
            or "IsContiguous" or "IsDense" or "IsView" or "IsReadOnly" or "IsDisposed" or "HasValue" or "IsEntire" or "RowCount" or "ColumnCount" or "ElementType" or "Dimensions";
}
