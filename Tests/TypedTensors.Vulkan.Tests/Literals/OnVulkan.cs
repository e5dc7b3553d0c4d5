// What the literal tests of the operations mean here by their device.
global using Device = TypedTensors.Vulkan;
global using DeviceFactAttribute = TypedTensors.Testing.Devices.VulkanFactAttribute;
