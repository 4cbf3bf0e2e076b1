using System.Text;
using TypedPolicy.Model.Languages;

namespace TypedPolicy.Tool.Shell;

/// <summary>Writes for a terminal what may have come from anybody's policy: each line stays one, and none commands the terminal.</summary>
internal static class Terminal
{
    /// <summary>Writes a line.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="text">The line; a line end in it is part of what somebody named so.</param>
    public static void Line(this TextWriter writer, string text) => writer.Write(PlainText.Line(text) + "\n");

    /// <summary>Writes a line of fields with tabs between them.</summary>
    public static void Fields(this TextWriter writer, params IEnumerable<string> fields) => writer.Write(string.Join('\t', fields.Select(PlainText.Line)) + "\n");

    /// <summary>A writer that lets lines and tabs through, and nothing else that commands a terminal: for what is written without <see cref="Line"/>, such as the help.</summary>
    public static TextWriter Plain(TextWriter writer) => new PlainWriter(writer);

    private sealed class PlainWriter(TextWriter writer) : TextWriter(writer.FormatProvider)
    {
        public override Encoding Encoding => writer.Encoding;

        public override void Write(char value) => Write(value.ToString());

        public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

        public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

        public override void Write(string? value) => writer.Write(PlainText.Lines(value ?? ""));

        public override void Flush() => writer.Flush();
    }
}
