using Microsoft.CodeAnalysis;
using TypedTensors.Analyzers.SharedMemory;
using TypedTensors.Analyzers.Tests.House;
using TypedTensors.Testing.Analyzers;
using TypedTensors.Testing.Generation;
using Xunit.Abstractions;

namespace TypedTensors.Analyzers.Tests.SharedMemory;

/// <summary>Only a body that shares memory, and in which something may be wrong, pays for the analysis. The ratios are printed; that of the operations <see cref="CostTests"/> prints.</summary>
[Trait("Category", "Cost")]
[Collection(nameof(CostTests))]
public class SharingCostTests(ITestOutputHelper output)
{
    [Fact]
    public async Task ProjectWithoutShareSites_PaysLittle()
    {
        Compilation compilation = RepositoryProject.Sources("Generators/TypedTensors.Compiler");
        Assert.InRange(await Ratio(compilation), 0, 0.05);
    }

    [Fact]
    public async Task ProjectFullOfShareSites_PaysLittle() => Assert.InRange(await Ratio(Views("")), 0, 0.15);

    // Every method writes what it has views of, so that the screen lets each of them pass: no project is like that. What the analysis itself costs is printed, and stays below what the compiler takes.
    [Fact]
    public async Task ProjectWhereEveryBodyIsAnalysed_PaysLessThanTheCompiler() => Assert.InRange(await Ratio(Views("pixels[0] = 0;")), 0, 1);

    static Compilation Views(string write)
    {
        IEnumerable<string> methods = Enumerable.Range(0, 600).Select(number => $$"""
                public float Step{{number}}(float[] pixels, int count)
                {
                    Tensor<float, Cpu> image = pixels.AsTensor(-1, 3), turned = image.Transpose();
                    float total = 0;
                    for (int row = 0; row < count; row++)
                    {
                        using Tensor<float, Cpu> line = image[row, ..];
                        if (line.Shape[0] > {{number}})
                        {
                            total += line.Sum().Item() / MathF.Max(1, pixels[row]);
                        }
                        else
                        {
                            Span<float> span = line.AsSpan();
                            foreach (float x in span)
                            {
                                total -= x * {{number}};
                            }
                        }
                    }

                    total += turned.Mean().Item();
                    {{write}}
                    return total;
                }

            """);
        return SourceCompilation.Create("public class Pixels\n{\n" + string.Concat(methods) + "}\n");
    }

    async Task<double> Ratio(Compilation compilation)
    {
        var rules = new SharedMemoryAnalyzer();
        AnalyzerCost cost = await AnalyzerCost.Measure(compilation, rules);
        TimeSpan spent = cost.Analyzers[rules];
        output.WriteLine($"compiler {cost.Compiler.TotalMilliseconds:F0} ms, shared-memory rules {spent.TotalMilliseconds:F0} ms, ratio {spent / cost.Compiler:F3}");
        return spent / cost.Compiler;
    }
}
