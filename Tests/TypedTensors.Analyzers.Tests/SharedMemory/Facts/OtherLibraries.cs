namespace TypedTensors.Analyzers.Tests.SharedMemory.Facts;

/// <summary>Declarations that stand in for packages that not every feed has, with the signatures of theirs.</summary>
static class OtherLibraries
{
    public const string Source = """
        #nullable disable
        namespace TorchSharp
        {
            public static class torch
            {
                public enum ScalarType { Float32, Float64 }
                public class Device { }
                public static Tensor as_tensor(float[] rawArray, ScalarType? dtype = null, Device device = null) => null;
                public static Tensor as_tensor(System.Collections.Generic.IList<float> rawArray, ScalarType? dtype = null, Device device = null) => null;
                public static Tensor as_tensor(Tensor data, ScalarType? dtype = null, Device device = null) => null;
                public static Tensor as_tensor(System.Array data, ScalarType? dtype = null, Device device = null) => null;
                public static Tensor from_array(System.Array rawArray, ScalarType? dtype, Device device = null, bool requires_grad = false, string[] names = null) => null;
                public static Tensor frombuffer(System.Array rawArray, ScalarType dtype, long count = -1, long offset = 0, bool requires_grad = false) => null;
                public static Tensor tensor(float[] rawArray, ScalarType? dtype = null, Device device = null, bool requires_grad = false, string[] names = null) => null;
                public static Tensor tensor(System.Memory<float> rawArray, System.ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device device = null, bool requires_grad = false, string[] names = null) => null;
                public static Tensor clone(Tensor input) => null; public static Tensor empty_like(Tensor input) => null; public static Tensor ones_like(Tensor input) => null; public static Tensor zeros_like(Tensor input) => null;
                public static Tensor squeeze(Tensor input, long? dim = null) => null; public static Tensor t(Tensor input) => null; public static Tensor transpose(Tensor input, long dim0, long dim1) => null; public static Tensor unsqueeze(Tensor input, long dim) => null;
                public static class nn { public static class init { public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1) => null; } }

                public class Tensor
                {
                    public Tensor add_(Tensor target) => null; public Tensor add(Tensor target) => null; public Tensor copy_(Tensor source, bool non_blocking = false) => null; public Tensor zero_() => null;
                    public Tensor alias() => null; public void backward() { } public System.Span<byte> bytes { get => default; set { } } public Tensor clone() => null; public object data<T>() => null; public Tensor detach() => null; public Tensor detach_() => null;
                    public Tensor diagonal(long offset = 0) => null; public long dim() => 0; public Tensor expand(params long[] sizes) => null; public Tensor expand_as(Tensor other) => null; public bool is_contiguous() => true; public Tensor mT => null;
                    public Tensor movedim(long[] source, long[] destination) => null; public Tensor narrow(long dim, long start, long length) => null; public long numel() => 0; public Tensor permute(params long[] permutation) => null;
                    public Tensor requires_grad_(bool requires_grad) => null; public Tensor requires_grad_() => null; public Tensor rename_(string[] names) => null; public Tensor resize_(params long[] shape) => null; public Tensor select(long dim, long index) => null;
                    public long size(int dim) => 0; public Tensor slice(long dim, long start, long finish, long step) => null; public Tensor squeeze(long? dim = null) => null; public Tensor squeeze_(long? dim = null) => null; public long stride(long dim) => 0;
                    public Tensor swapaxes(long dim0, long dim1) => null; public Tensor swapdims(long dim0, long dim1) => null; public Tensor T => null; public Tensor t() => null; public Tensor t_() => null; public Tensor transpose(long dim0, long dim1) => null;
                    public Tensor transpose_(long dim0, long dim1) => null; public Tensor unfold(long dimension, long size, long step) => null; public Tensor unsqueeze(long dim) => null; public Tensor unsqueeze_(long dim) => null;
                    public Tensor view(params long[] shape) => null; public Tensor view_as(Tensor other) => null; public Tensor this[long i1] { get => null; set { } } public long[] shape => null; public Tensor sum() => null;
                    public static Tensor operator *(Tensor left, Tensor right) => null;
                }
            }
        }

        namespace Microsoft.ML.OnnxRuntime
        {
            public class OrtMemoryInfo { }
            public class OrtAllocator { }
            public class FixedBufferOnnxValue
            {
                public static FixedBufferOnnxValue CreateFromMemory<T>(OrtMemoryInfo memoryInfo, System.Memory<T> memory, int elementType, long[] shape, long bytesSize) => null;
                public static FixedBufferOnnxValue CreateFromTensor<T>(Tensors.Tensor<T> value) => null;
            }
            public class NamedOnnxValue
            {
                public System.Collections.Generic.IEnumerable<T> AsEnumerable<T>() => null; public Tensors.Tensor<T> AsTensor<T>() => null; public static NamedOnnxValue CreateFromTensor<T>(string name, Tensors.Tensor<T> value) => null;
            }
            public class OrtValue
            {
                public static OrtValue CreateAllocatedTensorValue(OrtAllocator allocator, int elementType, long[] shape) => null; public static OrtValue CreateTensorValueFromMemory<T>(T[] data, long[] shape) => null;
                public static OrtValue CreateTensorValueFromMemory<T>(OrtMemoryInfo memoryInfo, System.Memory<T> memory, long[] shape) => null; public static OrtValue CreateTensorValueFromSystemNumericsTensorObject<T>(System.Numerics.Tensors.Tensor<T> tensor) => null;
                public System.ReadOnlySpan<T> GetTensorDataAsSpan<T>() => default; public System.Span<T> GetTensorMutableDataAsSpan<T>() => default; public System.Span<byte> GetTensorMutableRawData() => default;
            }
        }

        namespace Microsoft.ML.OnnxRuntime.Tensors
        {
            public static class ArrayTensorExtensions { public static DenseTensor<T> ToTensor<T>(this T[] array) => null; }
            public abstract class Tensor<T>
            {
                public abstract Tensor<T> Clone(); public virtual void Fill(T value) { } public abstract Tensor<T> Reshape(System.ReadOnlySpan<int> dimensions); public abstract void SetValue(int index, T value);
                public virtual T this[params int[] indices] { get => default; set { } } public long Length => 0;
            }
            public class DenseTensor<T> : Tensor<T>
            {
                public DenseTensor(System.Memory<T> memory, System.ReadOnlySpan<int> dimensions, bool reverseStride = false) { } public DenseTensor(System.ReadOnlySpan<int> dimensions, bool reverseStride = false) { }
                public System.Memory<T> Buffer => default; public override Tensor<T> Clone() => null; public override Tensor<T> Reshape(System.ReadOnlySpan<int> dimensions) => null; public override void SetValue(int index, T value) { }
            }
        }

        namespace NumSharp
        {
            public class Slice { }
            public static class np
            {
                public static NDArray array(NDArray nd, bool copy = false) => null; public static NDArray array<T>(params T[] data) where T : unmanaged => null; public static NDArray array<T>(T[] data, bool copy) where T : unmanaged => null;
                public static NDArray copy(NDArray a) => null; public static NDArray expand_dims(NDArray a, int axis) => null; public static NDArray frombuffer(byte[] bytes, System.Type dtype) => null; public static NDArray squeeze(NDArray a) => null;
            }
            public class NDArray
            {
                public object Array => null; public object Clone() => null; public NDArray copy(char order = 'C') => null; public object Data<T>() => null; public NDArray flatten(char order = 'C') => null; public void SetData(object value, params int[] indices) { }
                public void SetValue<T>(T value, params int[] indices) { } public NDArray this[string slice] { get => null; set { } } public NDArray this[params Slice[] slices] { get => null; set { } } public T[] ToArray<T>() => null; public System.Array ToMuliDimArray<T>() => null; public int size => 0;
            }
        }

        namespace SixLabors.ImageSharp
        {
            public class Configuration { }
            public abstract class Image
            {
                public static Image<TPixel> LoadPixelData<TPixel>(System.ReadOnlySpan<TPixel> data, int width, int height) => null; public static Image<TPixel> WrapMemory<TPixel>(System.Memory<TPixel> pixelMemory, int width, int height) => null;
                public static Image<TPixel> WrapMemory<TPixel>(System.Buffers.IMemoryOwner<TPixel> pixelMemoryOwner, int width, int height) => null;
                public static Image<TPixel> WrapMemory<TPixel>(Configuration configuration, System.Memory<TPixel> pixelMemory, int width, int height) => null;
                public static Image<TPixel> WrapMemory<TPixel>(Configuration configuration, System.Buffers.IMemoryOwner<TPixel> pixelMemoryOwner, int width, int height) => null;
                public static unsafe Image<TPixel> WrapMemory<TPixel>(void* pointer, int bufferSizeInBytes, int width, int height) => null;
                public static unsafe Image<TPixel> WrapMemory<TPixel>(Configuration configuration, void* pointer, int bufferSizeInBytes, int width, int height) => null;
            }
            public class Image<TPixel> : Image
            {
                public Image<TPixel> Clone() => null; public void CopyPixelDataTo(System.Span<TPixel> destination) { } public bool DangerousTryGetSinglePixelMemory(out System.Memory<TPixel> memory) { memory = default; return true; }
                public System.Collections.Generic.List<ImageFrame<TPixel>> Frames => null; public TPixel this[int x, int y] { get => default; set { } } public int Width => 0;
            }
            public class ImageFrame<TPixel>
            {
                public void CopyPixelDataTo(System.Span<TPixel> destination) { } public bool DangerousTryGetSinglePixelMemory(out System.Memory<TPixel> memory) { memory = default; return true; } public TPixel this[int x, int y] { get => default; set { } }
            }
            public ref struct PixelAccessor<TPixel> { public System.Span<TPixel> GetRowSpan(int rowIndex) => default; }
        }

        namespace SixLabors.ImageSharp.Processing
        {
            public static class ProcessingExtensions { public static void Mutate<TPixel>(this Image<TPixel> source, System.Action<object> operation) { } public static Image<TPixel> Clone<TPixel>(this Image<TPixel> source, System.Action<object> operation) => null; }
        }
        """;
}
