// A first tensor: load what NumPy wrote, see what is shared and what is copied, compute, print, and save what NumPy reads.
//
//     dotnet run -c Release --project Samples/01-FirstTensor [file.npy] [scores.npy]
using FirstTensor;
using TypedTensors;

string path = args.Length > 0 ? args[0] : Path.Combine(AppContext.BaseDirectory, "speed_of_light.npy");
string target = args.Length > 1 ? args[1] : Path.Combine(Path.GetTempPath(), "scores.npy");

// The dtype is part of the type. A file that holds another one is refused, not converted.
NpyHeader header = Npy.ReadHeader(path);
Tensor<double, Cpu> runs = Npy.Load<double>(path);
Console.WriteLine($"{Path.GetFileName(path)}: {Dtypes.NumpyNameOf(header.Dtype)}, shape {runs.Shape}");
Console.WriteLine(runs);
try
{
    Npy.Load<float>(path);
}
catch (NumpyFormatException refusal)
{
    Console.WriteLine($"As float: {refusal.Message.Replace(path, Path.GetFileName(path))}");
}

// As shares, To copies: a view of the first row sees a write to the tensor, a copy does not.
Console.WriteLine();
Tensor<double, Cpu> view = runs[0, ..];
Tensor<double, Cpu> copy = view.Clone();
double first = runs[0, 0];
#pragma warning disable TT2001 // which is what the rule reports, and what is shown here
runs[0, 0] = -1;
#pragma warning restore TT2001
Console.WriteLine($"after runs[0, 0] = -1: the view has {view[0]}, the copy has {copy[0]}");
runs[0, 0] = first;

// Narrowing is written where it happens.
Tensor<float, Cpu> single = runs.Cast<float>();
Console.WriteLine($"runs is {runs.Dtype}, runs.Cast<float>() is {single.Dtype}, their sum is {(runs + single).Dtype}");

// One fused pass over [n, m], [n, 1] and [n, 1]: no intermediate tensor, nothing stretched in memory.
Console.WriteLine();
Tensor<double, Cpu> mean = runs.Mean(axis: 1, keepDims: true);
Tensor<double, Cpu> deviation = (runs - mean).Square().Mean(axis: 1, keepDims: true).Sqrt();
Tensor<double, Cpu> scores = runs.RobustScore(mean, deviation);
Console.WriteLine("mean of each row:");
Console.WriteLine(mean.Squeeze(1));
Console.WriteLine("robust scores:");
Console.WriteLine(scores);

Console.WriteLine("how rows go together, scores @ scores.T / n:");
Console.WriteLine(scores.MatMul(scores.Transpose()) / scores.Shape[1]);
Console.WriteLine("softmax of the means, as weights:");
Console.WriteLine(((mean - mean.Mean()) / deviation).Softmax(axis: 0).Squeeze(1));

Npy.Save(target, scores);
Console.WriteLine($"saved {scores.Shape} {scores.Dtype} for numpy.load");
