using System.Text;

namespace TypedTensors.Compiler.Printing.Spirv;

/// <summary>A run of instructions as words.</summary>
sealed class SpirvSection
{
    readonly List<uint> _words = [];

    /// <summary>The number of words so far.</summary>
    public int Count => _words.Count;

    /// <summary>Adds an instruction: its length and number in one word, then its operands.</summary>
    public void Add(SpirvOp op, params uint[] operands)
    {
        Begin(op, operands.Length);
        _words.AddRange(operands);
    }

    /// <summary>Adds an instruction that yields a value.</summary>
    public void AddValue(SpirvOp op, uint type, uint id, uint[] operands)
    {
        Begin(op, operands.Length + 2);
        _words.Add(type);
        _words.Add(id);
        _words.AddRange(operands);
    }

    /// <summary>Adds an instruction that ends in a text, or in a text and further operands.</summary>
    public void AddText(SpirvOp op, uint[] before, string text, params uint[] after)
    {
        // UTF-8, ended by at least one zero byte, filled with zeros to a whole word.
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        int words = (bytes.Length / 4) + 1;
        Begin(op, before.Length + words + after.Length);
        _words.AddRange(before);
        for (int word = 0; word < words; word++)
        {
            uint value = 0;
            for (int index = Math.Min(bytes.Length, 4 * (word + 1)) - 1; index >= 4 * word; index--)
            {
                value = (value << 8) | bytes[index];
            }

            _words.Add(value);
        }

        _words.AddRange(after);
    }

    /// <summary>Adds the instructions of another section.</summary>
    public void Append(SpirvSection other) => _words.AddRange(other._words);

    /// <summary>Writes a word that was not known when its instruction was added.</summary>
    public void Patch(int position, uint word) => _words[position] = word;

    /// <summary>Copies the words.</summary>
    public void CopyTo(uint[] target, int start) => _words.CopyTo(target, start);

    void Begin(SpirvOp op, int operands) => _words.Add(((uint)(operands + 1) << 16) | (uint)op);
}
