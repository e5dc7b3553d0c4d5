using Xunit.Abstractions;

namespace TypedTensors.Ops.Tests.Conformance.NodeTests;

/// <summary>The operations give what the ONNX project's node tests ask for.</summary>
public class OnnxTests(ITestOutputHelper output)
{
    /// <summary>The number of cases that have passed before.</summary>
    const int Floor = 1_133;

    [Fact]
    public void EveryCase_PassesOrIsNamedAsNotApplicable()
    {
        var passed = new List<OnnxCase>();
        var apart = new List<(OnnxCase Case, string Reason)>();
        var failed = new List<(OnnxCase Case, string Fault)>();
        foreach (OnnxCase test in OnnxCase.All)
        {
            if (OnnxMapping.ReasonAgainst(test) is { } reason)
            {
                apart.Add((test, reason));
            }
            else if (OnnxRun.Fault(test) is { } fault)
            {
                failed.Add((test, fault));
            }
            else
            {
                passed.Add(test);
            }
        }

        output.WriteLine($"passed {passed.Count}, not applicable {apart.Count}, failed {failed.Count}, of {OnnxCase.All.Count} cases of {OnnxCase.All.Select(test => test.Operator).Distinct().Count()} operators");
        foreach (IGrouping<string, (OnnxCase Case, string Reason)> group in apart.GroupBy(item => item.Reason).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"not applicable: {group.Key}: {group.Count()} ({string.Join(", ", group.Select(item => item.Case.Operator).Distinct())})");
        }

        foreach ((OnnxCase test, string fault) in failed)
        {
            output.WriteLine($"failed: {test.Id} ({test.Operator}): {fault}");
        }

        foreach (IGrouping<string, OnnxCase> group in passed.GroupBy(test => test.Operator).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"passed: {group.Key} {group.Count()}");
        }

        Assert.True(failed.Count == 0, $"{failed.Count} cases failed, {passed.Count} passed. " + string.Join("\n", failed.Select(item => $"{item.Case.Id}: {item.Fault}")));
        Assert.True(passed.Count >= Floor, $"{passed.Count} cases pass; {Floor} did before.");
    }

    [Fact]
    public void EveryMappedOperator_IsOneOfTheCases() =>
        Assert.Empty(OnnxMapping.Operators.Except(OnnxCase.All.SelectMany(test => test.Nodes).Select(node => node.GetProperty("op").GetString()!)));
}
