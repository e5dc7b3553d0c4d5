using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Printing;

/// <summary>Where the constants of a kernel over an index space stand, in words of 32 bits; the runtime's class of the same name fills them.</summary>
/// <remarks>The grid, the first group, the scalars of 8 bytes, those of 4; then each buffer's base, sizes and strides, which stand in a buffer of their own when they do not fit.</remarks>
public sealed class ComputeConstants
{
    /// <summary>The words that every device has for constants.</summary>
    public const int MaxWords = 32;

    /// <summary>Where the grid stands: three words.</summary>
    public const int Grid = 0;

    /// <summary>Where the first group of the dispatch stands: three words.</summary>
    public const int FirstGroup = 3;

    const int HeaderWords = 6;
    readonly Dictionary<int, int> _scalars = [];
    readonly Dictionary<int, int> _buffers = [];

    /// <summary>Lays out the constants of a kernel.</summary>
    /// <param name="parameters">Its parameters, with the dtypes they have in memory.</param>
    public ComputeConstants(EquatableArray<ComputeParameter> parameters)
    {
        int word = HeaderWords;
        foreach (bool isWide in new[] { true, false })
        {
            for (int index = 0; index < parameters.Count; index++)
            {
                if (!parameters[index].IsBuffer && parameters[index].Type.Size == 8 == isWide)
                {
                    _scalars[index] = word;
                    word += isWide ? 2 : 1;
                }
            }
        }

        int layout = 0;
        for (int index = 0; index < parameters.Count; index++)
        {
            if (parameters[index].IsBuffer)
            {
                _buffers[index] = layout;
                layout += 1 + (2 * parameters[index].Rank);
            }
        }

        HasLayoutBuffer = word + layout > MaxWords;
        LayoutStart = HasLayoutBuffer ? 0 : word;
        LayoutWords = layout;
    }

    /// <summary>Whether the layouts of the buffers stand in a buffer of their own.</summary>
    public bool HasLayoutBuffer { get; }

    /// <summary>Where the layouts begin, among the constants or in their buffer.</summary>
    public int LayoutStart { get; }

    /// <summary>The words that the layouts take.</summary>
    public int LayoutWords { get; }

    /// <summary>Where a scalar stands.</summary>
    /// <param name="parameter">Its position among the parameters.</param>
    /// <returns>Its first word.</returns>
    public int Scalar(int parameter) => _scalars[parameter];

    /// <summary>Where the base of a buffer stands; its sizes follow, then its strides, from the outermost axis on.</summary>
    /// <param name="parameter">Its position among the parameters.</param>
    /// <returns>The word.</returns>
    public int Base(int parameter) => LayoutStart + _buffers[parameter];
}
