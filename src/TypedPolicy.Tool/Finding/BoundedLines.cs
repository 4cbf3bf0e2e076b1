namespace TypedPolicy.Tool.Finding;

/// <summary>Reads lines without ever holding one that is longer than anybody means it to be.</summary>
internal static class BoundedLines
{
    /// <summary>Reads all lines; of one that is too long, one character more than a line may have, so that who takes it can tell.</summary>
    public static void Read(TextReader reader, int longest, Action<string> take)
    {
        var line = new char[longest + 1];
        var part = new char[65_536];
        var length = 0;
        for (var read = reader.Read(part); read > 0; read = reader.Read(part))
        {
            var rest = part.AsSpan(0, read);
            for (var end = rest.IndexOf('\n'); end >= 0; end = rest.IndexOf('\n'))
            {
                Append(rest[..end]);
                take(new string(line, 0, length));
                length = 0;
                rest = rest[(end + 1)..];
            }

            Append(rest);
        }

        if (length > 0)
        {
            take(new string(line, 0, length));
        }

        void Append(ReadOnlySpan<char> text)
        {
            var room = Math.Min(text.Length, line.Length - length);
            text[..room].CopyTo(line.AsSpan(length));
            length += room;
        }
    }
}
