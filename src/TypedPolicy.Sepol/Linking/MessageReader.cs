using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TypedPolicy.Sepol.Linking;

/// <summary>Reads libsepol's log: a message is a line at the margin with the indented lines below it.</summary>
internal sealed partial class MessageReader(IReadOnlyDictionary<string, PolicySource> sources)
{
    public ImmutableArray<LinkMessage> Read(string log, LinkSeverity severity)
    {
        var messages = ImmutableArray.CreateBuilder<LinkMessage>();
        var lines = new List<string>();
        foreach (var line in log.Split('\n'))
        {
            if (line.Length > 0 && line[0] != ' ')
            {
                Close();
            }

            if (!string.IsNullOrWhiteSpace(line))
            {
                lines.Add(line);
            }
        }

        Close();
        return messages.ToImmutable();

        void Close()
        {
            if (lines.Count > 0)
            {
                messages.Add(Read(severity, lines));
                lines = [];
            }
        }
    }

    private LinkMessage Read(LinkSeverity severity, List<string> lines)
    {
        var first = Place().Match(lines[0]);
        var places = ImmutableArray.CreateBuilder<MessagePlace>();
        var stacks = ImmutableArray.CreateBuilder<ImmutableArray<MessagePlace>>();
        var text = lines[0];
        if (first.Success)
        {
            text = first.Groups["text"].Value;
            places.Add(PlaceOf("", first));
        }
        else if (LineOfFile().Match(lines[0]) is { Success: true } broken)
        {
            text = broken.Groups["text"].Value;
            places.Add(PlaceOf("", broken));
        }

        ImmutableArray<MessagePlace>.Builder? stack = null;
        foreach (var line in lines.Skip(1))
        {
            var trimmed = line.Trim();
            if (trimmed == "<root>")
            {
                Close();
                stack = ImmutableArray.CreateBuilder<MessagePlace>();
            }
            else if (Place().Match(trimmed) is { Success: true } match)
            {
                var place = PlaceOf(match.Groups["text"].Value.Trim(), match);
                (stack ?? places).Add(place);
            }
        }

        Close();
        // libsepol 3.4 forgets the end of this line.
        text = text.Replace("'Bad ", "'; Bad ", StringComparison.Ordinal);
        return new(severity, text.TrimEnd(), places.ToImmutable(), stacks.ToImmutable(), string.Join('\n', lines));

        void Close()
        {
            if (stack is { Count: > 0 })
            {
                stacks.Add(stack.ToImmutable());
            }
        }
    }

    private MessagePlace PlaceOf(string statement, Match match)
    {
        var file = match.Groups["file"].Value;
        var line = Number(match.Groups["line"].Value);
        ImmutableArray<SourceMark> marks = [.. match.Groups["source"].Captures.Zip(match.Groups["number"].Captures, (s, n) => new SourceMark(s.Value, Number(n.Value)))];
        if (marks.IsEmpty && sources.TryGetValue(file, out var source) && source.Kind == PolicySourceKind.Cil)
        {
            marks = LineMarks.Around(source.Content.Span, line);
        }

        return new(statement, file, line, marks);
    }

    private static int Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(@"^(?<text>.*?)(?:^| )at (?<file>\S.*?):(?<line>[0-9]+)(?: from (?<source>\S.*?):(?<number>[0-9]+))*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"^(?<text>.*?) (at|on|near) line (?<line>[0-9]+) (of|in) (?<file>.+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LineOfFile();
}
