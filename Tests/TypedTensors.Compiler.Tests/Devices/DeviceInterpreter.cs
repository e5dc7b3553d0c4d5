using System.Numerics;
using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Tests.Devices;

/// <summary>Computes what a lowered body says, and fails where it leaves what <see cref="DeviceKernelModel"/> allows.</summary>
sealed class DeviceInterpreter(DeviceKernelModel kernel)
{
    static readonly ElementKind[] Allowed =
        [ElementKind.Boolean, ElementKind.Int32, ElementKind.UInt32, ElementKind.Int64, ElementKind.UInt64, ElementKind.Single, ElementKind.Double];

    public object[] Run(params object[] inputs) => Run(kernel.Body, inputs);

    object[] Run(BodyModel body, object[] arguments)
    {
        var values = new Dictionary<int, object>();
        Run(body.Instructions, values, arguments);
        return [.. body.Results.Select(result => values[result])];
    }

    void Run(IEnumerable<Instruction> instructions, Dictionary<int, object> values, object[] arguments)
    {
        foreach (Instruction instruction in instructions)
        {
            Assert.Contains(instruction.Type.Kind, Allowed);
            if (instruction is LoopInstruction loop)
            {
                Run(loop, values, arguments);
                continue;
            }

            object value = Evaluate(instruction, id => values[id], arguments);
            Assert.Equal(instruction.Type.Kind.ToString(), value.GetType().Name);
            values[instruction.Id] = value;
        }
    }

    void Run(LoopInstruction loop, Dictionary<int, object> values, object[] arguments)
    {
        foreach (LoopVariable variable in loop.Variables)
        {
            values[variable.Inside] = values[variable.Initial];
        }

        values[loop.Id] = values[loop.Start];
        while ((bool)Compare(loop.While, values[loop.Id], values[loop.Bound]) && (loop.ActiveVariable < 0 || (bool)values[loop.Variables[loop.ActiveVariable].Inside]))
        {
            Run(loop.Body, values, arguments);
            object[] next = [.. loop.Variables.Select(variable => values[variable.Next])];
            for (int index = 0; index < next.Length; index++)
            {
                values[loop.Variables[index].Inside] = next[index];
            }

            values[loop.Id] = values[loop.Id] switch
            {
                int i => (object)(int)(i + loop.Step),
                uint i => (uint)(i + loop.Step),
                long i => i + loop.Step,
                ulong i => (ulong)((long)i + loop.Step),
                _ => throw new InvalidOperationException(),
            };
        }
    }

    object Evaluate(Instruction instruction, Func<int, object> use, object[] arguments) =>
        instruction switch
        {
            ConstantInstruction constant => Constant(constant),
            ParameterInstruction parameter => arguments[parameter.Index],
            UnaryInstruction unary => Unary(unary.Operator, use(unary.Operand)),
            BinaryInstruction binary => Binary(binary.Operator, use(binary.Left), use(binary.Right)),
            CompareInstruction compare => Compare(compare.Operator, use(compare.Left), use(compare.Right)),
            SelectInstruction select => (bool)use(select.Condition) ? use(select.WhenTrue) : use(select.WhenFalse),
            ConvertInstruction convert => Convert(convert, use(convert.Operand)),
            BitCastInstruction cast => BitCast(cast.Type.Kind, use(cast.Operand)),
            IntrinsicInstruction call => Intrinsic(call.Intrinsic, [.. call.Arguments.Select(use)]),
            CallInstruction call => Assert.Single(Run(kernel.Functions.Single(function => function.Name == call.Method).Body, [.. call.Arguments.Select(use)])),
            _ => throw new InvalidOperationException(instruction.ToString()),
        };

