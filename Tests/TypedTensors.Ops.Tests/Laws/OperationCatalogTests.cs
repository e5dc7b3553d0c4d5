using System.Reflection;
using TypedTensors.Testing.Catalog;

namespace TypedTensors.Ops.Tests.Laws;

/// <summary>The catalog holds every generated method once and says what the scalar methods say.</summary>
public class OperationCatalogTests
{
    [Fact]
    public void EveryGeneratedMethod_BelongsToOneOperation()
    {
        MethodInfo[] listed = [.. BuiltIn.Operations.SelectMany(operation => operation.Forms.Values)];
        Assert.Equal(listed.Length, listed.Distinct().Count());
        Assert.Equal(OperationCatalog.Forms(typeof(Arithmetic).Assembly).ToHashSet(), [.. listed]);
    }

    [Fact]
    public void Row_DescribesTheOperation()
    {
        Operation isClose = BuiltIn.Find("Comparison.IsClose(T, T, T, T)");
        Assert.Equal(typeof(Comparison), isClose.Container);
        Assert.Equal<IEnumerable<Dtype>>([Dtype.Half, Dtype.Single, Dtype.Double], isClose.Dtypes);
        Assert.Equal(["x", "y", "relative", "absolute"], isClose.Parameters.Select(parameter => parameter.Name));
        Assert.Equal([false, false, true, true], isClose.Parameters.Select(parameter => parameter.IsScalar));
        Assert.Equal("bool", Assert.Single(isClose.Results).ToString());
        Assert.Equal([TensorOperationForm.Method, TensorOperationForm.FreeOperands], isClose.Forms.Keys.Order());
        Assert.Contains("absolute", isClose.Formula);
    }

    [Fact]
    public void Call_TakesTensorsAndScalarsInEveryPosition()
    {
        var where = new TypedOperation<Cpu>(BuiltIn.Find("Selection.Where(bool, T, T)"), Dtype.Int32);
        Tensor<bool, Cpu> condition = new[] { true, false }.AsTensor(2);
        Tensor<int, Cpu> values = new[] { 1, 2 }.AsTensor(2);
        Assert.Equal([1, 7], ((Tensor<int, Cpu>)where.Run(condition, values, 7)[0]).ToArray());
        Assert.Equal([7, 2], ((Tensor<int, Cpu>)where.Run(condition, 7, values)[0]).ToArray());
        Assert.Equal([1, 2], ((Tensor<int, Cpu>)where.Run(true, values, 7)[0]).ToArray());
    }
}
