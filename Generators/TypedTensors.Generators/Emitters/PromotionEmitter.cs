using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Text;

namespace TypedTensors.Generators.Emitters;

/// <summary>Emits the operators between tensors of two dtypes, and between tensors and scalars of another, from the promotion table.</summary>
/// <remarks>
/// Every operator is the element-wise operation of the promoted dtype over operands that are converted as they are read, so no converted copy is made.
/// There is one file for each dtype, with the pairs in which it comes first.
/// </remarks>
static class PromotionEmitter
{
    static readonly (string Symbol, string Method)[] Arithmetic =
        [("+", "Arithmetic.Add"), ("-", "Arithmetic.Subtract"), ("*", "Arithmetic.Multiply"), ("%", "Arithmetic.Remainder")];

    static readonly (string Symbol, string Method)[] Comparison =
        [("<", "Comparison.Less"), (">", "Comparison.Greater"), ("<=", "Comparison.LessEqual"), (">=", "Comparison.GreaterEqual")];

    static readonly (string Symbol, string Method)[] Bitwise =
        [("&", "Bitwise.BitwiseAnd"), ("|", "Bitwise.BitwiseOr"), ("^", "Bitwise.BitwiseXor")];

    static readonly ElementKind[] ScalarKinds =
        [ElementKind.Int32, ElementKind.UInt32, ElementKind.Int64, ElementKind.UInt64, ElementKind.Single, ElementKind.Double];

    /// <summary>The name of the file for a dtype.</summary>
    public static string FileName(ContainerModel container, ElementKind kind) => $"{container.Namespace}.{container.Name}.{kind}.g.cs";

    /// <summary>The operators in which a dtype comes first.</summary>
    public static string Emit(ContainerModel container, ElementKind kind)
    {
        var writer = new IndentedWriter();
        writer.Line($"""
            {EmittedFile.Header}
            namespace {container.Namespace};

            """);
        writer.Block($"{container.Accessibility} static partial class {container.Name}", () =>
        {
            var statics = new CapabilityGroups();
            Static(statics, kind);
            statics.Emit(writer, Tensor(kind));
            var inPlace = new CapabilityGroups();
            InPlace(inPlace, kind);
            inPlace.Emit(writer, Tensor(kind) + " x");
        });
        return writer.ToString();
    }

    static void Static(CapabilityGroups groups, ElementKind kind)
    {
        foreach (ElementKind other in Promotion.Kinds)
        {
            if (other > kind)
            {
                Pair(groups, kind, other, Tensor(kind), Tensor(other), Convert, Convert, kind);
                Pair(groups, other, kind, Tensor(other), Tensor(kind), Convert, Convert, kind);
            }
        }

        // Of one integer dtype, only true division promotes.
        if (new ElementType(kind).IsInteger)
        {
            Operator(groups, [kind], "/", "Arithmetic.Divide", ElementKind.Double, ElementKind.Double, Tensor(kind), Tensor(kind), Convert, Convert);
        }

        foreach (ElementKind scalar in Scalars(kind))
        {
            Pair(groups, kind, scalar, Tensor(kind), Keyword(scalar), Convert, CastScalar, kind, isScalar: true);
            Pair(groups, scalar, kind, Keyword(scalar), Tensor(kind), CastScalar, Convert, kind, isScalar: true);
        }
    }

    static void Pair(
        CapabilityGroups groups, ElementKind left, ElementKind right, string leftType, string rightType, Conversion first, Conversion second, ElementKind tensor, bool isScalar = false)
    {
        // A scalar never widens a tensor of its kind, as NumPy and PyTorch have it; but it is compared as it is.
        ElementKind promoted = Promotion.Result(left, right);
        ElementKind result = isScalar && IsOfOneKind(left, right) ? tensor : promoted;
        var type = new ElementType(result);
        ElementKind[] tensors = isScalar ? [tensor] : [left, right];
        foreach ((string symbol, string method) in Arithmetic)
        {
            Operator(groups, tensors, symbol, method, result, result, leftType, rightType, first, second);
        }

        ElementKind quotient = type.IsFloating ? result : ElementKind.Double;
        Operator(groups, tensors, "/", "Arithmetic.Divide", quotient, quotient, leftType, rightType, first, second);
        foreach ((string symbol, string method) in Comparison)
        {
            ElementKind compared = type.IsFloating ? result : promoted;
            Operator(groups, tensors, symbol, method, compared, ElementKind.Boolean, leftType, rightType, first, second);
        }

        foreach ((string symbol, string method) in type.IsInteger ? Bitwise : [])
        {
            Operator(groups, tensors, symbol, method, result, result, leftType, rightType, first, second);
        }
    }

