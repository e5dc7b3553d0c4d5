namespace TypedTensors.Compiler;

/// <summary>Every name of the runtime that the compiler reads or emitted code writes. A test looks each of them up in the runtime.</summary>
public static class RuntimeNames
{
    /// <summary>The namespace of what users name.</summary>
    public const string Namespace = "TypedTensors";

    /// <summary>The namespace of what only emitted code names.</summary>
    public const string KernelsNamespace = "TypedTensors.Kernels";

    /// <summary>The attribute that marks a kernel.</summary>
    public const string ElementwiseAttribute = "TypedTensors.ElementwiseAttribute";

    /// <summary>The attribute that marks a function of the kernel language.</summary>
    public const string KernelFunctionAttribute = "TypedTensors.KernelFunctionAttribute";

    /// <summary>The property of <see cref="KernelFunctionAttribute"/> by which no vector forms are emitted.</summary>
    public const string BodyOnlyProperty = "BodyOnly";

    /// <summary>The attribute that carries the body of a function of the kernel language with its assembly.</summary>
    public const string KernelFunctionBodyAttribute = "TypedTensors.KernelFunctionBodyAttribute";

    /// <summary>The attribute that marks a reduction.</summary>
    public const string ReductionAttribute = "TypedTensors.ReductionAttribute";

    /// <summary>The attribute that makes an emitted method a row of the catalog of reductions.</summary>
    public const string TensorReductionAttribute = "TypedTensors.TensorReductionAttribute";

    /// <summary>The attribute that marks a parameter that is one value for the whole call.</summary>
    public const string ScalarAttribute = "TypedTensors.ScalarAttribute";

    /// <summary>The attribute that makes an emitted method a row of the catalog.</summary>
    public const string TensorOperationAttribute = "TypedTensors.TensorOperationAttribute";

    /// <summary>Tells the forms of an operation from each other.</summary>
    public const string TensorOperationForm = "TypedTensors.TensorOperationForm";

    /// <summary>The form that writes into its first tensor.</summary>
    public const string InPlaceForm = "InPlace";

    /// <summary>The attribute that asks for the operators between dtypes; in the assembly of the built-in operations.</summary>
    public const string PromotedOperatorsAttribute = "TypedTensors.PromotedOperatorsAttribute";

    /// <summary>The tensor, with two type parameters.</summary>
    public const string Tensor = "TypedTensors.Tensor";

    /// <summary>A tensor or a scalar, with two type parameters.</summary>
    public const string Operand = "TypedTensors.Operand";

    /// <summary>The constraint on a device.</summary>
    public const string Device = "TypedTensors.IDevice";

    /// <summary>The attribute of methods that write the elements of their receiver.</summary>
    public const string MutatesAttribute = "TypedTensors.MutatesAttribute";

    /// <summary>The attribute of members whose result shares memory with their receiver or first argument.</summary>
    public const string SharesMemoryAttribute = "TypedTensors.SharesMemoryAttribute";

    /// <summary>The property of <see cref="SharesMemoryAttribute"/> that says that the result sees the memory in another layout.</summary>
    public const string RelaidProperty = "Relaid";

    /// <summary>The attribute of return values that share memory with a parameter.</summary>
    public const string ViewOfAttribute = "TypedTensors.ViewOfAttribute";

    /// <summary>The attribute of members whose result has memory of its own.</summary>
    public const string CopiesAttribute = "TypedTensors.CopiesAttribute";

    /// <summary>The attribute of members whose result records what is computed with it, for a gradient.</summary>
    public const string RequiresGradientAttribute = "TypedTensors.RequiresGradientAttribute";

    /// <summary>The attribute of methods that compute gradients from what was recorded.</summary>
    public const string BackwardAttribute = "TypedTensors.BackwardAttribute";

    /// <summary>The device that is this machine's processor.</summary>
    public const string Cpu = "TypedTensors.Cpu";

    /// <summary>The device that runs SPIR-V; in an assembly of its own.</summary>
    public const string Vulkan = "TypedTensors.Vulkan";

    /// <summary>The capability of a device to run kernels of an element type, which is its type parameter.</summary>
    public const string Computes = "TypedTensors.IComputes";

    /// <summary>The capability of a device to compute every operation on an element type, with one type parameter.</summary>
    public const string ComputesFunctions = "TypedTensors.IComputesFunctions";

    /// <summary>The element types as values.</summary>
    public const string Dtype = "TypedTensors.Dtype";

    /// <summary>Turns a type parameter into a <see cref="Dtype"/>.</summary>
    public const string Dtypes = "TypedTensors.Dtypes";

    /// <summary>An operand whose types have been forgotten.</summary>
    public const string KernelOperand = "TypedTensors.Kernels.KernelOperand";

    /// <summary>What an emitted kernel implements.</summary>
    public const string ElementwiseKernel = "TypedTensors.Kernels.IElementwiseKernel";

