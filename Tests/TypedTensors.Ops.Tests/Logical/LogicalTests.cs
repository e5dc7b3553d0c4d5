namespace TypedTensors.Ops.Tests;

/// <summary>Logic on bool: the truth tables.</summary>
public class LogicalTests
{
    [DeviceFact]
    public void LogicalAnd_IsTrueForTwoTrue() =>
        Check.Binary<bool>((x, y) => x.LogicalAnd(y), 0,
            (false, false, false), (false, true, false), (true, false, false), (true, true, true));

    [DeviceFact]
    public void LogicalOr_IsFalseForTwoFalse() =>
        Check.Binary<bool>((x, y) => x.LogicalOr(y), 0,
            (false, false, false), (false, true, true), (true, false, true), (true, true, true));

    [DeviceFact]
    public void LogicalXor_IsTrueWhereTheyDiffer() =>
        Check.Binary<bool>((x, y) => x.LogicalXor(y), 0,
            (false, false, false), (false, true, true), (true, false, true), (true, true, false));

    [DeviceFact]
    public void LogicalNot_TurnsEach() =>
        Check.Unary<bool>(x => x.LogicalNot(), 0, (false, true), (true, false));
}
