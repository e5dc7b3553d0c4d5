using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TypedTensors.Compiler;
using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Parsing;
using TypedTensors.Generators.Emitters;

namespace TypedTensors.Generators;

/// <summary>Turns methods marked as kernels over an index space into methods on tensors.</summary>
/// <remarks>A faulty kernel yields nothing here: an analyzer asks the same parser for its faults and reports them in place.</remarks>
[Generator(LanguageNames.CSharp)]
public sealed class ComputeGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ComputeModel> kernels = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                RuntimeNames.KernelAttribute,
                static (node, _) => node is MethodDeclarationSyntax,
                static (marked, cancellation) => ComputeParser.Parse((IMethodSymbol)marked.TargetSymbol, marked.SemanticModel.Compilation, cancellation).Model)
            .Where(static kernel => kernel is not null)
            .Select(static (kernel, _) => kernel!)
            .WithTrackingName(StepNames.ComputeKernels);
        context.RegisterSourceOutput(kernels, static (output, kernel) => output.AddSource(
            ComputeEmitter.FileName(kernel), SourceText.From(ComputeEmitter.Emit(kernel), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))));
    }
}
