using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace TypedTensors.Testing.Analyzers;

/// <summary>Tests of a fix: what it makes of a file must be as given, must compile, and must leave no report.</summary>
/// <typeparam name="TAnalyzer">The analyzer that reports.</typeparam>
/// <typeparam name="TFix">The fix.</typeparam>
public static class FixTest<TAnalyzer, TFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    // Rules that are off by default are asked for.
    static readonly string? Asked = string.Join("\n", new TAnalyzer().SupportedDiagnostics.Where(rule => !rule.IsEnabledByDefault).Select(rule => $"dotnet_diagnostic.{rule.Id}.severity = warning")) is { Length: > 0 } lines ? lines : null;

    /// <summary>Checks the reports of a file, the fix of its first report after the other, and the fix of all at once.</summary>
    /// <param name="marked">The file, with marks.</param>
    /// <param name="expected">The file when all has been mended.</param>
    /// <param name="choice">Which of the fixes offered is taken: 0 is the first.</param>
    public static async Task Verify(string marked, string expected, int choice = 0)
    {
        await RuleTest<TAnalyzer>.Verify(marked, editorConfig: Asked);
        string source = Markup.Parse(marked).Text;
        Assert.Equal([expected], await OneByOne([source], choice));
        Assert.Equal([expected], await AllAtOnce([source], choice, FixAllScope.Document));
    }

    /// <summary>Checks that a file has reports as marked, for which no fix is offered.</summary>
    /// <param name="marked">The file, with marks.</param>
    public static async Task VerifyNoFix(string marked)
    {
        await RuleTest<TAnalyzer>.Verify(marked, editorConfig: Asked);
        Project project = RuleProject.Create([Markup.Parse(marked).Text], Asked);
        Assert.All(await Reports(project), report => Assert.Empty(Actions(project, report)));
    }

    /// <summary>Checks a fix that changes what is computed: it mends its own report, and fixing all at once leaves the file as it is.</summary>
    /// <param name="marked">The file, with marks.</param>
    /// <param name="expected">The file when all has been mended, one report after the other.</param>
    public static async Task VerifySingle(string marked, string expected)
    {
        await RuleTest<TAnalyzer>.Verify(marked, editorConfig: Asked);
        string source = Markup.Parse(marked).Text;
        Assert.Equal([expected], await OneByOne([source], 0));
        await VerifyAllTogether(source, source);
    }

    /// <summary>Checks what fixing all at once makes of a file, in which reports may remain.</summary>
    /// <param name="source">The file.</param>
    /// <param name="expected">The file afterwards.</param>
    public static async Task VerifyAllTogether(string source, string expected)
    {
        Project mended = await MendedAtOnce([source], 0, FixAllScope.Project);
        Assert.Empty(RuleProject.Errors((await mended.GetCompilationAsync())!));
        Assert.Equal([expected], await TextOf(mended).ToListAsync());
    }

    /// <summary>Checks that fixing a whole project at once gives what fixing its files one by one does.</summary>
    /// <param name="sources">The files.</param>
    public static async Task VerifyProject(params string[] sources) =>
        Assert.Equal(await OneByOne(sources, 0), await AllAtOnce(sources, 0, FixAllScope.Project));

    static async Task<IEnumerable<string>> OneByOne(string[] sources, int choice)
    {
        Project project = RuleProject.Create(sources, Asked);
        for (ImmutableArray<Diagnostic> reports = await Reports(project); reports.Length > 0;)
        {
            Project mended = await Apply(project, Actions(project, reports[0])[choice]);
            ImmutableArray<Diagnostic> left = await Reports(mended);
            Assert.True(left.Length < reports.Length, $"The fix of '{reports[0]}' has left as many reports:\n{await TextOf(mended).FirstAsync()}");
            (project, reports) = (mended, left);
        }

        return await Check(project);
    }

    static async Task<IEnumerable<string>> AllAtOnce(string[] sources, int choice, FixAllScope scope) => await Check(await MendedAtOnce(sources, choice, scope));

    static async Task<Project> MendedAtOnce(string[] sources, int choice, FixAllScope scope)
    {
        Project project = RuleProject.Create(sources, Asked);
        ImmutableArray<Diagnostic> reports = await Reports(project);
        Document document = project.Solution.GetDocument(reports[0].Location.SourceTree)!;
        CodeAction action = Actions(project, reports[0])[choice];
        var fix = new TFix();
        var context = new FixAllContext(
            document, fix, scope, action.EquivalenceKey!, reports.Select(report => report.Id).Distinct(), new ReportsOfProject(Reports), default);
        return await fix.GetFixAllProvider()!.GetFixAsync(context) is { } all ? await Apply(project, all) : project;
    }

    static async Task<ImmutableArray<Diagnostic>> Reports(Project project) =>
        await AnalyzerRun.Reports((await project.GetCompilationAsync())!, project.AnalyzerOptions, new TAnalyzer());

    static List<CodeAction> Actions(Project project, Diagnostic report)
    {
        List<CodeAction> actions = [];
        var context = new CodeFixContext(project.Solution.GetDocument(report.Location.SourceTree)!, report, (action, _) => actions.Add(action), default);
        new TFix().RegisterCodeFixesAsync(context).GetAwaiter().GetResult();
        return actions;
    }

    static async Task<Project> Apply(Project project, CodeAction action)
    {
        ApplyChangesOperation changes = Assert.IsType<ApplyChangesOperation>(Assert.Single(await action.GetOperationsAsync(default)));
        return changes.ChangedSolution.GetProject(project.Id)!;
    }

    static async Task<IEnumerable<string>> Check(Project project)
    {
        Assert.Empty(RuleProject.Errors((await project.GetCompilationAsync())!));
        Assert.Empty(await Reports(project));
        return await TextOf(project).ToListAsync();
    }

    static async IAsyncEnumerable<string> TextOf(Project project)
    {
        foreach (Document document in project.Documents.Where(document => document.Name.StartsWith("Source", StringComparison.Ordinal)))
        {
            yield return (await document.GetTextAsync()).ToString();
        }
    }

    sealed class ReportsOfProject(Func<Project, Task<ImmutableArray<Diagnostic>>> reports) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => await reports(project);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            (await reports(document.Project)).Where(report => document.Project.Solution.GetDocument(report.Location.SourceTree)?.Id == document.Id);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}
