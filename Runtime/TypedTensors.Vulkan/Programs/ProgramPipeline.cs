namespace TypedTensors.VulkanRuntime;

/// <summary>A program as the device runs it.</summary>
/// <param name="Pipeline">The pipeline.</param>
/// <param name="Layout">The layout of its bindings and constants.</param>
/// <param name="BindingCount">The number of its bindings.</param>
internal sealed record ProgramPipeline(ulong Pipeline, ulong Layout, int BindingCount);
