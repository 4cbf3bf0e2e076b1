namespace TypedPolicy.Refpolicy.Finding;

/// <summary>
/// An index as bytes: its tables and its words, as they lie in memory. It is for the machine that wrote it, and anyone who reads it makes sure that it is what was
/// written, by a hash: only its measures are checked here.
/// </summary>
public static class FinderIndexBytes
{
    private const int Mark = 0x31_46_50_54;
    private static readonly int TableCount = Enum.GetValues(typeof(IndexTable)).Length;

    /// <summary>Writes an index.</summary>
    public static byte[] Write(FinderIndex index)
    {
        var ends = index.Strings.Ends;
        int[][] parts = [[Mark, ends.Length, .. index.Tables.Select(t => t.Length)], ends, .. index.Tables];
        var numbers = parts.Sum(p => p.Length) * sizeof(int);
        var bytes = new byte[numbers + (ends.Length == 0 ? 0 : ends[ends.Length - 1])];
        var at = 0;
        foreach (var part in parts)
        {
            Buffer.BlockCopy(part, 0, bytes, at, part.Length * sizeof(int));
            at += part.Length * sizeof(int);
        }

        index.Strings.CopyTo(bytes, at);
        return bytes;
    }

    /// <summary>Reads an index; null if the bytes are not one.</summary>
    /// <param name="bytes">The bytes; they must not change as long as the index is used.</param>
    /// <param name="start">Where it begins in them.</param>
    public static FinderIndex? Read(byte[] bytes, int start)
    {
        var at = start;
        if (Take(2 + TableCount) is not { } head || head[0] != Mark || Take(head[1]) is not { } ends)
        {
            return null;
        }

        var tables = new int[TableCount][];
        for (var i = 0; i < tables.Length; i++)
        {
            if (Take(head[2 + i]) is not { } table)
            {
                return null;
            }

            tables[i] = table;
        }

        var end = at;
        foreach (var word in ends)
        {
            if (at + (long)word < end || at + (long)word > bytes.Length)
            {
                return null;
            }

            end = at + word;
        }

        return end == bytes.Length && tables[0].Length == 1 ? new FinderIndex(new StringTable(bytes, at, ends), tables) : null;

        int[]? Take(int count)
        {
            if (count < 0 || count > (bytes.Length - at) / sizeof(int))
            {
                return null;
            }

            var numbers = new int[count];
            Buffer.BlockCopy(bytes, at, numbers, 0, count * sizeof(int));
            at += count * sizeof(int);
            return numbers;
        }
    }
}
