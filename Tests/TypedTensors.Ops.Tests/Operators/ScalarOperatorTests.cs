using TypedTensors.Testing.Generation;
using TypedTensors.Testing.Values;

namespace TypedTensors.Ops.Tests.Operators;

/// <summary>A scalar takes the tensor's dtype unless it is of a higher kind; so NumPy and PyTorch have it for Python's numbers.</summary>
public class ScalarOperatorTests
{
    [Theory]
    [InlineData("float", "x * 0.1", "float")]
    [InlineData("float", "0.1 * x", "float")]
    [InlineData("float", "x + 1", "float")]
    [InlineData("float", "x / 2", "float")]
    [InlineData("double", "x * 0.1f", "double")]
    [InlineData("double", "x - 1", "double")]
    [InlineData("Half", "x * 2", "Half")]
    [InlineData("Half", "x * 0.5", "Half")]
    [InlineData("Half", "x * 0.5f", "Half")]
    [InlineData("int", "x * 2", "int")]
    [InlineData("int", "x * 2.5", "double")]
    [InlineData("int", "2.5 - x", "double")]
    [InlineData("int", "x / 2", "double")]
    [InlineData("int", "x % 2", "int")]
    [InlineData("int", "x < 2", "bool")]
    [InlineData("int", "x & 2", "int")]
    [InlineData("int", "x * 2L", "int")]
    [InlineData("int", "x < 2L", "bool")]
    [InlineData("long", "x * 2", "long")]
    [InlineData("byte", "x * 2", "byte")]
    [InlineData("byte", "2 * x", "byte")]
    [InlineData("byte", "x + 2", "byte")]
    [InlineData("byte", "x / 2", "double")]
    [InlineData("byte", "x < 2", "bool")]
    [InlineData("byte", "x & 2", "byte")]
    [InlineData("sbyte", "x * 2", "sbyte")]
    [InlineData("short", "x * 2", "short")]
    [InlineData("ushort", "x * 2", "ushort")]
    [InlineData("uint", "x * 2u", "uint")]
    [InlineData("uint", "x * 2", "uint")]
    [InlineData("ulong", "x * 2", "ulong")]
    public void Expression_HasTheDtype(string tensor, string expression, string result)
    {
        var members = new MemberCompilation([$"public static Tensor<{result}, {typeof(Device).Name}> Result(Tensor<{tensor}, {typeof(Device).Name}> x) => {expression};"]);
        Assert.Empty(members.Errors.SelectMany(errors => errors));
    }

    [DeviceFact]
    public void IntegerThatTheDtypeDoesNotHold_ThrowsButCompares()
    {
        Tensor<byte, Device> bytes = new byte[] { 1, 200 }.AsTensor(2).To<Device>();
        Assert.Throws<OverflowException>(() => bytes * 300);
        Assert.Throws<OverflowException>(() => bytes + -1);
        Assert.Throws<OverflowException>(() => bytes += 256);
        Assert.Equal([1, 200], bytes.ToArray());
        Assert.Equal([true, true], (bytes < 300).ToArray());
        Assert.Equal([true, true], (-1 < bytes).ToArray());
    }

    [DeviceFact]
    public void CompoundOperatorWithAScalar_WritesTheCallersTensor()
    {
        (string Scalar, Dtype[] Dtypes)[] scalars =
        [
            ("2", [.. DtypeDispatch.Real.Where(dtype => dtype != Dtype.Boolean)]),
            ("2.0", [Dtype.Half, Dtype.Single, Dtype.Double]),
            ("2f", [Dtype.Half, Dtype.Single, Dtype.Double]),
        ];
        (string Symbol, Dtype Dtype, string Scalar)[] cases =
        [
            .. from scalar in scalars
               from dtype in scalar.Dtypes
               from symbol in dtype >= Dtype.Half ? (string[])["+", "-", "*", "/", "%"] : ["+", "-", "*", "%", "&", "|", "^", "<<", ">>"]
               select (symbol, dtype, scalar.Scalar),
        ];
        Type members = new MemberCompilation(cases.SelectMany((item, index) => (string[])
        [
            $"public static void Actual{index}({OperatorCase.Tensor(item.Dtype)} x) {{ x {item.Symbol}= {item.Scalar}; }}",
            $"public static {OperatorCase.Tensor(item.Dtype)} Expected{index}({OperatorCase.Tensor(item.Dtype)} x) => x {item.Symbol} {item.Scalar};",
        ])).Load();
        List<string> broken = [];
        for (int index = 0; index < cases.Length; index++)
        {
            Tensor x = OperatorCase.Operand(cases[index].Dtype, 1);
            var elements = Elements<Device>.Of(cases[index].Dtype);
            Array expected = elements.ToArray((Tensor)members.GetMethod($"Expected{index}")!.Invoke(null, [x])!);
            members.GetMethod($"Actual{index}")!.Invoke(null, [x]);
            if (Bits.FirstDifference(expected, 0, elements.ToArray(x)) >= 0)
            {
                broken.Add($"{Dtypes.NameOf(cases[index].Dtype)} {cases[index].Symbol}= {cases[index].Scalar}");
            }
        }

        Assert.Equal([], broken);
    }
}
