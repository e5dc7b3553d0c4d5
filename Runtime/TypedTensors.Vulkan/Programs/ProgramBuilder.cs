using TypedTensors.Kernels;
using TypedTensors.VulkanRuntime.Bindings;

namespace TypedTensors.VulkanRuntime;

/// <summary>Makes pipelines of SPIR-V words. Used under the context's gate.</summary>
internal sealed unsafe class ProgramBuilder(DeviceContext context)
{
    /// <summary>The bytes of constants that every device has room for.</summary>
    public const int ConstantBytes = 128;

    private readonly Dictionary<int, ulong> layouts = [];

    /// <summary>The pipelines made so far.</summary>
    public int Count { get; private set; }

    /// <summary>Makes the pipeline of an emitted program.</summary>
    /// <param name="name">The program's name for messages.</param>
    /// <param name="bindingCount">The number of its storage buffers.</param>
    /// <param name="spirv">The module as text.</param>
    /// <exception cref="NotSupportedException">The program needs an ability that the device lacks.</exception>
    public ProgramPipeline Build(string name, int bindingCount, string spirv) => Build(name, bindingCount, SpirvText.Decode(spirv));

    /// <summary>Makes the pipeline of a program.</summary>
    /// <param name="name">The program's name for messages.</param>
    /// <param name="bindingCount">The number of its storage buffers.</param>
    /// <param name="words">The module.</param>
    /// <exception cref="NotSupportedException">The program needs an ability that the device lacks.</exception>
    public ProgramPipeline Build(string name, int bindingCount, ReadOnlySpan<uint> words)
    {
        if (SpirvCapabilities.Missing(words, context.Physical.Features) is { } missing)
        {
            throw new NotSupportedException(
                $"{name}: the device '{context.Physical.Info.Name}' lacks {missing}. Convert to another element type (float, int and uint run on every device), compute on Cpu, or choose another device by VulkanOptions.Device.");
        }

        if (bindingCount > context.Physical.Limits.MaxPerStageDescriptorStorageBuffers)
        {
            throw new NotSupportedException($"{name}: {bindingCount} operands are more than the device '{context.Physical.Info.Name}' binds ({context.Physical.Limits.MaxPerStageDescriptorStorageBuffers}).");
        }

        PipelineFunctions functions = context.PipelineFunctions;
        ulong layout = Layout(bindingCount), handle, pipeline;
        fixed (uint* code = words)
        {
            var moduleInfo = new VkShaderModuleCreateInfo { Type = VkStructureType.ShaderModuleCreateInfo, CodeSize = (nuint)words.Length * sizeof(uint), Code = code };
            context.Check(functions.CreateShaderModule(context.Handle, &moduleInfo, null, &handle), "vkCreateShaderModule");
        }

        uint* values = stackalloc uint[ProgramConstants.Count];
        ProgramConstants.Write(context, words, new Span<uint>(values, ProgramConstants.Count));
        VkSpecializationMapEntry* entries = stackalloc VkSpecializationMapEntry[ProgramConstants.Count];
        for (uint number = 0; number < ProgramConstants.Count; number++)
        {
            entries[number] = new VkSpecializationMapEntry { ConstantId = number, Offset = number * sizeof(uint), Size = sizeof(uint) };
        }

        var specialization = new VkSpecializationInfo
        {
            MapEntryCount = ProgramConstants.Count, MapEntries = entries, DataSize = ProgramConstants.Count * sizeof(uint), Data = values,
        };
        fixed (byte* entryPoint = "Execute\0"u8)
        {
            var info = new VkComputePipelineCreateInfo
            {
                Type = VkStructureType.ComputePipelineCreateInfo,
                Layout = layout,
                BasePipelineIndex = -1,
                Stage = new VkPipelineShaderStageCreateInfo
                {
                    Type = VkStructureType.PipelineShaderStageCreateInfo,
                    Stage = VkDescriptorSetLayoutBinding.ComputeStage,
                    Module = handle,
                    Name = entryPoint,
                    SpecializationInfo = &specialization,
                },
            };
            VkResult result = functions.CreateComputePipelines(context.Handle, 0, 1, &info, null, &pipeline);
            functions.DestroyShaderModule(context.Handle, handle, null);
            context.Check(result, "vkCreateComputePipelines");
        }

        Count++;
        return new ProgramPipeline(pipeline, layout, bindingCount);
    }

    private ulong Layout(int bindingCount)
    {
        if (layouts.TryGetValue(bindingCount, out ulong known))
        {
            return known;
        }

        var bindings = stackalloc VkDescriptorSetLayoutBinding[bindingCount];
        for (int i = 0; i < bindingCount; i++)
        {
            bindings[i] = new VkDescriptorSetLayoutBinding
            {
                Binding = (uint)i,
                DescriptorType = VkDescriptorSetLayoutBinding.StorageBuffer,
                DescriptorCount = 1,
                StageFlags = VkDescriptorSetLayoutBinding.ComputeStage,
            };
        }

        var setInfo = new VkDescriptorSetLayoutCreateInfo
        {
            Type = VkStructureType.DescriptorSetLayoutCreateInfo,
            Flags = VkDescriptorSetLayoutCreateInfo.PushDescriptor,
            BindingCount = (uint)bindingCount,
            Bindings = bindings,
        };
        ulong set, layout;
        context.Check(context.PipelineFunctions.CreateDescriptorSetLayout(context.Handle, &setInfo, null, &set), "vkCreateDescriptorSetLayout");
        var range = new VkPushConstantRange { StageFlags = VkDescriptorSetLayoutBinding.ComputeStage, Size = ConstantBytes };
        var info = new VkPipelineLayoutCreateInfo
        {
            Type = VkStructureType.PipelineLayoutCreateInfo,
            SetLayoutCount = 1,
            SetLayouts = &set,
            PushConstantRangeCount = 1,
            PushConstantRanges = &range,
        };
        context.Check(context.PipelineFunctions.CreatePipelineLayout(context.Handle, &info, null, &layout), "vkCreatePipelineLayout");
        layouts.Add(bindingCount, layout);
        return layout;
    }
}
