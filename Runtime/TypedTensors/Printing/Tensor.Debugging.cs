using System.Diagnostics;
using System.Globalization;
using System.Text;
using TypedTensors.Printing;

namespace TypedTensors;

[DebuggerDisplay("{DebuggerText,nq}")]
[DebuggerTypeProxy(typeof(TensorDebugView<,>))]
public sealed partial class Tensor<TDtype, TDevice>
{
    private const int ElementsInDebuggerText = 5;

    /// <summary>The tensor in one line, as a debugger shows it: <c>float[2, 3] on cpu, shares memory: 1, 2, 3, ...</c></summary>
    internal string DebuggerText
    {
        get
        {
            string type = $"{Dtypes.NameOf(Dtype)}{Shape} on {DeviceName}";
            if (IsDisposed)
            {
                return $"{type}, disposed";
            }

            var text = new StringBuilder($"{type}, {(IsView ? "shares memory" : "owns its memory")}{(IsReadOnly ? ", read-only" : string.Empty)}: ");
            TDtype[] first = FirstElements(ElementsInDebuggerText);
            for (int i = 0; i < first.Length; i++)
            {
                text.Append(i == 0 ? string.Empty : ", ").Append(Convert.ToString(first[i], CultureInfo.InvariantCulture));
            }

            return text.Append(Length > first.Length ? ", ..." : Length == 0 ? "empty" : string.Empty).ToString();
        }
    }

    /// <summary>Up to so many elements from the beginning, in C order, read one by one.</summary>
    internal TDtype[] FirstElements(int most)
    {
        var elements = new TDtype[(int)Math.Min(most, Length)];
        Span<nint> indices = stackalloc nint[Rank];
        for (int i = 0; i < elements.Length; i++)
        {
            nint rest = i;
            for (int axis = Rank - 1; axis >= 0; axis--)
            {
                (rest, indices[axis]) = Math.DivRem(rest, Shape[axis]);
            }

            elements[i] = this[indices];
        }

        return elements;
    }
}
