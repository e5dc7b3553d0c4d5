using TypedTensors.Testing;
using TypedTensors.Testing.Snapshots;

namespace TypedTensors.Ops.Tests;

/// <summary>What users can name is a snapshot: a change of it is looked at.</summary>
public sealed class PublicSurfaceTests
{
    [Fact]
    public async Task OfTheRuntime_IsAsVerified() => await Snapshot.VerifyText(PublicSurface.Of(typeof(Tensor).Assembly));

    [Fact]
    public async Task OfTheOperations_IsAsVerified() => await Snapshot.VerifyText(PublicSurface.Of(typeof(Arithmetic).Assembly, "PromotedOperators"));
}
