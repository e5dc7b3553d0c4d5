using TypedTensors.Testing.Devices;

namespace TypedTensors.Ops.Tests;

/// <summary>
/// Runs an operation on the device of this project on a table of literal cases: once as it stands, and once repeated until whole vectors and a tail have been used.
/// </summary>
/// <remarks>With 0 ulps allowed the bits must agree: also the sign of a zero. Any NaN equals any other.</remarks>
static class Check
{
    /// <summary>More than two vectors of 512 bits with the smallest elements, and not a whole number of them.</summary>
    const int TiledLength = 135;

    public static void Unary<T>(Func<Tensor<T, Device>, Tensor<T, Device>> operation, int ulps, params (T X, T Expected)[] cases)
        where T : unmanaged =>
        Unary<T, T>(operation, ulps, cases);

    public static void Unary<T, TResult>(
        Func<Tensor<T, Device>, Tensor<TResult, Device>> operation, int ulps, params (T X, TResult Expected)[] cases)
        where T : unmanaged
        where TResult : unmanaged =>
        Run(cases, item => item.Expected, rows => operation(Column(rows, row => row.X)), ulps);

    public static void Binary<T>(
        Func<Tensor<T, Device>, Tensor<T, Device>, Tensor<T, Device>> operation, int ulps, params (T X, T Y, T Expected)[] cases)
        where T : unmanaged =>
        Binary<T, T, T>(operation, ulps, cases);

    public static void Binary<TX, TY, TResult>(
        Func<Tensor<TX, Device>, Tensor<TY, Device>, Tensor<TResult, Device>> operation, int ulps, params (TX X, TY Y, TResult Expected)[] cases)
        where TX : unmanaged
        where TY : unmanaged
        where TResult : unmanaged =>
        Run(cases, item => item.Expected, rows => operation(Column(rows, row => row.X), Column(rows, row => row.Y)), ulps);

    public static void Ternary<T>(
        Func<Tensor<T, Device>, Tensor<T, Device>, Tensor<T, Device>, Tensor<T, Device>> operation,
        int ulps,
        params (T X, T Y, T Z, T Expected)[] cases)
        where T : unmanaged =>
        Ternary<T, T>(operation, ulps, cases);

    public static void Ternary<TX, T>(
        Func<Tensor<TX, Device>, Tensor<T, Device>, Tensor<T, Device>, Tensor<T, Device>> operation,
        int ulps,
        params (TX X, T Y, T Z, T Expected)[] cases)
        where TX : unmanaged
        where T : unmanaged =>
        Run(
            cases,
            item => item.Expected,
            rows => operation(Column(rows, row => row.X), Column(rows, row => row.Y), Column(rows, row => row.Z)),
            ulps);

    /// <summary>As <see cref="Unary{T}"/> on <see cref="Half"/>, which has no literals.</summary>
    public static void UnaryHalf(
        Func<Tensor<Half, Device>, Tensor<Half, Device>> operation, int ulps, params (float X, float Expected)[] cases) =>
        Unary<Half>(operation, ulps, [.. cases.Select(item => ((Half)item.X, (Half)item.Expected))]);

    /// <summary>As <see cref="Binary{T}"/> on <see cref="Half"/>, which has no literals.</summary>
    public static void BinaryHalf(
        Func<Tensor<Half, Device>, Tensor<Half, Device>, Tensor<Half, Device>> operation,
        int ulps,
        params (float X, float Y, float Expected)[] cases) =>
        Binary<Half>(operation, ulps, [.. cases.Select(item => ((Half)item.X, (Half)item.Y, (Half)item.Expected))]);

    /// <summary>Checks elements in C order against literals.</summary>
    public static void Elements<T, TDevice>(Tensor<T, TDevice> actual, params T[] expected)
        where T : unmanaged
        where TDevice : struct, IDevice =>
        Elements(actual, 0, expected);

    /// <summary>Checks elements in C order against literals.</summary>
    public static void Elements<T, TDevice>(Tensor<T, TDevice> actual, int ulps, T[] expected)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        T[] elements = actual.ToArray();
        Assert.Equal(expected.Length, elements.Length);
        for (int index = 0; index < elements.Length; index++)
        {
            Assert.True(
                Ulps.AreWithin(expected[index], elements[index], ulps + DeviceAccuracy.ExtraUlps<Device>()),
                FormattableString.Invariant($"Element {index}: {elements[index]:R} in place of {expected[index]:R} (within {ulps} ulps)."));
        }
    }

    static void Run<TCase, TResult>(TCase[] cases, Func<TCase, TResult> expected, Func<TCase[], Tensor<TResult, Device>> operation, int ulps)
        where TResult : unmanaged
    {
        TCase[] tiled = [.. Enumerable.Range(0, TiledLength).Select(index => cases[index % cases.Length])];
        foreach (TCase[] rows in (TCase[][])[cases, tiled])
        {
            TResult[] actual = operation(rows).ToArray();
            Assert.Equal(rows.Length, actual.Length);
            for (int index = 0; index < rows.Length; index++)
            {
                Assert.True(
                    Ulps.AreWithin(expected(rows[index]), actual[index], ulps + DeviceAccuracy.ExtraUlps<Device>()),
                    FormattableString.Invariant($"Element {index} of {rows.Length}: {actual[index]:R} for {rows[index]} (within {ulps} ulps)."));
            }
        }
    }

    static Tensor<T, Device> Column<TCase, T>(TCase[] rows, Func<TCase, T> read)
        where T : unmanaged =>
        rows.Select(read).ToArray().AsTensor().To<Device>();
}
