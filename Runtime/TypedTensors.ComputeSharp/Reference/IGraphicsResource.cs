namespace ComputeSharp;

public interface IGraphicsResource
{
    GraphicsDevice GraphicsDevice { get; }
}
