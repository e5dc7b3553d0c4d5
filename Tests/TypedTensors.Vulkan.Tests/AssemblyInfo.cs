// The tests share one device, count what it does and force its hand.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: TestCollectionOrderer("TypedTensors.VulkanRuntime.Tests.LastCollectionOrderer", "TypedTensors.Vulkan.Tests")]
