namespace TypedTensors.Kernels;

/// <summary>Keeps in-place operations right when an input lies in the memory that is written, in another layout.</summary>
internal static class Overlap
{
    /// <summary>Whether an input must be copied first, because writing an output could change elements of it that are still to be read.</summary>
    public static bool NeedsCopy(ReadOnlySpan<KernelOperand> inputs, ReadOnlySpan<KernelOperand> outputs)
    {
        foreach (ref readonly KernelOperand output in outputs)
        {
            foreach (ref readonly KernelOperand input in inputs)
            {
                if (Conflicts(input, output))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The inputs, those in conflict with an output replaced by copies.</summary>
    public static KernelOperand[] CopyInputs(ReadOnlySpan<KernelOperand> inputs, ReadOnlySpan<KernelOperand> outputs)
    {
        KernelOperand[] copies = inputs.ToArray();
        for (int i = 0; i < copies.Length; i++)
        {
            foreach (ref readonly KernelOperand output in outputs)
            {
                if (Conflicts(copies[i], output))
                {
                    copies[i] = inputs[i].Tensor!.CloneUntyped();
                    break;
                }
            }
        }

        return copies;
    }

    /// <summary>Gives the memory of the copies back once they have been read.</summary>
    public static void ReleaseCopies(ReadOnlySpan<KernelOperand> inputs, ReadOnlySpan<KernelOperand> copies)
    {
        for (int i = 0; i < copies.Length; i++)
        {
            if (!ReferenceEquals(copies[i].Tensor, inputs[i].Tensor))
            {
                copies[i].Tensor!.Release();
            }
        }
    }

    /// <summary>Two operands conflict if they share an element, unless every element lies at the very place where its result is written.</summary>
    private static bool Conflicts(in KernelOperand input, in KernelOperand output)
    {
        if (input.Tensor is not { } source || ReferenceEquals(source, output.Tensor) || !source.MayShareMemoryWith(output.Tensor!))
        {
            return false;
        }

        Tensor target = output.Tensor!;
        bool sameElements = source.Dtype == target.Dtype
            && source.FirstByteEquals(target)
            && source.Layout.Shape == target.Layout.Shape
            && source.Layout.Strides.SequenceEqual(target.Layout.Strides);
        return !sameElements && source.SharesMemoryWith(target);
    }
}
