using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TypedTensors.Compiler;
using TypedTensors.Compiler.Model;
using TypedTensors.Generators.Emitters;

namespace TypedTensors.Generators;

/// <summary>Fills the class that asks for them with the operators between dtypes, from the promotion table.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class PromotionGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ContainerModel> classes = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                RuntimeNames.PromotedOperatorsAttribute,
                static (node, _) => node is ClassDeclarationSyntax,
                static (marked, _) => new ContainerModel(
                    marked.TargetSymbol.ContainingNamespace.ToDisplayString(),
                    marked.TargetSymbol.Name,
                    marked.TargetSymbol.DeclaredAccessibility == Accessibility.Public ? "public" : "internal"))
            .WithTrackingName(StepNames.PromotedOperators);
        context.RegisterSourceOutput(classes, static (output, container) =>
        {
            foreach (ElementKind kind in Promotion.Kinds)
            {
                output.AddSource(PromotionEmitter.FileName(container, kind), SourceText.From(PromotionEmitter.Emit(container, kind), Encoding.UTF8));
            }
        });
    }
}
