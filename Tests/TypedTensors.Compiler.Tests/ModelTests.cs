using System.Reflection;
using TypedTensors.Compiler.Model;
using TypedTensors.Testing.Generation;

namespace TypedTensors.Compiler.Tests;

/// <summary>Models compare by value and hold nothing of Roslyn, or incremental generation would not be.</summary>
public class ModelTests
{
    [Fact]
    public void SameText_GivesEqualModels()
    {
        const string Source = "static float F(float x) { float y = 0; for (int i = 0; i < 3; i++) { y += x; if (y > 2) break; } return y; }";
        Assert.Equal(KernelSource.Model(Source), KernelSource.Model(Source));
        Assert.Equal(KernelSource.Model(Source).GetHashCode(), KernelSource.Model(Source).GetHashCode());
    }

    [Fact]
    public void OtherConstant_GivesAnotherModel() =>
        Assert.NotEqual(KernelSource.Model("static float F(float x) => x * 2;"), KernelSource.Model("static float F(float x) => x * 3;"));

    [Fact]
    public void NoModel_HoldsARoslynObject()
    {
        var seen = new HashSet<Type>();
        var pending = new Queue<Type>([.. typeof(KernelModel).Assembly.GetTypes().Where(type => type.Namespace == typeof(KernelModel).Namespace)]);
        while (pending.TryDequeue(out Type? type))
        {
            if (!seen.Add(type))
            {
                continue;
            }

            Assert.False(type.FullName?.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) == true, type.FullName);
            foreach (Type argument in type.GetGenericArguments())
            {
                pending.Enqueue(argument);
            }

            if (type.Assembly == typeof(KernelModel).Assembly)
            {
                foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public))
                {
                    pending.Enqueue(field.FieldType);
                }
            }
        }
    }
}
