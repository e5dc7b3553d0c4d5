namespace TypedTensors.Compiler.Printing.Spirv;

/// <summary>What a module needs of the device.</summary>
enum Capability : uint
{
    Shader = 1,
    Float64 = 10,
    Int64 = 11,
    StorageBuffer16BitAccess = 4433,
    StorageBuffer8BitAccess = 4448,
    SignedZeroInfNanPreserve = 4466,
}

/// <summary>Where a variable lives.</summary>
enum StorageClass : uint
{
    Input = 1,
    Workgroup = 4,
    Function = 7,
    PushConstant = 9,
    StorageBuffer = 12,
}

/// <summary>What is said of a value, a variable or a member beside its type.</summary>
enum Decoration : uint
{
    SpecId = 1,
    Block = 2,
    ArrayStride = 6,
    BuiltIn = 11,
    Binding = 33,
    DescriptorSet = 34,
    Offset = 35,
    NoContraction = 42,
}

/// <summary>How an entry point runs.</summary>
enum ExecutionMode : uint
{
    LocalSize = 17,
    SignedZeroInfNanPreserve = 4461,
}

/// <summary>The values that the device hands to an invocation.</summary>
enum BuiltIn : uint
{
    WorkgroupSize = 25,
    WorkgroupId = 26,
    LocalInvocationId = 27,
    GlobalInvocationId = 28,
    LocalInvocationIndex = 29,
}

/// <summary>Functions of the extended instruction set <c>GLSL.std.450</c>.</summary>
enum GlslFunction : uint
{
    RoundEven = 2,
    Trunc = 3,
    FAbs = 4,
    Floor = 8,
    Ceil = 9,
    Sqrt = 31,
    Fma = 50,
    FindUMsb = 75,
}
