using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Analyzers.SharedMemory.Flow;
using TypedTensors.Testing.Generation;

namespace TypedTensors.Analyzers.Tests.SharedMemory.Flow;

/// <summary>A body whose ways are those of a C# text, and whose steps are given one by one: a call <c>A();</c> in the text stands for the step of that name. So the flow is tested without the lowering.</summary>
sealed class FlowBody
{
    readonly Dictionary<string, Step> _steps;

    FlowBody(Body body, Dictionary<string, Step> steps)
    {
        _steps = steps;
        Graph = FlowGraph.Of(body)!;
    }

    /// <summary>The ways through it.</summary>
    public FlowGraph Graph { get; }

    /// <summary>Something to say where a step is.</summary>
    public static SyntaxNode Syntax { get; } = SyntaxFactory.ParseExpression("x");

    /// <summary>Makes a body.</summary>
    /// <param name="text">Statements that may use <c>flag</c> and call the steps.</param>
    /// <param name="steps">The steps by name.</param>
    public static FlowBody Of(string text, Dictionary<string, Step> steps)
    {
        string declared = string.Concat(steps.Keys.Select(name => $"static void {name}() {{ }} "));
        CSharpCompilation compilation = SourceCompilation.Create($"class C {{ {declared} static void M(bool flag) {{ {text} }} }}");
        Assert.DoesNotContain(compilation.GetDiagnostics(), report => report.Severity == DiagnosticSeverity.Error);
        SyntaxTree tree = compilation.SyntaxTrees[0];
        MethodDeclarationSyntax method = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single(declaration => declaration.Identifier.Text == "M");
        ControlFlowGraph graph = ControlFlowGraph.Create(method, compilation.GetSemanticModel(tree))!;
        var body = new Body(null, graph);
        foreach (BasicBlock block in graph.Blocks)
        {
            body.Steps[block.Ordinal] =
                [.. block.Operations.SelectMany(operation => operation.DescendantsAndSelf()).OfType<IInvocationOperation>().Select(call => steps[call.TargetMethod.Name])];
        }

        return new FlowBody(body, steps);
    }

    /// <summary>What is known before a step, on each of the ways that lead to it.</summary>
    public IReadOnlyList<FlowState> Before(string name, ForwardPass pass, FlowState begin)
    {
        Assert.True(pass.Run(Graph, begin));
        List<FlowState> states = [];
        foreach (Place place in Places(name).Where(place => place.Entry is not null))
        {
            FlowState state = place.Entry!.Copy();
            foreach (Step step in place.Steps.TakeWhile(step => step != _steps[name]))
            {
                pass.Apply(step, state);
            }

            states.Add(state);
        }

        return states;
    }

    /// <summary>The places at which a step is.</summary>
    public IEnumerable<Place> Places(string name) => Graph.Places.Where(place => place.Steps.Contains(_steps[name]));

    /// <summary>The handles that are read after a step.</summary>
    public Bits LiveAfter(string name)
    {
        LivePass.Run(Graph);
        Place place = Places(name).Single();
        return LivePass.AfterEach(place)[place.Steps.IndexOf(_steps[name])];
    }
}
