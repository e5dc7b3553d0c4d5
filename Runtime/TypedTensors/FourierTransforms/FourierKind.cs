namespace TypedTensors.FourierTransforms;

/// <summary>What a transform goes from and to.</summary>
internal enum FourierKind
{
    /// <summary>From complex or real numbers to as many complex ones.</summary>
    Full,

    /// <summary>From real numbers to the half of their spectrum that says it all.</summary>
    ToSpectrum,

    /// <summary>From such a half back to real numbers.</summary>
    FromSpectrum,
}
