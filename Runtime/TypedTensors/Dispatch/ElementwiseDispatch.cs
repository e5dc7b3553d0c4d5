using TypedTensors.Kernels;
using TypedTensors.Loops;

namespace TypedTensors.Dispatch;

/// <summary>Turns an element-wise operation into dispatches of its program, as few as the device's limits allow.</summary>
internal static unsafe class ElementwiseDispatch
{
    /// <summary>Runs a program over operands that have been checked and have one common shape, not empty.</summary>
    public static void Run<TDevice, TProgram, TSink>(
        in Shape shape, ReadOnlySpan<KernelOperand> inputs, ReadOnlySpan<KernelOperand> outputs, in DispatchLimits limits, ref TSink sink)
        where TDevice : struct, IDevice
        where TProgram : struct, IDeviceProgram
        where TSink : struct, IDispatchSink
    {
        if (DispatchConversion<TDevice, TProgram>.IsNeeded(inputs, outputs))
        {
            var conversion = new DispatchConversion<TDevice, TProgram>(inputs, outputs);
            Plan<TProgram, TSink>(shape, conversion.Inputs, conversion.Outputs, limits, ref sink);
            conversion.Finish();
            return;
        }

        Plan<TProgram, TSink>(shape, inputs, outputs, limits, ref sink);
    }

    /// <summary>Runs a program whose operands have its dtypes.</summary>
    public static void Plan<TProgram, TSink>(
        in Shape shape, ReadOnlySpan<KernelOperand> inputs, ReadOnlySpan<KernelOperand> outputs, in DispatchLimits limits, ref TSink sink)
        where TProgram : struct, IDeviceProgram
        where TSink : struct, IDispatchSink
    {
        int count = inputs.Length + outputs.Length;
        if (ConstantLayout<TProgram>.MaxRank < 1)
        {
            throw new NotSupportedException($"{TProgram.Name}: {count} operands are more than a device program's constants have room for; split the function.");
        }

        LoopOperand* operands = stackalloc LoopOperand[count];
        Span<int> sizes = stackalloc int[count];
        Span<uint> constants = stackalloc uint[ConstantLayout<TProgram>.WordCount];
        constants.Clear();
        constants[1] = constants[2] = 1;
        for (int i = 0; i < count; i++)
        {
            ref readonly KernelOperand operand = ref i < inputs.Length ? ref inputs[i] : ref outputs[i - inputs.Length];
            operands[i] = default;
            if (operand.Tensor is { } tensor)
            {
                operands[i] = Place(TProgram.Name, tensor, shape);
                sizes[i] = limits.SizeOf(tensor.Dtype);
            }
            else
            {
                constants[ConstantLayout<TProgram>.InlineMask] |= 1u << i;
                InlineScalar.Write(operand, TProgram.BindingType(i), constants[ConstantLayout<TProgram>.Scalar(i)..]);
            }
        }

        var plan = new Pieces<TProgram, TSink>
        {
            Nest = new DispatchNest(shape, operands, count, key: inputs.Length),
            Inputs = inputs,
            Outputs = outputs,
            Sizes = sizes,
            Constants = constants,
            Windows = new BindingWindow[count],
            Limits = limits,
            Sink = ref sink,
        };
        plan.Run();
    }

    private static LoopOperand Place(string operation, Tensor tensor, in Shape shape)
    {
        Layout layout = Broadcasting.Stretch(operation, tensor.Layout, shape);
        var placed = new LoopOperand { Data = (byte*)layout.Offset };
        for (int axis = 0; axis < shape.Rank; axis++)
        {
            placed.Strides[axis] = layout.Strides[axis];
        }

        return placed;
    }

    private ref struct Pieces<TProgram, TSink>
        where TProgram : struct, IDeviceProgram
        where TSink : struct, IDispatchSink
    {
        public DispatchNest Nest;
        public ReadOnlySpan<KernelOperand> Inputs;
        public ReadOnlySpan<KernelOperand> Outputs;
        public ReadOnlySpan<int> Sizes;
        public Span<uint> Constants;
        public BindingWindow[] Windows;
        public DispatchLimits Limits;
        public ref TSink Sink;

        /// <summary>Dispatches what is left of the nest, cut in halves where it is too much for one.</summary>
        public void Run()
        {
            int axis = DispatchSplit.Axis(Nest, Sizes, ConstantLayout<TProgram>.MaxRank, Limits);
            if (axis < 0)
            {
                Dispatch();
                return;
            }

            nint size = Nest.Size(axis), half = size / 2;
            Nest.Narrow(axis, 0, half);
            Run();
            Nest.Narrow(axis, half, size - half);
            Run();
            Nest.Narrow(axis, -half, size);
        }

        private readonly void Dispatch()
        {
            int groups = Limits.Elementwise.Of(Nest.Length, Limits.LargestGroupCount);
            Constants[0] = (uint)(groups * Limits.Elementwise.Size);
            Constants[3] = (uint)Nest.Length;
            Constants[ConstantLayout<TProgram>.Base(0)..].Clear();
            Constants[4] = (uint)WriteAxes();

            // From the last to the first: an inline input is given the first output, as something must be bound there.
            for (int i = Nest.OperandCount - 1; i >= 0; i--)
            {
                Windows[i] = i < Inputs.Length && Inputs[i].Tensor is null ? Windows[Inputs.Length] : Window(i);
            }

            Sink.Dispatch(Windows, Constants, groups);
        }

        /// <summary>Writes sizes and strides from the innermost axis outwards, leaving out axes of length 1.</summary>
        private readonly int WriteAxes()
        {
            int rank = 0;
            for (int axis = Nest.Axes - 1; axis >= 0; axis--)
            {
                if (Nest.Size(axis) == 1)
                {
                    continue;
                }

                if (rank < ConstantLayout<TProgram>.MaxRank - 1)
                {
                    Constants[ConstantLayout<TProgram>.Size(rank)] = (uint)Nest.Size(axis);
                }

                for (int operand = 0; operand < Nest.OperandCount; operand++)
                {
                    Constants[ConstantLayout<TProgram>.Stride(rank, operand)] = (uint)(int)Nest.Stride(operand, axis);
                }

                rank++;
            }

            return Math.Max(rank, 1);
        }

        private readonly BindingWindow Window(int operand)
        {
            Tensor tensor = (operand < Inputs.Length ? Inputs[operand] : Outputs[operand - Inputs.Length]).Tensor!;
            int size = Sizes[operand];
            (nint first, nint last) = Nest.Extent(operand);
            nint start = DispatchSplit.WindowStart(first, size, Limits);
            Constants[ConstantLayout<TProgram>.Base(operand)] = (uint)(Nest.Offset(operand) - (start / size));
            return new BindingWindow(tensor.Storage, start, ((last + 1) * size) - start);
        }
    }
}
