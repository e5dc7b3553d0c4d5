using TypedTensors;

namespace Mandelbrot;

/// <summary>What a thread does for its pixel.</summary>
public static partial class Painter
{
    const int Rounds = 1500, Samples = 2;

    /// <summary>Paints the Mandelbrot set, coloured by how soon a point escapes.</summary>
    /// <param name="picture">Red, green and blue: three planes.</param>
    /// <param name="centreX">The real part in the middle.</param>
    /// <param name="centreY">The imaginary part in the middle.</param>
    /// <param name="step">From one pixel to the next.</param>
    [Kernel(16, 16)]
    public static void Paint(Threads at, Buffer3D<byte> picture, float centreX, float centreY, float step)
    {
        if (at.X >= picture.Columns || at.Y >= picture.Rows)
        {
            return;
        }

        float red = 0, green = 0, blue = 0;
        for (int i = 0; i < Samples * Samples; i++)
        {
            // Each pixel is the mean of a few points in it, so that edges are smooth.
            float x = at.X - 0.5f * picture.Columns + (i % Samples + 0.5f) * (1f / Samples);
            float y = at.Y - 0.5f * picture.Rows + (i / Samples + 0.5f) * (1f / Samples);
            float escape = Escape(centreX + x * step, centreY - y * step);
            float hue = 0.32f * MathF.Log(1 + escape);
            float light = escape > 0 ? 1 : 0;
            red += light * Wave(hue, 0);
            green += light * Wave(hue, 0.09f);
            blue += light * Wave(hue, 0.2f);
        }

        picture[0, at.Y, at.X] = Shade(red);
        picture[1, at.Y, at.X] = Shade(green);
        picture[2, at.Y, at.X] = Shade(blue);
    }

    /// <summary>After how many rounds a point is far away, as a real number; 0 if it never is.</summary>
    static float Escape(float real, float imaginary)
    {
        float x = 0, y = 0;
        int round = 0;
        while (round < Rounds && x * x + y * y < 1 << 16)
        {
            (x, y) = (x * x - y * y + real, 2 * x * y + imaginary);
            round++;
        }

        return round == Rounds ? 0 : round + 4 - MathF.Log2(MathF.Log2(x * x + y * y));
    }

    /// <summary>A colour that comes and goes.</summary>
    static float Wave(float hue, float phase) => 0.5f - 0.5f * MathF.Cos(2 * MathF.PI * (3 * hue + phase));

    static byte Shade(float sum) => (byte)(255 * (1f / (Samples * Samples)) * sum);
}
