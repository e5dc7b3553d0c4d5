using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Analyzers.SharedMemory.Facts;

namespace TypedTensors.Analyzers.Tests.SharedMemory.Facts;

/// <summary>The tables and attributes against what happens: each call is run on an array, and changes it or not.</summary>
public class WritingTruthTests
{
    const string Members = """
        public static class Truth
        {
            public static bool Changes()
            {
                var a = new {TYPE}[] { 6, 5, 4, 3, 2, 1 };
                {TYPE}[] before = [.. a], other = [1, 2, 3, 4, 5, 7];
                {BEFORE}
                {CALL};
                return !a.SequenceEqual(before);
            }
        }
        """;

    const string Ours = "var t = a.AsTensor(2, 3); var u = other.AsTensor(2, 3);";
    const string Theirs = "var t = System.Numerics.Tensors.Tensor.Create(a, [2, 3]); var u = System.Numerics.Tensors.Tensor.Create(other, [2, 3]);";
    const string Dense = "var t = new DenseVector(a); var u = new DenseVector(other);";

    [Theory]
    // Ours
    [InlineData("float", Ours, "t.AddInPlace(u)")]
    [InlineData("float", Ours, "t.ExpInPlace()")]
    [InlineData("float", Ours, "t += u")]
    [InlineData("float", Ours, "t *= 2f")]
    [InlineData("float", Ours, "t.CopyFrom(u)")]
    [InlineData("float", Ours, "t.Fill(2)")]
    [InlineData("float", Ours, "t[0, 0] = 9")]
    [InlineData("float", Ours, "t[0, ..] = u[1, ..]")]
    [InlineData("float", Ours, "t.Add(u)")]
    [InlineData("float", Ours, "u.CopyTo(a)")]
    [InlineData("float", Ours, "t.CopyTo(other)")]
    [InlineData("float", Ours, "u.Exp(t)")]
    [InlineData("float", Ours, "t.Exp(u)")]
    [InlineData("float", Ours, "t.Sum()")]
    // .NET
    [InlineData("float", "", "Array.Clear(a)")]
    [InlineData("float", "", "Array.Fill(a, 2f)")]
    [InlineData("float", "", "Array.Sort(a)")]
    [InlineData("float", "", "Array.Reverse(a)")]
    [InlineData("float", "", "Array.Copy(other, a, 6)")]
    [InlineData("float", "", "Array.Copy(a, other, 6)")]
    [InlineData("float", "", "Array.IndexOf(a, 5f)")]
    [InlineData("float", "", "other.CopyTo(a, 0)")]
    [InlineData("float", "", "a.CopyTo(other, 0)")]
    [InlineData("float", "", "Buffer.BlockCopy(other, 0, a, 0, 8)")]
    [InlineData("float", "", "other.AsSpan().CopyTo(a)")]
    [InlineData("float", "", "a.AsSpan().CopyTo(other)")]
    [InlineData("float", "", "MemoryExtensions.Reverse(a.AsSpan())")]
    [InlineData("float", "", "MemoryExtensions.Sort(a.AsSpan())")]
    [InlineData("float", "", "a.AsSpan().Fill(3)")]
    [InlineData("float", "", "a.AsSpan().Clear()")]
    [InlineData("float", "", "a.AsSpan().Replace(5, 9)")]
    [InlineData("byte", "", "new Random(1).NextBytes(a)")]
    [InlineData("byte", "", "Random.Shared.GetItems(other.AsSpan(), a.AsSpan())")]
    [InlineData("byte", "", "BinaryPrimitives.WriteInt32LittleEndian(a, 77)")]
    [InlineData("byte", "", "BinaryPrimitives.ReadInt32LittleEndian(a)")]
    [InlineData("byte", "", "new MemoryStream(other).ReadExactly(a)")]
    [InlineData("byte", "", "new MemoryStream(other).Read(a, 0, 6)")]
    [InlineData("byte", "", "new MemoryStream().Write(a)")]
    [InlineData("byte", "", "System.Security.Cryptography.RandomNumberGenerator.Fill(a)")]
    [InlineData("byte", "", "System.Text.Encoding.ASCII.GetBytes(\"abc\", a)")]
    // System.Numerics.Tensors
    [InlineData("float", "", "TensorPrimitives.Exp(other, a)")]
    [InlineData("float", "", "TensorPrimitives.Exp(a, other)")]
    [InlineData("float", "", "TensorPrimitives.Add(a, 1f, a)")]
    [InlineData("float", "", "TensorPrimitives.Sum<float>(a)")]
    [InlineData("float", Theirs, "System.Numerics.Tensors.Tensor.Add<float>(u, 1f, t)")]
    [InlineData("float", Theirs, "System.Numerics.Tensors.Tensor.Add<float>(t, 1f, u)")]
    [InlineData("float", Theirs, "t += 1f")]
    [InlineData("float", Theirs, "t.Fill(3)")]
    [InlineData("float", Theirs, "t.Clear()")]
    [InlineData("float", Theirs, "u.CopyTo(t)")]
    [InlineData("float", Theirs, "t.CopyTo(u)")]
    [InlineData("float", Theirs, "t[[0..1, 0..1]] = u[[1..2, 0..1]]")]
    [InlineData("float", Theirs, "u.FlattenTo(a)")]
    // MathNet
    [InlineData("double", Dense, "t.Add(u)")]
    [InlineData("double", Dense, "t.Add(u, t)")]
    [InlineData("double", Dense, "t.Multiply(2, u)")]
    [InlineData("double", Dense, "u.Multiply(2, t)")]
    [InlineData("double", Dense, "t.Clear()")]
    [InlineData("double", Dense, "t.SetValues(other)")]
    [InlineData("double", Dense, "t.MapInplace(x => x + 1)")]
    [InlineData("double", Dense, "t.Map(x => x + 1)")]
    [InlineData("double", Dense, "u.CopyTo(t)")]
    [InlineData("double", Dense, "t[0] = 9")]
    [InlineData("double", Dense, "t.Norm(2)")]
    public void Call_WritesAsTheFactsSay(string type, string before, string call)
    {
        Compilation compilation = FactSnippet.Compile(Members.Replace("{TYPE}", type).Replace("{BEFORE}", before).Replace("{CALL}", call));
        bool changes = (bool)FactSnippet.Load(compilation).GetType("Truth")!.GetMethod("Changes", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, null)!;
        IOperation operation = FactSnippet.Calls(compilation, call).First().Operation;
        MemberFacts facts = FactSnippet.Of(compilation, call);
        Assert.Equal(changes, Written(operation, facts).Any(name => name is "a" or "t"));
    }

    // The variables that stand for the operands that are written.
    static IEnumerable<string?> Written(IOperation operation, MemberFacts facts)
    {
        (IOperation? receiver, IEnumerable<IArgumentOperation> arguments) = operation switch
        {
            IInvocationOperation call => (call.Instance, call.Arguments.AsEnumerable()),
            ICompoundAssignmentOperation compound => (compound.Target, []),
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property } => (property.Instance, []),
            _ => throw new InvalidOperationException($"{operation.Kind} is no call."),
        };
        if (receiver is not null && facts.Mutates.Contains(Operand.Receiver))
        {
            yield return Variable(receiver);
        }

        foreach (IArgumentOperation argument in arguments.Where(argument => facts.Mutates.Contains(Operand.Parameter(argument.Parameter!.Ordinal))))
        {
            yield return Variable(argument.Value);
        }
    }

    static string? Variable(IOperation operation) => operation.DescendantsAndSelf().OfType<ILocalReferenceOperation>().FirstOrDefault()?.Local.Name;
}
