using TypedTensors.Kernels;

namespace TypedTensors.Dispatch;

/// <summary>Stands in for operands whose dtype a program does not read or write: tensors of the right dtype, converted before and after.</summary>
internal ref struct DispatchConversion<TDevice, TProgram>
    where TDevice : struct, IDevice
    where TProgram : struct, IDeviceProgram
{
    private readonly ReadOnlySpan<KernelOperand> outputs;
    private readonly List<Tensor> temporaries = [];

    /// <summary>Converts the inputs that need it.</summary>
    public DispatchConversion(ReadOnlySpan<KernelOperand> inputs, ReadOnlySpan<KernelOperand> outputs)
    {
        this.outputs = outputs;
        Inputs = inputs.ToArray();
        Outputs = outputs.ToArray();
        for (int i = 0; i < inputs.Length; i++)
        {
            if (inputs[i].Tensor is { } tensor && tensor.Dtype != TProgram.BindingType(i))
            {
                Inputs[i] = Keep(DtypeTensors.Convert<TDevice>(tensor, TProgram.BindingType(i)));
            }
        }

        for (int i = 0; i < outputs.Length; i++)
        {
            Dtype dtype = TProgram.BindingType(inputs.Length + i);
            if (outputs[i].Dtype != dtype)
            {
                Outputs[i] = Keep(DtypeTensors.Empty<TDevice>(dtype, outputs[i].Shape));
            }
        }
    }

    /// <summary>The inputs in the dtypes of the program.</summary>
    public KernelOperand[] Inputs { get; }

    /// <summary>The outputs in the dtypes of the program.</summary>
    public KernelOperand[] Outputs { get; }

    /// <summary>Whether an operand has another dtype than the program.</summary>
    public static bool IsNeeded(ReadOnlySpan<KernelOperand> inputs, ReadOnlySpan<KernelOperand> outputs)
    {
        bool needed = false;
        for (int i = 0; i < inputs.Length; i++)
        {
            needed |= inputs[i].Tensor is { } tensor && tensor.Dtype != TProgram.BindingType(i);
        }

        for (int i = 0; i < outputs.Length; i++)
        {
            needed |= outputs[i].Dtype != TProgram.BindingType(inputs.Length + i);
        }

        return needed;
    }

    /// <summary>Converts the outputs that need it, and gives the temporary tensors back.</summary>
    public readonly void Finish()
    {
        for (int i = 0; i < outputs.Length; i++)
        {
            if (!ReferenceEquals(outputs[i].Tensor, Outputs[i].Tensor))
            {
                TDevice.Copy(Outputs[i], outputs[i]);
            }
        }

        foreach (Tensor temporary in temporaries)
        {
            temporary.Release();
        }
    }

    private readonly Tensor Keep(Tensor temporary)
    {
        temporaries.Add(temporary);
        return temporary;
    }
}