    static object Constant(ConstantInstruction constant)
    {
        Assert.NotEqual(ConstantKind.Member, constant.Value.Kind);
        Assert.Equal(constant.Type.IsFloating, constant.Value.Kind == ConstantKind.Real);
        return constant.Type.Kind switch
        {
            ElementKind.Boolean => (object)!constant.Value.IsZero,
            ElementKind.Int32 => checked((int)constant.Value.Bits),
            ElementKind.UInt32 => checked((uint)constant.Value.Bits),
            ElementKind.Int64 => constant.Value.Bits,
            ElementKind.UInt64 => (ulong)constant.Value.Bits,
            ElementKind.Single => (float)constant.Value.Real,
            _ => constant.Value.Real,
        };
    }

    static object Unary(UnaryOperator op, object x) => (op, x) switch
    {
        (UnaryOperator.Not, bool b) => (object)!b,
        (UnaryOperator.Negate, int i) => -i,
        (UnaryOperator.Negate, long i) => -i,
        (UnaryOperator.Negate, float r) => -r,
        (UnaryOperator.Negate, double r) => -r,
        (UnaryOperator.Complement, int i) => ~i,
        (UnaryOperator.Complement, uint i) => ~i,
        (UnaryOperator.Complement, long i) => ~i,
        (UnaryOperator.Complement, ulong i) => ~i,
        _ => throw new InvalidOperationException($"{op} of {x.GetType().Name}"),
    };

    static object Binary(BinaryOperator op, object x, object y) => x switch
    {
        bool a => op switch { BinaryOperator.And => a & (bool)y, BinaryOperator.Or => a | (bool)y, _ => throw new InvalidOperationException(op.ToString()) },
        int a => Integer(op, a, y),
        uint a => Integer(op, a, y),
        long a => Integer(op, a, y),
        ulong a => Integer(op, a, y),
        float a => Floating(op, a, (float)y),
        double a => Floating(op, a, (double)y),
        _ => throw new InvalidOperationException(),
    };

    static object Integer<T>(BinaryOperator op, T x, object right)
        where T : IBinaryInteger<T>, IMinMaxValue<T>
    {
        if (op is BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight)
        {
            int count = right is int own ? own : int.CreateChecked((T)right);
            Assert.InRange(count, 0, x.GetByteCount() * 8 - 1);
            return op == BinaryOperator.ShiftLeft ? x << count : x >> count;
        }

        T y = (T)right;
        if (op is BinaryOperator.Divide or BinaryOperator.Remainder)
        {
            Assert.False(T.IsZero(y));
            Assert.False(T.IsNegative(y) && y == -T.One && x == T.MinValue);
            Assert.True(op == BinaryOperator.Divide || T.IsZero(T.MinValue), "a remainder of signed integers");
        }

        return op switch
        {
            BinaryOperator.Add => x + y,
            BinaryOperator.Subtract => x - y,
            BinaryOperator.Multiply => x * y,
            BinaryOperator.Divide => x / y,
            BinaryOperator.Remainder => x % y,
            BinaryOperator.And => x & y,
            BinaryOperator.Or => x | y,
            BinaryOperator.Xor => x ^ y,
            _ => throw new InvalidOperationException(op.ToString()),
        };
    }

    static object Floating<T>(BinaryOperator op, T x, T y)
        where T : IFloatingPoint<T> => op switch
    {
        BinaryOperator.Add => x + y,
        BinaryOperator.Subtract => x - y,
        BinaryOperator.Multiply => x * y,
        BinaryOperator.Divide => x / y,
        _ => throw new InvalidOperationException(op.ToString()),
    };

    static object Compare(ComparisonOperator op, object x, object y) => (x, y) switch
    {
        (bool a, bool b) => op switch { ComparisonOperator.Equal => a == b, ComparisonOperator.NotEqual => a != b, _ => throw new InvalidOperationException(op.ToString()) },
        (int a, int b) => Ordered(op, a, b),
        (uint a, uint b) => Ordered(op, a, b),
        (long a, long b) => Ordered(op, a, b),
        (ulong a, ulong b) => Ordered(op, a, b),
        (float a, float b) => Ordered(op, a, b),
        (double a, double b) => Ordered(op, a, b),
        _ => throw new InvalidOperationException($"{x.GetType().Name} with {y.GetType().Name}"),
    };

