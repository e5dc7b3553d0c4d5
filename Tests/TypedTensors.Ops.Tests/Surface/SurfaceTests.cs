using TypedTensors.Testing.Snapshots;
using TypedTensors.Testing.Values;

namespace TypedTensors.Ops.Tests.Surface;

/// <summary>The laws of every operation of the array surface: layouts, dtypes, sharing, and, in a file that is looked at, what nothing, scalars, NaN and misfits give.</summary>
public class SurfaceTests
{
    [Fact]
    public void EveryOperation_HasACase() => Assert.Equal(SurfaceOperations.Names, SurfaceCase.All.Select(item => item.Name).Distinct());

    [Fact]
    public void NoLayout_ChangesAResult() => Each((item, dtype) =>
    {
        foreach (Arrangement arrangement in Enum.GetValues<Arrangement>())
        {
            Arrangement plain = arrangement is Arrangement.Broadcast or Arrangement.CloneOfBroadcast ? Arrangement.CloneOfBroadcast : Arrangement.Contiguous;
            string difference = Differences.Of(item.Run(dtype, Arranged(item, plain)), item.Run(dtype, Arranged(item, arrangement)), ulps: 0);
            Assert.True(difference.Length == 0, $"{item.Name} of {dtype}, {arrangement}: {difference}");
        }

        static Given Arranged(SurfaceCase item, Arrangement arrangement) => new(item.Description.Shapes, arrangement, item.Description.Least, item.Description.Diagonal);
    });

    [Fact]
    public void NoDtype_ChangesAResult() => Each((item, dtype) =>
    {
        // What is exact is exact in double and in long; numbers of one bit stand for those of bools.
        Dtype wide = Wide(item, dtype);
        bool isBinary = dtype == Dtype.Boolean;
        Given Numbers() => new(item.Description.Shapes, least: item.Description.Least, diagonal: item.Description.Diagonal, isBinary: isBinary);
        string difference = Differences.Of(item.Run(wide, Numbers()), item.Run(dtype, Numbers()), item.Description.Ulps, sameDtypes: false);
        Assert.True(difference.Length == 0, $"{item.Name} of {dtype} against {wide}: {difference}");
    });

    [Fact]
    public void Results_ShareMemoryAsTheySay_AndOperandsStay() => Each((item, dtype) =>
    {
        var given = new Given(item.Description.Shapes, Arrangement.GappedRows, item.Description.Least, item.Description.Diagonal);
        foreach (Tensor result in item.Run(dtype, given))
        {
            Assert.True(item.Shares == given.Operands.Any(operand => operand.SharesMemoryWith(result)), $"{item.Name} of {dtype}: a result {(item.Shares ? "is no view" : "is a view")}.");
        }

        Assert.True(given.IsUnchanged, $"{item.Name} of {dtype} writes to an operand.");
    });

    [Fact]
    public void Misfits_AreRefusedByNameAndShape() => Each((item, dtype) =>
    {
        if (item.Description.Refused is not { } refused)
        {
            return;
        }

        var given = new Given(CaseAttribute.Parse(refused), Arrangement.GappedRows);
        Exception? exception = Record.Exception(() => item.Run(dtype, given));
        Assert.True(
            exception is ShapeException or ArgumentException && exception.Message.StartsWith(item.Description.Operation + ":", StringComparison.Ordinal) && exception.Message.Contains('['),
            $"{item.Name} of {dtype}: {exception?.GetType().Name} {exception?.Message}");
        Assert.True(given.IsUnchanged, $"{item.Name} of {dtype} writes to an operand before it refuses the call.");
    });

    [Fact]
    public void WhatIsRefused_IsRefusedByItsName()
    {
        // Whoever reads it has called this operation and none of those it is made of.
        string[] unnamed = [.. SurfaceCase.All.SelectMany(item => Outcomes.Of(item)
            .Where(line => line.Contains("Exception: ", StringComparison.Ordinal) && !line.Contains($"Exception: {item.Description.Operation}: ", StringComparison.Ordinal))
            .Select(line => $"{item.Name}: {line.Trim()}"))];
        Assert.True(unnamed.Length == 0, string.Join('\n', unnamed));
    }

    [Fact]
    public async Task Outcomes_AreAsVerified() => await Snapshot.VerifyText(string.Join('\n', SurfaceCase.All.SelectMany(Outcomes.Of)) + "\n");

    static void Each(Action<SurfaceCase, Dtype> law)
    {
        var broken = new List<string>();
        foreach (SurfaceCase item in SurfaceCase.All)
        {
            foreach (Dtype dtype in item.Dtypes)
            {
                Exception? exception = Record.Exception(() => law(item, dtype));
                if (exception is not null)
                {
                    broken.Add(exception is Xunit.Sdk.XunitException ? exception.Message : $"{item.Name} of {dtype}: {exception.GetType().Name}: {exception.Message}");
                }
            }
        }

        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }

    static Dtype Wide(SurfaceCase item, Dtype dtype) => new[] { Dtypes.IsComplex(dtype) ? Dtype.ComplexDouble : Dtype.Double, Dtype.Int64, Dtype.UInt64, dtype }.First(item.Dtypes.Contains);
}
