// The literal tests name their device so; the device projects compile the same files with a device of their own.
global using Device = TypedTensors.Cpu;
global using DeviceFactAttribute = Xunit.FactAttribute;
