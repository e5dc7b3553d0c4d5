using TypedTensors.Testing.Catalog;
using TypedTensors.Testing.Laws;

namespace TypedTensors.Direct3D.Tests.Laws;

/// <summary>The HLSL of every operation, dispatched as DirectX is handed it, meets the expectations that the processor meets.</summary>
public class HlslParityTests
{
    [DirectXTheory]
    [MemberData(nameof(DeviceCatalog<DirectX>.CasesButHalf), MemberType = typeof(DeviceCatalog<DirectX>))]
    public void Operation_IsTheScalarMethod(string operation, Dtype dtype) => ScalarMethodLaw.Check<DirectX>(BuiltIn.Find(operation), dtype);

    [DirectXTheory]
    [MemberData(nameof(DeviceCatalog<DirectX>.CasesButHalf), MemberType = typeof(DeviceCatalog<DirectX>))]
    public void Operation_IsTheScalarMethodAtSpecialValues(string operation, Dtype dtype) => ScalarMethodLaw.CheckSpecial<DirectX>(BuiltIn.Find(operation), dtype);

    [DirectXTheory]
    [MemberData(nameof(DeviceCatalog<DirectX>.OnHalf), MemberType = typeof(DeviceCatalog<DirectX>))]
    public void Half_IsFloatRoundedOnce(string operation) => HalfLaw.Check<DirectX>(BuiltIn.Find(operation));

    [DirectXTheory]
    [MemberData(nameof(DeviceCatalog<DirectX>.Cases), MemberType = typeof(DeviceCatalog<DirectX>))]
    public void Layout_ChangesNothing(string operation, Dtype dtype) => LayoutLaw.Check<DirectX>(BuiltIn.Find(operation), dtype);

    [DirectXTheory]
    [MemberData(nameof(DeviceCatalog<DirectX>.Cases), MemberType = typeof(DeviceCatalog<DirectX>))]
    public void Broadcast_IsTheStretchedClone(string operation, Dtype dtype) => BroadcastLaw.Check<DirectX>(BuiltIn.Find(operation), dtype);

    [DirectXTheory]
    [MemberData(nameof(DeviceCatalog<DirectX>.Cases), MemberType = typeof(DeviceCatalog<DirectX>))]
    public void Destination_IsTheAllocatedResult(string operation, Dtype dtype) => DestinationLaw.Check<DirectX>(BuiltIn.Find(operation), dtype);

    [DirectXTheory]
    [MemberData(nameof(DeviceCatalog<DirectX>.Cases), MemberType = typeof(DeviceCatalog<DirectX>))]
    public void Overlap_IsAsIfCopiedFirst(string operation, Dtype dtype) => OverlapLaw.Check<DirectX>(BuiltIn.Find(operation), dtype);
}
