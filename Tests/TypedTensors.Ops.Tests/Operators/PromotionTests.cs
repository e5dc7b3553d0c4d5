using TypedTensors.Testing.Generation;
using TypedTensors.Testing.Values;

namespace TypedTensors.Ops.Tests.Operators;

/// <summary>Operators between tensors of any two dtypes give NumPy's dtype and the values of computing in it.</summary>
public class PromotionTests
{
    static readonly OperatorCase[] Existing = [.. OperatorCase.All.Where(pair => pair.Exists)], InPlace = [.. OperatorCase.All.Where(pair => pair.ExistsInPlace)];

    [DeviceFact]
    public void Operator_HasNumpysDtypeAndValues()
    {
        Type members = new MemberCompilation(Existing.SelectMany((pair, index) => (string[])
        [
            $"public static {OperatorCase.Tensor(pair.Result)} Actual{index}({pair.Parameters}) => x {pair.Symbol} y;",
            $"public static {OperatorCase.Tensor(pair.Result)} Expected{index}({pair.Parameters}) => {pair.ByHand};",
        ])).Load();
        for (int index = 0; index < Existing.Length; index++)
        {
            OperatorCase pair = Existing[index];
            object[] operands = [OperatorCase.Operand(pair.Left, 1), OperatorCase.Operand(pair.Right, 7)];
            AssertSame(pair.ToString(), pair.Result, members.GetMethod($"Expected{index}")!.Invoke(null, operands)!, members.GetMethod($"Actual{index}")!.Invoke(null, operands)!);
        }
    }

    // A compound operator that a type lacks falls back to x = x + y, which leaves the caller's tensor as it was.
    [DeviceFact]
    public void CompoundOperator_WritesTheCallersTensor()
    {
        Type members = new MemberCompilation(InPlace.SelectMany((pair, index) => (string[])
        [
            $"public static void Actual{index}({pair.Parameters}) {{ x {pair.Symbol}= y; }}",
            $"public static {OperatorCase.Tensor(pair.Left)} Expected{index}({pair.Parameters}) => {pair.ByHand}.Cast<{Dtypes.NameOf(pair.Left)}>();",
        ])).Load();
        for (int index = 0; index < InPlace.Length; index++)
        {
            OperatorCase pair = InPlace[index];
            object[] operands = [OperatorCase.Operand(pair.Left, 1), OperatorCase.Operand(pair.Right, 7)];
            object expected = members.GetMethod($"Expected{index}")!.Invoke(null, operands)!;
            members.GetMethod($"Actual{index}")!.Invoke(null, operands);
            AssertSame($"{pair} in place", pair.Left, expected, operands[0]);
        }
    }

    [DeviceFact]
    public void WhatNumpyRefuses_DoesNotCompile()
    {
        OperatorCase[] refused = [.. OperatorCase.All.Where(pair => !pair.Exists)];
        OperatorCase[] refusedInPlace = [.. OperatorCase.All.Where(pair => pair.Result != Dtype.Boolean && !pair.ExistsInPlace)];
        string[] members =
        [
            .. refused.Select((pair, index) => $"static object Refused{index}({pair.Parameters}) => x {pair.Symbol} y;"),
            .. refusedInPlace.Select((pair, index) => $"static void RefusedInPlace{index}({pair.Parameters}) {{ x {pair.Symbol}= y; }}"),
        ];
        ILookup<int, string> errors = new MemberCompilation(members).Errors;
        Assert.Equal([], members.Where((_, index) => !errors.Contains(index)));
        Assert.NotEmpty(members);
    }

    static void AssertSame(string what, Dtype dtype, object expected, object actual)
    {
        Array wanted = Elements<Device>.Of(dtype).ToArray((Tensor)expected), got = Elements<Device>.Of(dtype).ToArray((Tensor)actual);
        int index = Bits.FirstDifference(wanted, 0, got);
        Assert.True(index < 0, index < 0 ? "" : $"{what}, element {index}: expected {Bits.Show(wanted, index)}, got {Bits.Show(got, index)}");
    }
}