    /// <summary>What an emitted kernel is run on.</summary>
    public const string ElementwiseBlock = "TypedTensors.Kernels.ElementwiseBlock";

    /// <summary>How an emitted kernel writes vectors.</summary>
    public const string VectorStore = "TypedTensors.Kernels.IVectorStore";

    /// <summary>Runs an emitted kernel.</summary>
    public const string Elementwise = "TypedTensors.Kernels.Elementwise";

    /// <summary>What an emitted reduction implements.</summary>
    public const string ReductionKernel = "TypedTensors.Kernels.IReductionKernel";

    /// <summary>The accumulators that an emitted reduction works on.</summary>
    public const string ReductionLanes = "TypedTensors.Kernels.ReductionLanes";

    /// <summary>The elements that an emitted reduction takes.</summary>
    public const string ReductionRows = "TypedTensors.Kernels.ReductionRows";

    /// <summary>Where an emitted reduction writes.</summary>
    public const string ReductionResults = "TypedTensors.Kernels.ReductionResults";

    /// <summary>Runs an emitted reduction.</summary>
    public const string Reduction = "TypedTensors.Kernels.Reduction";

    /// <summary>Turns bools in memory into masks and back.</summary>
    public const string VectorMask = "TypedTensors.Kernels.VectorMask";

    /// <summary>The functions that .NET's vectors lack; in the assembly of the built-in operations.</summary>
    public const string KernelMath = "TypedTensors.Kernels.KernelMath";

    /// <summary>What is thrown of shapes that do not fit.</summary>
    public const string ShapeException = "TypedTensors.ShapeException";

    /// <summary>The attribute that marks a kernel over an index space.</summary>
    public const string KernelAttribute = "TypedTensors.KernelAttribute";

    /// <summary>The thread that runs a kernel over an index space.</summary>
    public const string Threads = "TypedTensors.Threads";

    /// <summary>What the names of buffers begin with; the number of axes and a D follow.</summary>
    public const string Buffer = "TypedTensors.Buffer";

    /// <summary>What the names of buffers that are only read begin with.</summary>
    public const string ReadOnlyBuffer = "TypedTensors.ReadOnlyBuffer";

    /// <summary>The highest number of axes that a buffer has.</summary>
    public const int MaxBufferRank = 4;

    /// <summary>How many threads a kernel is asked to run.</summary>
    public const string GridSize = "TypedTensors.GridSize";

    /// <summary>What an emitted kernel over an index space implements.</summary>
    public const string ComputeKernel = "TypedTensors.Kernels.IComputeKernel";

    /// <summary>What an emitted kernel over an index space says of a buffer.</summary>
    public const string ComputeBuffer = "TypedTensors.Kernels.ComputeBuffer";

    /// <summary>What an emitted kernel over an index space is run on.</summary>
    public const string ComputeGroup = "TypedTensors.Kernels.ComputeGroup";

    /// <summary>Runs an emitted kernel over an index space.</summary>
    public const string Compute = "TypedTensors.Kernels.Compute";

    /// <summary>All names of types, with the number of their type parameters.</summary>
    public static IReadOnlyList<(string Name, int Arity)> Types { get; } =
    [
        (ElementwiseAttribute, 0), (KernelFunctionAttribute, 0), (KernelFunctionBodyAttribute, 0), (ScalarAttribute, 0), (TensorOperationAttribute, 0),
        (TensorOperationForm, 0), (PromotedOperatorsAttribute, 0), (Tensor, 2), (Operand, 2), (Device, 0), (MutatesAttribute, 0), (SharesMemoryAttribute, 0), (ViewOfAttribute, 0), (CopiesAttribute, 0), (RequiresGradientAttribute, 0), (BackwardAttribute, 0), (Cpu, 0), (Computes, 1), (ComputesFunctions, 1), (Dtype, 0), (Dtypes, 0), (KernelOperand, 0),
        (ElementwiseKernel, 0), (ElementwiseBlock, 0), (VectorStore, 0), (Elementwise, 0), (ReductionAttribute, 0),
        (TensorReductionAttribute, 0), (ReductionKernel, 0), (ReductionLanes, 0), (ReductionRows, 0), (ReductionResults, 0), (Reduction, 0), (VectorMask, 0), (KernelMath, 0),
        (ShapeException, 0), (KernelAttribute, 0), (Threads, 0), (GridSize, 0), (ComputeKernel, 0), (ComputeBuffer, 0), (ComputeGroup, 0), (Compute, 0),
        .. Enumerable.Range(1, MaxBufferRank).SelectMany(rank => new[] { ($"{Buffer}{rank}D", 1), ($"{ReadOnlyBuffer}{rank}D", 1) }),
    ];

    /// <summary>The members of <see cref="KernelMath"/> that stand for operators, beside those that the intrinsics table names.</summary>
    public static IReadOnlyList<string> KernelMathOperators { get; } =
        ["Divide", "Remainder", "ShiftLeft", "ShiftRight", "ShiftRightLogical", "RoundToSingle"];
}
