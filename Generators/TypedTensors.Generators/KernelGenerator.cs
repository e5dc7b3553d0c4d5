using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TypedTensors.Compiler;
using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Parsing;
using TypedTensors.Generators.Emitters;

namespace TypedTensors.Generators;

/// <summary>Turns marked scalar functions into tensor operations and vector functions, and marked classes into reductions.</summary>
/// <remarks>A faulty kernel yields nothing here: an analyzer asks the same parser for its faults and reports them in place.</remarks>
[Generator(LanguageNames.CSharp)]
public sealed class KernelGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<KernelModel> kernels = Read(context, RuntimeNames.ElementwiseAttribute, KernelKind.Elementwise, StepNames.ElementwiseKernels);
        context.RegisterSourceOutput(kernels, static (output, kernel) => Add(output, OperationEmitter.FileName(kernel), OperationEmitter.Emit(kernel)));

        IncrementalValuesProvider<KernelModel> functions = Read(context, RuntimeNames.KernelFunctionAttribute, KernelKind.Function, StepNames.KernelFunctions);
        context.RegisterSourceOutput(functions, static (output, function) => Add(output, FunctionEmitter.FileName(function), FunctionEmitter.Emit(function)));

        IncrementalValuesProvider<ReductionModel> reductions = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                RuntimeNames.ReductionAttribute,
                static (node, _) => node is ClassDeclarationSyntax,
                static (marked, cancellation) => ReductionParser.Parse((INamedTypeSymbol)marked.TargetSymbol, marked.SemanticModel.Compilation, cancellation).Model)
            .Where(static reduction => reduction is not null)
            .Select(static (reduction, _) => reduction!)
            .WithTrackingName(StepNames.Reductions);
        context.RegisterSourceOutput(reductions, static (output, reduction) => Add(output, ReductionEmitter.FileName(reduction), ReductionEmitter.Emit(reduction)));
    }

    static IncrementalValuesProvider<KernelModel> Read(IncrementalGeneratorInitializationContext context, string attribute, KernelKind kind, string step) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                attribute,
                static (node, _) => node is MethodDeclarationSyntax,
                (marked, cancellation) => KernelParser.Parse((IMethodSymbol)marked.TargetSymbol, kind, marked.SemanticModel.Compilation, cancellation).Model)
            .Where(static kernel => kernel is not null)
            .Select(static (kernel, _) => kernel!)
            .WithTrackingName(step);

    static void Add(SourceProductionContext output, string fileName, string text) =>
        output.AddSource(fileName, SourceText.From(text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)));
}
