namespace TypedTensors;

/// <summary>The logical operators of C# on tensors of bool.</summary>
public static class LogicalOperators
{
    /// <summary>Operators on tensors of bool.</summary>
    extension<TDevice>(Tensor<bool, TDevice>)
        where TDevice : struct, IDevice
    {
        /// <summary>Whether both are true.</summary>
        public static Tensor<bool, TDevice> operator &(Tensor<bool, TDevice> x, Tensor<bool, TDevice> y) => x.LogicalAnd(y);

        /// <summary>Whether at least one is true.</summary>
        public static Tensor<bool, TDevice> operator |(Tensor<bool, TDevice> x, Tensor<bool, TDevice> y) => x.LogicalOr(y);

        /// <summary>Whether exactly one is true.</summary>
        public static Tensor<bool, TDevice> operator ^(Tensor<bool, TDevice> x, Tensor<bool, TDevice> y) => x.LogicalXor(y);

        /// <summary>Whether it is false.</summary>
        public static Tensor<bool, TDevice> operator !(Tensor<bool, TDevice> x) => x.LogicalNot();
    }

    /// <summary>In-place operators on tensors of bool.</summary>
    extension<TDevice>(Tensor<bool, TDevice> x)
        where TDevice : struct, IDevice
    {
        /// <summary>Keeps what is true in both in place; the operand broadcasts to this tensor's shape, and every view of the same memory sees the change.</summary>
        [Mutates]
        public void operator &=(Tensor<bool, TDevice> y) => x.LogicalAndInPlace(y);

        /// <summary>Sets what is true in either in place; the operand broadcasts to this tensor's shape, and every view of the same memory sees the change.</summary>
        [Mutates]
        public void operator |=(Tensor<bool, TDevice> y) => x.LogicalOrInPlace(y);

        /// <summary>Flips where the other is true in place; the operand broadcasts to this tensor's shape, and every view of the same memory sees the change.</summary>
        [Mutates]
        public void operator ^=(Tensor<bool, TDevice> y) => x.LogicalXorInPlace(y);
    }
}
