namespace TypedPolicy.Tool.Finding;

/// <summary>Reads lines without ever holding one that is longer than anybody means it to be.</summary>
internal static class BoundedLines
{
    /// <summary>Reads all lines; of one that is too long, one character more than a line may have, so that who takes it can tell.</summary>
    public static void Read(TextReader reader, int longest, Action<string> take)
    {
        var buffer = new char[longest + 1];
        var part = new char[16_384];
        var length = 0;
        for (var read = reader.Read(part); read > 0; read = reader.Read(part))
        {
            foreach (var c in part.AsSpan(0, read))
            {
                if (c == '\n')
                {
                    take(new string(buffer, 0, length));
                    length = 0;
                }
                else if (length < buffer.Length)
                {
                    buffer[length++] = c;
                }
            }
        }

        if (length > 0)
        {
            take(new string(buffer, 0, length));
        }
    }
}