    static bool Ordered<T>(ComparisonOperator op, T x, T y)
        where T : IComparisonOperators<T, T, bool> => op switch
    {
        ComparisonOperator.Equal => x == y,
        ComparisonOperator.NotEqual => x != y,
        ComparisonOperator.Less => x < y,
        ComparisonOperator.LessOrEqual => x <= y,
        ComparisonOperator.Greater => x > y,
        _ => x >= y,
    };

    static object Convert(ConvertInstruction convert, object x) => (x, convert.Type.Kind) switch
    {
        (int i, ElementKind.Int64) => (object)(long)i,
        (long i, ElementKind.Int32) => (int)i,
        (uint i, ElementKind.UInt64) => (ulong)i,
        (ulong i, ElementKind.UInt32) => (uint)i,
        (float r, ElementKind.Double) => (double)r,
        (double r, ElementKind.Single) => (float)r,
        (int i, ElementKind.Single) => (float)i,
        (uint i, ElementKind.Single) => (float)i,
        (long i, ElementKind.Single) => (float)i,
        (ulong i, ElementKind.Single) => (float)i,
        (int i, ElementKind.Double) => (double)i,
        (uint i, ElementKind.Double) => (double)i,
        (long i, ElementKind.Double) => (double)i,
        (ulong i, ElementKind.Double) => (double)i,
        (float or double, ElementKind.Int32) => int.CreateChecked(System.Convert.ToDouble(x)),
        (float or double, ElementKind.UInt32) => uint.CreateChecked(System.Convert.ToDouble(x)),
        (float or double, ElementKind.Int64) => long.CreateChecked(System.Convert.ToDouble(x)),
        (float or double, ElementKind.UInt64) => ulong.CreateChecked(System.Convert.ToDouble(x)),
        _ => throw new InvalidOperationException($"{x.GetType().Name} to {convert.Type.Kind}"),
    };

    static object BitCast(ElementKind to, object x)
    {
        byte[] bytes = x switch
        {
            int i => BitConverter.GetBytes(i),
            uint i => BitConverter.GetBytes(i),
            long i => BitConverter.GetBytes(i),
            ulong i => BitConverter.GetBytes(i),
            float r => BitConverter.GetBytes(r),
            _ => BitConverter.GetBytes((double)x),
        };
        Assert.Equal(new ElementType(to).Size, bytes.Length);
        return to switch
        {
            ElementKind.Int32 => (object)BitConverter.ToInt32(bytes),
            ElementKind.UInt32 => BitConverter.ToUInt32(bytes),
            ElementKind.Int64 => BitConverter.ToInt64(bytes),
            ElementKind.UInt64 => BitConverter.ToUInt64(bytes),
            ElementKind.Single => BitConverter.ToSingle(bytes),
            _ => BitConverter.ToDouble(bytes),
        };
    }

    static object Intrinsic(string name, object[] arguments) => arguments[0] switch
    {
        float x => (object)Floating(name, x, arguments),
        double x => Floating(name, x, arguments),
        uint x => Bits(name, x),
        int x => (int)Bits(name, (uint)x),
        _ => throw new InvalidOperationException(name),
    };

    static T Floating<T>(string name, T x, object[] arguments)
        where T : IFloatingPointIeee754<T> => name switch
    {
        "Abs" => T.Abs(x),
        "Floor" => T.Floor(x),
        "Ceiling" => T.Ceiling(x),
        "Truncate" => T.Truncate(x),
        "Round" => T.Round(x),
        "Sqrt" => T.Sqrt(x),
        "FusedMultiplyAdd" => T.FusedMultiplyAdd(x, (T)arguments[1], (T)arguments[2]),
        _ => throw new InvalidOperationException(name),
    };

    static uint Bits(string name, uint x) => name switch
    {
        "PopCount" => uint.PopCount(x),
        "LeadingZeroCount" => uint.LeadingZeroCount(x),
        "TrailingZeroCount" => uint.TrailingZeroCount(x),
        _ => throw new InvalidOperationException(name),
    };
}
