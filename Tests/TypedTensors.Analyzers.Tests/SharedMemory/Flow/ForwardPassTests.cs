using TypedTensors.Analyzers.SharedMemory.Flow;

namespace TypedTensors.Analyzers.Tests.SharedMemory.Flow;

public class ForwardPassTests
{
    readonly HandleTable _handles = new();
    readonly NodeTable _nodes = new();
    readonly Handle _array, _view, _other;
    readonly Origin _made = new(OriginKind.Made, FlowBody.Syntax), _second = new(OriginKind.Made, FlowBody.Syntax);
    readonly Link _site = new(LinkKind.Share, FlowBody.Syntax, true, true, Extent.Whole);
    readonly ForwardPass _pass;
    readonly Dictionary<string, Step> _steps;

    public ForwardPassTests()
    {
        _array = _handles.Temporary(FlowBody.Syntax);
        _view = _handles.Temporary(FlowBody.Syntax);
        _other = _handles.Temporary(FlowBody.Syntax);
        _pass = new ForwardPass(_handles, _nodes);
        _steps = new Dictionary<string, Step>
        {
            ["Make"] = Assign(_array, Value.Of(_made)),
            ["MakeOther"] = Assign(_other, Value.Of(_second)),
            ["Share"] = Assign(_view, Value.Of(_array).Through(_site)),
            ["ShareOther"] = Assign(_view, Value.Of(_other).Through(_site)),
            ["ShareOn"] = Assign(_view, Value.Of(_view).Through(_site)),
            ["Copy"] = Assign(_view, Value.Of(_second)),
            ["Back"] = new GiveBackStep(FlowBody.Syntax, Value.Of(_array)),
            ["Look"] = new ReadStep(FlowBody.Syntax, Value.Of(_view)),
        };
    }

    [Fact]
    public void View_LeadsToTheMemoryOfItsSource()
    {
        FlowState state = Assert.Single(Before("Make(); Share(); Look();"));
        Node view = Assert.Single(_nodes.In(state[_view])), array = Assert.Single(_nodes.In(state[_array]));
        Assert.Same(array, view.Root);
        Assert.Same(_site, view.Link);
    }

    [Fact]
    public void Copy_BreaksTheLink()
    {
        FlowState state = Assert.Single(Before("Make(); Share(); Copy(); Look();"));
        Assert.Same(_second, Assert.Single(_nodes.In(state[_view])).Origin);
    }

    [Fact]
    public void WhatIsSaidOnTwoWays_MayBothBe()
    {
        FlowState state = Assert.Single(Before("Make(); MakeOther(); if (flag) { Share(); } else { ShareOther(); } Look();"));
        Assert.Equal(new HashSet<Origin> { _made, _second }, _nodes.In(state[_view]).Select(node => node.Origin).ToHashSet());
    }

    [Fact]
    public void ViewCarriedRoundALoop_StaysItself()
    {
        FlowState state = Assert.Single(Before("Make(); Share(); while (flag) { ShareOn(); } Look();"));
        Assert.Equal(1, Assert.Single(_nodes.In(state[_view])).Depth);
    }

    // Each time round the array is another: the view of the last one does not lead to it.
    [Fact]
    public void ArrayMadeAnewInALoop_IsNotTheOneThatWasShared()
    {
        Before("while (flag) { Make(); Look(); Share(); }");
        Assert.True(Before("while (flag) { Make(); Look(); Share(); }")[0][_view].IsEmpty);
    }

    [Theory]
    [InlineData("Make(); Back(); Look();", true)]
    [InlineData("Make(); if (flag) { Back(); } Look();", false)]
    [InlineData("Make(); if (flag) { Back(); } else { Back(); } Look();", true)]
    [InlineData("Make(); try { Share(); } finally { Back(); } Look();", true)]
    [InlineData("Make(); try { Share(); } catch { Back(); } Look();", false)]
    [InlineData("Make(); try { if (flag) { return; } } finally { Back(); } Make(); Look();", false)]
    public void Memory_IsGoneWhereItWasGivenBackOnEveryWay(string text, bool gone)
    {
        FlowState state = Assert.Single(Before(text));
        Assert.Equal(gone, state.GivenBack.Contains(_nodes.Of(_made).Id));
    }

    static AssignStep Assign(Handle target, Value value) => new(FlowBody.Syntax, target, value, Adds: false);

    IReadOnlyList<FlowState> Before(string text) => FlowBody.Of(text, _steps).Before("Look", _pass, _pass.Begin());
}