    static void Operator(
        CapabilityGroups groups, IReadOnlyList<ElementKind> tensors, string symbol, string method, ElementKind compute, ElementKind result, string leftType, string rightType, Conversion first, Conversion second) =>
        groups.For(tensors.Append(compute), symbol).Line($"""
            /// <summary><c>x {symbol.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;")} y</c>, computed in {Keyword(compute)}.</summary>
            public static {Tensor(result)} operator {symbol}({leftType} x, {rightType} y) =>
                {method}<{Keyword(compute)}, TDevice>({first("x", compute)}, {second("y", compute)});

            """);

    static void InPlace(CapabilityGroups groups, ElementKind kind)
    {
        InPlaceWithTensors(groups, kind);
        foreach (ElementKind scalar in Scalars(kind).Where(scalar => IsOfOneKind(kind, scalar)))
        {
            foreach ((string symbol, string method) in Compounds(kind))
            {
                Compound(groups, [kind], symbol, kind, kind, Keyword(scalar), $"{method}<{Keyword(kind)}, TDevice>(x, {CastScalar("y", kind)}, x)");
            }
        }
    }

    static void InPlaceWithTensors(CapabilityGroups groups, ElementKind kind)
    {
        foreach (ElementKind other in Promotion.Kinds)
        {
            ElementKind result = Promotion.Result(kind, other);
            if (other == kind || new ElementType(kind).IsBoolean || !Promotion.IsSameKind(result, kind))
            {
                continue;
            }

            foreach ((string symbol, string method) in Compounds(kind).Where(item => new ElementType(result).IsInteger || !Bitwise.Contains(item)))
            {
                Compound(groups, [kind, other], symbol, kind, result, Tensor(other), result == kind
                    ? $"{method}<{Keyword(result)}, TDevice>(x, {Convert("y", result)}, x)"
                    : $"x.CopyFrom(x {symbol} y)");
            }
        }
    }

    static IEnumerable<(string Symbol, string Method)> Compounds(ElementKind kind) =>
        new ElementType(kind).IsFloating ? [.. Arithmetic, ("/", "Arithmetic.Divide")] : [.. Arithmetic, .. Bitwise];

    static void Compound(CapabilityGroups groups, IReadOnlyList<ElementKind> tensors, string symbol, ElementKind kind, ElementKind compute, string operand, string operation) =>
        groups.For(tensors.Append(compute), symbol).Line($"""
            /// <summary>Replaces the elements by <c>x {symbol.Replace("&", "&amp;")} y</c>, computed in {Keyword(compute)} and stored as {Keyword(kind)}; every view of the same memory sees the change.</summary>
            [Mutates]
            public void operator {symbol}=({operand} y) => {operation};

            """);

    static bool IsOfOneKind(ElementKind left, ElementKind right) =>
        (new ElementType(left).IsFloating && new ElementType(right).IsFloating) || (new ElementType(left).IsInteger && new ElementType(right).IsInteger);

    // A scalar of the tensor's own integer type is listed too: type inference would refuse `bytes * 2`, whose 2 is an int.
    static IEnumerable<ElementKind> Scalars(ElementKind kind) => kind switch
    {
        ElementKind.Boolean or ElementKind.Double => [],
        ElementKind.Single => [ElementKind.Double],
        ElementKind.Half => [ElementKind.Single, ElementKind.Double],
        ElementKind.Int32 or ElementKind.Int64 => ScalarKinds.Where(scalar => scalar != kind),
        _ => ScalarKinds.Contains(kind) ? ScalarKinds : [kind, .. ScalarKinds],
    };

    delegate string Conversion(string operand, ElementKind to);

    static string Convert(string operand, ElementKind to) => $"Operand<{Keyword(to)}, TDevice>.Convert({operand})";

    // An integer that the tensor's dtype does not hold throws; a floating one is rounded.
    static string CastScalar(string operand, ElementKind to) => new ElementType(to).IsInteger ? $"checked(({Keyword(to)}){operand})" : $"({Keyword(to)}){operand}";

    static string Keyword(ElementKind kind) => new ElementType(kind).Name;

    static string Tensor(ElementKind kind) => $"Tensor<{Keyword(kind)}, TDevice>";
}
