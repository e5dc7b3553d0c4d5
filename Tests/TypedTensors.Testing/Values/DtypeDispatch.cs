using Xunit;

namespace TypedTensors.Testing.Values;

/// <summary>Goes from a dtype as a value to the dtype as a type.</summary>
public static class DtypeDispatch
{
    static readonly Dictionary<Type, Dtype> ByType = Enum.GetValues<Dtype>().ToDictionary(TypeOf);

    /// <summary>Every dtype of real numbers and bool: those of the catalog, whose laws complex numbers, which have no order, do not share.</summary>
    public static IEnumerable<Dtype> Real => Enum.GetValues<Dtype>().Where(dtype => !Dtypes.IsComplex(dtype));

    /// <summary>The same as theory data.</summary>
    public static TheoryData<Dtype> All => [.. Real];

    /// <summary>Does something for the element type that a dtype stands for.</summary>
    public static TResult Run<TResult>(Dtype dtype, IDtypeAction<TResult> action) => dtype switch
    {
        Dtype.Boolean => action.Run<bool>(),
        Dtype.SByte => action.Run<sbyte>(),
        Dtype.Byte => action.Run<byte>(),
        Dtype.Int16 => action.Run<short>(),
        Dtype.UInt16 => action.Run<ushort>(),
        Dtype.Int32 => action.Run<int>(),
        Dtype.UInt32 => action.Run<uint>(),
        Dtype.Int64 => action.Run<long>(),
        Dtype.UInt64 => action.Run<ulong>(),
        Dtype.Half => action.Run<Half>(),
        Dtype.Single => action.Run<float>(),
        Dtype.ComplexSingle => action.Run<Complex<float>>(),
        Dtype.ComplexDouble => action.Run<Complex<double>>(),
        _ => action.Run<double>(),
    };

    /// <summary>The element type that a dtype stands for.</summary>
    public static Type TypeOf(Dtype dtype) => Run(dtype, default(ElementTypeOf));

    /// <summary>The dtype of an element type.</summary>
    public static Dtype Of(Type type) => ByType[type];

    readonly struct ElementTypeOf : IDtypeAction<Type>
    {
        public Type Run<T>()
            where T : unmanaged => typeof(T);
    }
}
