namespace TypedTensors.MatrixProducts;

/// <summary>What products of matrices ask of a vector register with elements of one dtype. Memory is addressed in bytes, so that the loops need not know the dtype.</summary>
/// <typeparam name="TVector">The register.</typeparam>
internal unsafe interface IProductLanes<TVector>
    where TVector : struct
{
    /// <summary>The bytes of a register.</summary>
    static abstract int Bytes { get; }

    /// <summary>The bytes of an element.</summary>
    static abstract int ElementBytes { get; }

    /// <summary>The most rows of a tile, two registers wide, whose sums stay in registers beside two registers of the right factor and one of the left.</summary>
    static abstract int TileRows { get; }

    /// <summary>Zero in every lane.</summary>
    static abstract TVector Zero { get; }

    /// <summary>Neighbours in memory.</summary>
    static abstract TVector Load(byte* source);

    /// <summary>One element in every lane.</summary>
    static abstract TVector Broadcast(byte* source);

    /// <summary>x * y + sum, for float and double rounded once.</summary>
    static abstract TVector MultiplyAdd(TVector x, TVector y, TVector sum);

    /// <summary>x + y.</summary>
    static abstract TVector Add(TVector x, TVector y);

    /// <summary>Writes neighbours.</summary>
    static abstract void Store(TVector vector, byte* destination);

    /// <summary>Adds to an element the product of two others, as a lane of <see cref="MultiplyAdd"/> does.</summary>
    static abstract void MultiplyAddElement(byte* x, byte* y, byte* sum);

    /// <summary>Adds an element to another.</summary>
    static abstract void AddElement(byte* x, byte* sum);
}
