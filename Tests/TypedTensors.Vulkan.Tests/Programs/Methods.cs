namespace TypedTensors.VulkanRuntime.Tests.Programs;

internal readonly struct Sum : IMethodText
{
    public static string Method => "static float Sum(float x, float y) => x + y;";
}

internal readonly struct Blend : IMethodText
{
    public static string Method => "static double Blend(float x, int n, double z, bool keep) => keep ? z * n : x - z;";
}
