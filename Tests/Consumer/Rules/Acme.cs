namespace Acme;

/// <summary>A library that knows nothing of the rules.</summary>
public class Picture
{
    readonly float[] _pixels;

    /// <summary>Keeps the array.</summary>
    public Picture(float[] pixels) => _pixels = pixels;

    /// <summary>The first pixel.</summary>
    public float First() => _pixels[0];
}

/// <summary>Its user.</summary>
public static class Gallery
{
    /// <summary>Writes the array while the picture is read later.</summary>
    public static float Show()
    {
        float[] pixels = [1, 2, 3];
        Picture picture = new(pixels);
        pixels[0] = 5;
        return picture.First();
    }
}
