using TypedTensors.Testing.Devices;
using TypedTensors.VulkanRuntime.Bindings;
using Xunit.Abstractions;

namespace TypedTensors.VulkanRuntime.Tests;

/// <summary>What is asserted of all tests together, after them.</summary>
[Collection(LastCollection)]
public class LastTests
{
    /// <summary>The name of the collection that is run last.</summary>
    public const string LastCollection = "last";

    [VulkanFact]
    public unsafe void ValidationLayer_HadNothingToSay_AndSpeaksWhenItShould()
    {
        Assert.True(ValidationMessages.All.Count == 0, string.Join('\n', ValidationMessages.All));
        if (!VulkanOptions.Validation)
        {
            return;
        }

        // A buffer of no bytes is against the rules.
        DeviceContext context = DeviceContext.Current;
        var info = new VkBufferCreateInfo { Type = VkStructureType.BufferCreateInfo, Size = 0, Usage = MappedBuffer.Usage };
        ulong buffer;
        context.MemoryFunctions.CreateBuffer(context.Handle, &info, null, &buffer);
        Assert.Contains("VUID-VkBufferCreateInfo-size-00912", Assert.Single(ValidationMessages.All), StringComparison.Ordinal);
        ValidationMessages.Clear();
        if (VulkanOptions.ValidatesSynchronization)
        {
            CheckThatAMissingBarrierIsSeen();
        }
    }

    /// <summary>Two operations whose memory is said to be untouched, so that no barrier stands between them.</summary>
    private static void CheckThatAMissingBarrierIsSeen()
    {
        Tensor<float, Vulkan> x = Tensor<float, Vulkan>.Ones(1000), y = x.Exp();
        Vulkan.Synchronize();
        x.Exp(destination: y);
        ((VulkanStorage)x.Storage).Block.Hazards = default;
        ((VulkanStorage)y.Storage).Block.Hazards = default;
        y.Exp(destination: x);
        Vulkan.Synchronize();
        Assert.Contains(ValidationMessages.All, message => message.Contains("SYNC-HAZARD-READ-AFTER-WRITE", StringComparison.Ordinal));
        ValidationMessages.Clear();
    }
}

/// <summary>Runs the collection <see cref="LastTests.LastCollection"/> after all others.</summary>
public sealed class LastCollectionOrderer : ITestCollectionOrderer
{
    /// <inheritdoc/>
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => collection.DisplayName == LastTests.LastCollection).ThenBy(collection => collection.DisplayName, StringComparer.Ordinal);
}
