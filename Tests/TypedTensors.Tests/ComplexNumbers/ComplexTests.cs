using System.Globalization;
using System.Numerics;

namespace TypedTensors.Tests;

/// <summary>The complex number itself, against .NET's own and NumPy's.</summary>
public class ComplexTests
{
    [Fact]
    public void Layout_IsRealThenImaginary()
    {
        Assert.Equal(8, System.Runtime.CompilerServices.Unsafe.SizeOf<Complex<float>>());
        Assert.Equal(16, System.Runtime.CompilerServices.Unsafe.SizeOf<Complex<double>>());
        Assert.Equal([1f, 2f], System.Runtime.InteropServices.MemoryMarshal.Cast<Complex<float>, float>([new Complex<float>(1, 2)]).ToArray());
    }

    [Fact]
    public void Arithmetic_IsNumpys()
    {
        Complex<double> x = new(1, 2), y = new(3, -4);
        Assert.Equal(new Complex<double>(4, -2), x + y);
        Assert.Equal(new Complex<double>(-2, 6), x - y);
        Assert.Equal(new Complex<double>(11, 2), x * y);
        Assert.Equal(new Complex<double>(-0.2, 0.4), x / y);
        Assert.Equal(new Complex<double>(0.6, 0.19999999999999998), new Complex<double>(0, 2) / new Complex<double>(1, 3));
        Assert.Equal(new Complex<double>(-1, -2), -x);
        Assert.Equal(new Complex<double>(2, 2), x + 1);
        Assert.Equal(5, y.Magnitude);
        Assert.Equal(-0.9272952180016122, y.Phase, 1e-15);
        Assert.Equal(new Complex<double>(1, -2), x.Conjugate);
    }

    [Fact]
    public void Quotient_DoesNotOverflowWhereItNeedNot() =>
        Assert.Equal(new Complex<double>(1, 0), new Complex<double>(1e300, 1e300) / new Complex<double>(1e300, 1e300));

    [Fact]
    public void NaN_EqualsNothing_ButItself()
    {
        Complex<float> x = new(float.NaN, 1);
        Assert.False(x == new Complex<float>(float.NaN, 1));
        Assert.True(x.Equals(new Complex<float>(float.NaN, 1)));
    }

    [Fact]
    public void Text_IsThatOfDotNet_AndComesBack()
    {
        Complex<double> x = new(1.5, -2);
        Assert.Equal(new Complex(1.5, -2).ToString(CultureInfo.InvariantCulture), x.ToString(null, CultureInfo.InvariantCulture));
        Assert.Equal(x, Complex<double>.Parse("<1.5; -2>", CultureInfo.InvariantCulture));
        Assert.False(Complex<double>.TryParse("1.5 and -2", CultureInfo.InvariantCulture, out _));
    }

    [Fact]
    public void GenericConversions_TakeRealNumbersOnly()
    {
        Assert.Equal(new Complex<float>(3, 0), Convert<int, Complex<float>>(3));
        Assert.Equal(3, Convert<Complex<float>, int>(new Complex<float>(3, 0)));
        Assert.Throws<NotSupportedException>(() => Convert<Complex<float>, int>(new Complex<float>(3, 1)));

        static TTo Convert<TFrom, TTo>(TFrom value)
            where TFrom : INumberBase<TFrom>
            where TTo : INumberBase<TTo> => TTo.CreateChecked(value);
    }
}
