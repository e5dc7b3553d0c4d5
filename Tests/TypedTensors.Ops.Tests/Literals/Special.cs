namespace TypedTensors.Ops.Tests;

/// <summary>The special values by short names, for tables of literals; as constants of float they also stand for those of double.</summary>
static class Special
{
    public const float NaN = float.NaN;
    public const float Inf = float.PositiveInfinity;
}
