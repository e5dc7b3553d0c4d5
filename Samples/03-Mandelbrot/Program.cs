// A picture of the Mandelbrot set, drawn by one kernel: on the graphics processor and on the processor, with the same pixels.
//
//     dotnet run -c Release --project Samples/03-Mandelbrot [picture.png] [width]
using System.Diagnostics;
using Mandelbrot;
using TypedTensors;

string path = args.Length > 0 ? args[0] : Path.Combine(Path.GetTempPath(), "mandelbrot.png");
int width = args.Length > 1 ? int.Parse(args[1]) : 960, height = width * 5 / 8;

byte[] here = Draw<Cpu>();
try
{
    byte[] there = Draw<Vulkan>();
    int different = here.Zip(there).Count(pair => pair.First != pair.Second);
    Console.WriteLine(different == 0 ? "the pixels are the same" : $"{different} of {here.Length} values differ");
}
catch (VulkanUnavailableException absent)
{
    Console.WriteLine($"drawn on the processor alone: {absent.Message}");
}

Png.Save(path, here, width, height);
Console.WriteLine($"saved {width} x {height} pixels as {Path.GetFileName(path)}");

byte[] Draw<TDevice>()
    where TDevice : struct, IDevice
{
    // The first call also makes the device ready.
    Painter.Paint((1, 1), Tensor<byte, TDevice>.Zeros(3, 1, 1), 0, 0, 1);
    var watch = Stopwatch.StartNew();
    Tensor<byte, TDevice> picture = Tensor<byte, TDevice>.Empty(3, height, width);
    Painter.Paint((width, height), picture, centreX: -0.74515f, centreY: 0.11295f, step: 0.0092f / width);

    // Three planes there, pixels here.
    byte[] pixels = picture.Permute(1, 2, 0).ToArray();
    Console.Error.WriteLine($"{TDevice.Name}: {watch.ElapsedMilliseconds} ms");
    return pixels;
}
