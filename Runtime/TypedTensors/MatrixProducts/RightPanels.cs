using System.Runtime.CompilerServices;
using TypedTensors.Loops;

namespace TypedTensors.MatrixProducts;

/// <summary>Copies a part of the right factor into panels: as many columns as a tile has, row after row without gaps, the last panel filled up with zeros.</summary>
/// <remarks>A panel is read once for every tile of rows. Without gaps it takes few pages, and its rows do not meet in the same sets of a cache.</remarks>
internal unsafe struct RightPanels<TLanes, TVector> : IRangeBody
    where TLanes : struct, IProductLanes<TVector>
    where TVector : struct
{
    /// <summary>The part, from its first element on.</summary>
    public Matrix Source;

    /// <summary>The rows of the part.</summary>
    public nint Inner;

    /// <summary>The columns of the part.</summary>
    public nint Columns;

    /// <summary>Where the panels go.</summary>
    public byte* Panels;

    /// <summary>The columns of a panel.</summary>
    public static nint PanelColumns => 2 * TLanes.Bytes / TLanes.ElementBytes;

    /// <summary>The number of panels.</summary>
    public readonly nint Count => (Columns + PanelColumns - 1) / PanelColumns;

    /// <summary>The bytes of a panel.</summary>
    public readonly nint PanelBytes => Inner * 2 * TLanes.Bytes;

    /// <inheritdoc/>
    public readonly void Run(nint start, nint end)
    {
        for (nint panel = start; panel < end; panel++)
        {
            nint column = panel * PanelColumns, columns = Math.Min(PanelColumns, Columns - column);
            Matrix source = Source.From(0, column);
            byte* target = Panels + (panel * PanelBytes);
            if (columns == PanelColumns && source.Column == TLanes.ElementBytes)
            {
                CopyRows(source.Data, source.Row, target, Inner);
                continue;
            }

            if (columns < PanelColumns)
            {
                new Span<byte>(target, (int)PanelBytes).Clear();
            }

            MatrixCopy.Run(source, new Matrix(target, 2 * TLanes.Bytes, TLanes.ElementBytes), Inner, columns, TLanes.ElementBytes);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyRows(byte* source, nint row, byte* target, nint rows)
    {
        for (; rows > 0; rows--, source += row, target += 2 * TLanes.Bytes)
        {
            TVector first = TLanes.Load(source), second = TLanes.Load(source + TLanes.Bytes);
            TLanes.Store(first, target);
            TLanes.Store(second, target + TLanes.Bytes);
        }
    }
}
