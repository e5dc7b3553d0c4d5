namespace TypedTensors.FourierTransforms;

/// <summary>A vector whose lanes belong to transforms that are computed side by side, so that one loop serves every width and both floating types.</summary>
/// <remarks>A lane sees the same operations in the same order whatever the width, and multiply-add is fused everywhere: results do not depend on the machine's vectors.</remarks>
/// <typeparam name="TSelf">The vector.</typeparam>
/// <typeparam name="T">Its elements.</typeparam>
internal unsafe interface ILanes<TSelf, T>
    where TSelf : unmanaged, ILanes<TSelf, T>
    where T : unmanaged
{
    static abstract int Count { get; }

    static abstract TSelf Load(T* source);

    static abstract void Store(TSelf value, T* destination);

    static abstract TSelf Broadcast(T value);

    /// <summary>The product of two plus a third, rounded once.</summary>
    static abstract TSelf MultiplyAdd(TSelf x, TSelf y, TSelf addend);

    /// <summary>Parts complex numbers that lie one after the other into real and imaginary parts.</summary>
    static abstract void Split(TSelf first, TSelf second, out TSelf real, out TSelf imaginary);

    /// <summary>Puts parts together to complex numbers that lie one after the other.</summary>
    static abstract void Join(TSelf real, TSelf imaginary, out TSelf first, out TSelf second);

    static abstract TSelf operator +(TSelf x, TSelf y);

    static abstract TSelf operator -(TSelf x, TSelf y);

    static abstract TSelf operator *(TSelf x, TSelf y);

    static abstract TSelf operator -(TSelf x);
}
