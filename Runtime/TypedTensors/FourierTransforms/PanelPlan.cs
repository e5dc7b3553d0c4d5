using System.Numerics;
using System.Runtime.CompilerServices;

namespace TypedTensors.FourierTransforms;

/// <summary>How panels of one length are transformed: the radices of the passes, and their roots of unity.</summary>
internal sealed unsafe class PanelPlan<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int[] radices;
    private readonly T[][] twiddles;
    private readonly T[][] roots;

    /// <summary>Computes the roots.</summary>
    public PanelPlan(nint length, int[] radices)
    {
        Length = length;
        this.radices = radices;
        twiddles = new T[radices.Length][];
        roots = new T[radices.Length][];
        long groups = 1;
        for (int pass = 0; pass < radices.Length; pass++)
        {
            int radix = radices[pass];
            twiddles[pass] = GC.AllocateUninitializedArray<T>((int)(groups * (radix - 1) * 2), pinned: true);
            roots[pass] = GC.AllocateUninitializedArray<T>(2 * radix, pinned: true);
            T* twiddle = Address(twiddles[pass]), root = Address(roots[pass]);
            for (long group = 0; group < groups; group++)
            {
                for (int j = 1; j < radix; j++, twiddle += 2)
                {
                    Roots.Write((Int128)group * j, groups * radix, twiddle);
                }
            }

            for (int j = 0; j < radix; j++)
            {
                Roots.Write(j, radix, root + (2 * j));
            }

            groups *= radix;
        }
    }

    /// <summary>The elements of a panel.</summary>
    public nint Length { get; }

    /// <summary>Transforms a panel, in turn from one to the other.</summary>
    /// <returns>The one of the two where the result is.</returns>
    public T* Run<TLanes>(T* panel, T* other)
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        nint groups = 1, stride = Length;
        for (int pass = 0; pass < radices.Length; pass++)
        {
            int radix = radices[pass];
            stride /= radix;
            T* twiddle = Address(twiddles[pass]);
            switch (radix)
            {
                case 2: Radix<TLanes, T>.Pass2(panel, other, groups, stride, twiddle); break;
                case 3: Radix<TLanes, T>.Pass3(panel, other, groups, stride, twiddle); break;
                case 4: Radix<TLanes, T>.Pass4(panel, other, groups, stride, twiddle); break;
                case 5: Radix<TLanes, T>.Pass5(panel, other, groups, stride, twiddle); break;
                case 8: Radix<TLanes, T>.Pass8(panel, other, groups, stride, twiddle); break;
                default: Radix<TLanes, T>.PassAny(panel, other, groups, stride, twiddle, radix, Address(roots[pass])); break;
            }

            groups *= radix;
            T* written = other;
            other = panel;
            panel = written;
        }

        return panel;
    }

    // The arrays are pinned and live as long as the plan, which its callers hold.
    private static T* Address(T[] array) => (T*)Unsafe.AsPointer(ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(array));
}
