using System.Text;

namespace TypedPolicy.Refpolicy.Finding;

/// <summary>
/// The words of an index, each once, sorted by their UTF-8 bytes. A word is a number until someone reads it, so that an index which is read from a file
/// costs what is asked of it.
/// </summary>
internal sealed class StringTable(byte[] text, int start, int[] ends)
{
    private readonly string?[] _read = new string?[ends.Length];

    public int[] Ends => ends;

    public int Count => ends.Length;

    public string this[int number] => _read[number] ??= Encoding.UTF8.GetString(text, StartOf(number), LengthOf(number));

    /// <summary>The number of a word; -1 where the index does not have it.</summary>
    public int Find(string word)
    {
        var sought = Encoding.UTF8.GetBytes(word);
        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = Compare(middle, sought);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    public void CopyTo(byte[] target, int at) => Array.Copy(text, start, target, at, Count == 0 ? 0 : ends[Count - 1]);

    private int StartOf(int number) => start + (number == 0 ? 0 : ends[number - 1]);

    private int LengthOf(int number) => start + ends[number] - StartOf(number);

    private int Compare(int number, byte[] sought)
    {
        var (at, length) = (StartOf(number), LengthOf(number));
        for (var i = 0; i < length && i < sought.Length; i++)
        {
            if (text[at + i] != sought[i])
            {
                return text[at + i] - sought[i];
            }
        }

        return length - sought.Length;
    }
}
