using TypedTensors.Testing.Laws;

namespace TypedTensors.Direct3D.Tests.Laws;

/// <summary>The HLSL of every operation, dispatched as DirectX is handed it, meets the expectations that the processor meets.</summary>
public class HlslParityTests
{
    [DirectXTheory]
    [MemberData(nameof(DirectXCatalog.CasesButHalf), MemberType = typeof(DirectXCatalog))]
    public void Operation_IsTheScalarMethod(string operation, Dtype dtype) => ScalarMethodLaw.Check<DirectX>(DirectXCatalog.Find(operation), dtype);

    [DirectXTheory]
    [MemberData(nameof(DirectXCatalog.CasesButHalf), MemberType = typeof(DirectXCatalog))]
    public void Operation_IsTheScalarMethodAtSpecialValues(string operation, Dtype dtype) => ScalarMethodLaw.CheckSpecial<DirectX>(DirectXCatalog.Find(operation), dtype);

    [DirectXTheory]
    [MemberData(nameof(DirectXCatalog.OnHalf), MemberType = typeof(DirectXCatalog))]
    public void Half_IsFloatRoundedOnce(string operation) => HalfLaw.Check<DirectX>(DirectXCatalog.Find(operation));

    [DirectXTheory]
    [MemberData(nameof(DirectXCatalog.Cases), MemberType = typeof(DirectXCatalog))]
    public void Layout_ChangesNothing(string operation, Dtype dtype) => LayoutLaw.Check<DirectX>(DirectXCatalog.Find(operation), dtype);

    [DirectXTheory]
    [MemberData(nameof(DirectXCatalog.Cases), MemberType = typeof(DirectXCatalog))]
    public void Broadcast_IsTheStretchedClone(string operation, Dtype dtype) => BroadcastLaw.Check<DirectX>(DirectXCatalog.Find(operation), dtype);

    [DirectXTheory]
    [MemberData(nameof(DirectXCatalog.Cases), MemberType = typeof(DirectXCatalog))]
    public void Destination_IsTheAllocatedResult(string operation, Dtype dtype) => DestinationLaw.Check<DirectX>(DirectXCatalog.Find(operation), dtype);

    [DirectXTheory]
    [MemberData(nameof(DirectXCatalog.Cases), MemberType = typeof(DirectXCatalog))]
    public void Overlap_IsAsIfCopiedFirst(string operation, Dtype dtype) => OverlapLaw.Check<DirectX>(DirectXCatalog.Find(operation), dtype);
}
