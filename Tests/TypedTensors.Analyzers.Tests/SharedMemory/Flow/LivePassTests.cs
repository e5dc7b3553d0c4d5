using TypedTensors.Analyzers.SharedMemory.Flow;

namespace TypedTensors.Analyzers.Tests.SharedMemory.Flow;

public class LivePassTests
{
    readonly Handle _array, _view;
    readonly Dictionary<string, Step> _steps;

    public LivePassTests()
    {
        var handles = new HandleTable();
        _array = handles.Temporary(FlowBody.Syntax);
        _view = handles.Temporary(FlowBody.Syntax);
        var site = new Link(LinkKind.Share, FlowBody.Syntax, true, true, Extent.Whole);
        _steps = new Dictionary<string, Step>
        {
            ["Here"] = new ForgetStep(FlowBody.Syntax),
            ["Share"] = new AssignStep(FlowBody.Syntax, _view, Value.Of(_array).Through(site), Adds: false),
            ["Drop"] = new AssignStep(FlowBody.Syntax, _view, Value.None, Adds: false),
            ["Look"] = new ReadStep(FlowBody.Syntax, Value.Of(_view)),
            ["Overwrite"] = new WriteStep(FlowBody.Syntax, Value.Of(_view), []) { IsStore = true },
            ["Update"] = new WriteStep(FlowBody.Syntax, Value.Of(_view), []),
        };
    }

    [Theory]
    [InlineData("Here(); Look();", true)]
    [InlineData("Look(); Here();", false)]
    [InlineData("Here(); Drop(); Look();", false)]
    [InlineData("Here(); if (flag) { Drop(); } Look();", true)]
    [InlineData("Here(); if (flag) { return; } Look();", true)]
    [InlineData("while (flag) { Look(); Here(); }", true)]
    [InlineData("while (flag) { Drop(); Look(); Here(); }", false)]
    [InlineData("Here(); Overwrite(); Look();", false)]
    [InlineData("Here(); Update();", true)]
    [InlineData("try { Here(); } catch { Look(); }", false)]
    [InlineData("try { Here(); } finally { Look(); }", true)]
    public void View_IsLiveWhereItIsReadLater(string text, bool live) => Assert.Equal(live, FlowBody.Of(text, _steps).LiveAfter("Here").Contains(_view.Id));

    [Theory]
    [InlineData("Here(); Share(); Look();", true)]
    [InlineData("Here(); Share();", false)]
    [InlineData("Here(); Share(); Drop(); Look();", false)]
    public void Source_IsLiveWhereItsViewIs(string text, bool live) => Assert.Equal(live, FlowBody.Of(text, _steps).LiveAfter("Here").Contains(_array.Id));
}
