namespace ComputeSharp;

public enum AllocationMode
{
    Default,
    Clear,
}
