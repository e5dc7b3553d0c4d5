using TypedTensors.Compiler;
using TypedTensors.Compiler.Devices;
using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Text;

namespace TypedTensors.Generators.Emitters;

/// <summary>The operators of one tensor type, in groups by what they ask of a device: an extension block has one set of constraints.</summary>
sealed class CapabilityGroups
{
    readonly SortedDictionary<string, IndentedWriter> _groups = new(StringComparer.Ordinal);

    /// <summary>The text of the group of an operator.</summary>
    /// <param name="kinds">The dtypes that it reads and computes with.</param>
    /// <param name="symbol">The operator: the remainder is a function, of which HLSL has none on double.</param>
    public IndentedWriter For(IEnumerable<ElementKind> kinds, string symbol)
    {
        string capabilities = string.Concat(kinds.Distinct().OrderBy(kind => kind)
            .Select(kind => Capabilities.Of(kind, withFunctions: symbol == "%"))
            .Where(capability => capability is not null)
            .Select(capability => ", " + capability!.Replace($"global::{RuntimeNames.Namespace}.", "")));
        if (!_groups.TryGetValue(capabilities, out IndentedWriter? group))
        {
            group = new IndentedWriter();
            _groups[capabilities] = group;
        }

        return group;
    }

    /// <summary>Writes an extension block for each group.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="receiver">The parameter of the blocks.</param>
    public void Emit(IndentedWriter writer, string receiver)
    {
        foreach (KeyValuePair<string, IndentedWriter> group in _groups)
        {
            writer.Block($"extension<TDevice>({receiver})\n    where TDevice : struct, IDevice{group.Key}", () => writer.Line(group.Value.ToString().TrimEnd('\n')));
            writer.Line();
        }
    }
}
