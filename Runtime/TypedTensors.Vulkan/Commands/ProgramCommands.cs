using TypedTensors.Dispatch;
using TypedTensors.VulkanRuntime.Bindings;

namespace TypedTensors.VulkanRuntime;

/// <summary>Records runs of programs. Used under the context's gate.</summary>
internal static unsafe class ProgramCommands
{
    /// <summary>Records one dispatch whose memory has been ordered by <see cref="CommandStream.Begin"/>.</summary>
    /// <param name="context">The device.</param>
    /// <param name="commands">The buffer that <c>Begin</c> returned.</param>
    /// <param name="program">The program.</param>
    /// <param name="windows">What it sees at each binding.</param>
    /// <param name="constants">Its constants.</param>
    /// <param name="x">The groups along the first axis.</param>
    /// <param name="y">The groups along the second axis.</param>
    /// <param name="z">The groups along the third axis.</param>
    public static void Dispatch(
        DeviceContext context, nint commands, ProgramPipeline program, ReadOnlySpan<BindingWindow> windows, ReadOnlySpan<uint> constants, int x, int y = 1, int z = 1)
    {
        CommandFunctions functions = context.CommandFunctions;
        VkDescriptorBufferInfo* buffers = stackalloc VkDescriptorBufferInfo[windows.Length];
        VkWriteDescriptorSet* writes = stackalloc VkWriteDescriptorSet[windows.Length];
        for (int i = 0; i < windows.Length; i++)
        {
            Block block = ((VulkanStorage)windows[i].Storage).Block;
            nint range = Math.Min((windows[i].ByteLength + 3) & ~3, block.Size - windows[i].ByteOffset);
            buffers[i] = new VkDescriptorBufferInfo { Buffer = block.Buffer, Offset = (ulong)(block.Offset + windows[i].ByteOffset), Range = (ulong)range };
            writes[i] = new VkWriteDescriptorSet
            {
                Type = VkStructureType.WriteDescriptorSet,
                Binding = (uint)i,
                Count = 1,
                DescriptorType = VkDescriptorSetLayoutBinding.StorageBuffer,
                BufferInfo = buffers + i,
            };
        }

        const uint compute = 1;
        functions.CmdBindPipeline(commands, compute, program.Pipeline);
        functions.CmdPushDescriptorSet(commands, compute, program.Layout, 0, (uint)windows.Length, writes);
        fixed (uint* words = constants)
        {
            functions.CmdPushConstants(commands, program.Layout, VkDescriptorSetLayoutBinding.ComputeStage, 0, (uint)constants.Length * sizeof(uint), words);
        }

        functions.CmdDispatch(commands, (uint)x, (uint)y, (uint)z);
    }
}
