// Who shares and who copies: the conversions that NumPy, PyTorch and TensorFlow users know, one by one, and what says so here.
//
//     dotnet run -c Release --project Samples/02-ShareOrCopy
using ShareOrCopy;
using TypedTensors;

Story.Tell("torch.from_numpy(a), np.asarray(a)", "array.AsTensor(shape)", () =>
{
    float[] array = [1, 2, 3, 4];
    Tensor<float, Cpu> tensor = array.AsTensor(2, 2);
    return new Outcome(() => array[0] = 10, () => tensor[0, 0], () => tensor[1, 1] = 40, () => array[3], tensor.Dtype);
});

Story.Tell("torch.tensor(a), np.array(a), tf.constant(a)", "array.ToTensor(shape)", () =>
{
    float[] array = [1, 2, 3, 4];
    Tensor<float, Cpu> tensor = array.ToTensor(2, 2);
    return new Outcome(() => array[0] = 10, () => tensor[0, 0], () => tensor[1, 1] = 40, () => array[3], tensor.Dtype);
});

Story.Tell("torch.tensor([1.0]) is float32 from a Python float64", "new[] { 1.0 }.ToTensor() stays double", () =>
{
    double[] array = [1, 2, 3, 4];
    Tensor<double, Cpu> tensor = array.ToTensor(2, 2);
    return new Outcome(() => array[0] = 10, () => tensor[0, 0], () => tensor[1, 1] = 40, () => array[3], tensor.Dtype);
});

Story.Tell("tf.convert_to_tensor(a, tf.float32) of float64", "array.ToTensor().Cast<float>()", () =>
{
    double[] array = [1, 2, 3, 4];
    Tensor<float, Cpu> tensor = array.ToTensor(2, 2).Cast<float>();
    return new Outcome(() => array[0] = 10, () => tensor[0, 0], () => tensor[1, 1] = 40, () => array[3], tensor.Dtype);
});

Story.Tell("tensor.numpy() in PyTorch", "tensor.AsSpan()", () =>
{
    Tensor<float, Cpu> tensor = Tensor<float, Cpu>.Arange(1, 5).Reshape(2, 2);
    return new Outcome(() => tensor.AsSpan()[0] = 10, () => tensor[0, 0], () => tensor[1, 1] = 40, () => tensor.AsSpan()[3], tensor.Dtype);
});

Story.Tell("tensor.numpy() in TensorFlow, tensor.cpu().numpy() from a device", "tensor.ToArray()", () =>
{
    Tensor<float, Cpu> tensor = Tensor<float, Cpu>.Arange(1, 5).Reshape(2, 2);
    float[] array = tensor.ToArray();
    return new Outcome(() => array[0] = 10, () => tensor[0, 0], () => tensor[1, 1] = 40, () => array[3], tensor.Dtype);
});

Story.Tell("a[1:], a.T, a.reshape(...) in NumPy", "tensor[1.., ..], Transpose(), Reshape(...)", () =>
{
    Tensor<float, Cpu> tensor = Tensor<float, Cpu>.Arange(1, 5).Reshape(2, 2);
    Tensor<float, Cpu> transposed = tensor.Transpose();
    return new Outcome(() => tensor[0, 0] = 10, () => transposed[0, 0], () => transposed[1, 1] = 40, () => tensor[1, 1], transposed.Dtype);
});

Story.Tell("a.reshape(...) that NumPy silently copies", "Clone().Reshape(...); Reshape alone refuses", () =>
{
    Tensor<float, Cpu> tensor = Tensor<float, Cpu>.Arange(1, 5).Reshape(2, 2);
    Tensor<float, Cpu> flat = tensor.Transpose().Clone().Reshape(4);
    return new Outcome(() => tensor[0, 0] = 10, () => flat[0], () => flat[3] = 40, () => tensor[1, 1], flat.Dtype);
});

Story.Tell("a.astype(a.dtype), tensor.clone()", "tensor.Clone(), tensor.Cast<T>()", () =>
{
    Tensor<float, Cpu> tensor = Tensor<float, Cpu>.Arange(1, 5).Reshape(2, 2);
    Tensor<float, Cpu> copy = tensor.Cast<float>();
    return new Outcome(() => tensor[0, 0] = 10, () => copy[0, 0], () => copy[1, 1] = 40, () => tensor[1, 1], copy.Dtype);
});

Story.Tell("tensor.to('cpu') that returns the tensor itself", "tensor.To<Cpu>() always copies", () =>
{
    Tensor<float, Cpu> tensor = Tensor<float, Cpu>.Arange(1, 5).Reshape(2, 2);
    Tensor<float, Cpu> moved = tensor.To<Cpu>();
    return new Outcome(() => tensor[0, 0] = 10, () => moved[0, 0], () => moved[1, 1] = 40, () => tensor[1, 1], moved.Dtype);
});

string path = Path.Combine(Path.GetTempPath(), $"share-or-copy-{Environment.ProcessId}.npy");
Npy.Save(path, Tensor<float, Cpu>.Arange(1, 5).Reshape(2, 2));
Story.Tell("np.load(path)", "Npy.Load<float>(path)", () =>
{
    Tensor<float, Cpu> tensor = Npy.Load<float>(path);
    return new Outcome(() => FileElement.Write(path, 0, 10), () => tensor[0, 0], () => tensor[1, 1] = 40, () => FileElement.Read(path, 3), tensor.Dtype);
});

Npy.Save(path, Tensor<float, Cpu>.Arange(1, 5).Reshape(2, 2));
using (Tensor<float, Cpu> map = Npy.Map<float>(path, MapMode.ReadWrite))
{
    Story.Tell("np.load(path, mmap_mode='r+')", "Npy.Map<float>(path, MapMode.ReadWrite)", () =>
        new Outcome(() => map.AsSpan()[0] = 10, () => map[0, 0], () => map[1, 1] = 40, () => map.AsSpan()[3], map.Dtype));
}

Console.WriteLine($"    in the file, once the map is disposed: {FileElement.Read(path, 0)} and {FileElement.Read(path, 3)}");
File.Delete(path);
