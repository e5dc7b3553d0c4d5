using System.Numerics;

namespace TypedTensors.Ops.Tests.Surface;

/// <summary>Equations and decompositions, which know nothing of NaN.</summary>
static class MatrixCases
{
    [Case(typeof(LinearSystems), nameof(LinearSystems.Inverse), "2 3 3", Refused = "3 4", Diagonal = 7)]
    public static object Inverse<T>(Given x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => x.Of<T>().Inverse();

    [Case(typeof(LinearSystems), nameof(LinearSystems.Det), "2 3 3", Refused = "3 4", Diagonal = 7)]
    public static object Det<T>(Given x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => x.Of<T>().Det();

    [Case(typeof(LinearSystems), nameof(LinearSystems.SlogDet), "2 3 3", Refused = "3 4", Diagonal = 7)]
    public static object SlogDet<T>(Given x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => x.Of<T>().SlogDet();

    [Case(typeof(LinearSystems), nameof(LinearSystems.Solve), "2 3 3, 3 2", Refused = "3 3, 2 2", Diagonal = 7)]
    public static object Solve<T>(Given x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => x.Of<T>().Solve(x.Of<T>(1));

    [Case(typeof(Decompositions), nameof(Decompositions.Cholesky), "2 3 3", Refused = "3 4", Diagonal = 7)]
    public static object Cholesky<T>(Given x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => x.Of<T>().Cholesky();

    [Case(typeof(Decompositions), nameof(Decompositions.Eigh), "2 3 3", Refused = "3 4", Diagonal = 7)]
    public static object Eigh<T>(Given x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => x.Of<T>().Eigh();

    [Case(typeof(Decompositions), nameof(Decompositions.Qr), "2 3 2", Refused = "3", Diagonal = 7)]
    public static object Qr<T>(Given x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => x.Of<T>().Qr();

    [Case(typeof(Decompositions), nameof(Decompositions.Svd), "2 3 2", Refused = "3", Diagonal = 7)]
    public static object Svd<T>(Given x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => x.Of<T>().Svd();

    [Case(typeof(Ranks), nameof(Ranks.MatrixRank), "2 3 2", Refused = "3", Diagonal = 7)]
    public static object MatrixRank<T>(Given x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => x.Of<T>().MatrixRank();

    [Case(typeof(Ranks), nameof(Ranks.Pinv), "2 3 2", Refused = "3", Diagonal = 7)]
    public static object Pinv<T>(Given x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => x.Of<T>().Pinv();

    [Case(typeof(SingularNorms), nameof(SingularNorms.SpectralNorm), "2 3 2", Refused = "3", Diagonal = 7)]
    public static object SpectralNorm<T>(Given x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => x.Of<T>().SpectralNorm();

    [Case(typeof(SingularNorms), nameof(SingularNorms.NuclearNorm), "2 3 2", Refused = "3", Diagonal = 7)]
    public static object NuclearNorm<T>(Given x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => x.Of<T>().NuclearNorm();
}
