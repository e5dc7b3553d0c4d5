namespace ComputeSharp;

public interface IComputeShader
{
    void Execute();
}
