using System.Collections.Immutable;
using System.Text;
using TypedPolicy.Model.Cil;
using TypedPolicy.Model.Languages;
using TypedPolicy.Model.Lowering;
using TypedPolicy.Model.Targets;

namespace TypedPolicy.Model.Writing;

/// <summary>
/// Writes CIL as text: <c>\n</c> alone ends a line (libsepol counts <c>\r\n</c> as two), and line marks are in column 1 around what
/// comes from one place, so that every message of the toolchain names the C# line.
/// </summary>
public sealed class CilWriter
{
    private const int MaxCommentLength = 400;

    /// <summary>Common text is handed over in pieces of about this many characters, which stay out of the large-object heap.</summary>
    private const int LongPart = 16_000;

    private static readonly string[] Indents = ["", "  ", "    ", "      ", "        "];

    private readonly StringBuilder _text = new();
    private readonly ImmutableArray<Place> _places;
    private Origin _marked = Origin.None;

    private CilWriter(ImmutableArray<Place> places) => _places = places;

    /// <summary>Writes a document for some targets, as pieces of text that they share or not.</summary>
    /// <param name="document">The document.</param>
    /// <param name="targets">The targets.</param>
    /// <param name="places">The places that origins name; empty to write no line marks.</param>
    public static ImmutableArray<TextPart> Write(CilDocument document, ImmutableArray<Target> targets, ImmutableArray<Place> places)
    {
        var parts = new TextParts(targets);
        var writer = new CilWriter(places);
        foreach (var line in document.Heading)
        {
            writer.Comment(line, indent: 0);
        }

        foreach (var section in document.Sections)
        {
            writer._text.Append('\n');
            foreach (var comment in section.Comments)
            {
                writer.Comment(comment, indent: 0);
            }

            foreach (var part in section.Parts)
            {
                writer.Write(part, targets, parts);
            }

            writer.EndMarks();
            if (writer._text.Length > LongPart)
            {
                parts.AddCommon(writer.Take());
            }
        }

        parts.AddCommon(writer.Take());
        return parts.ToImmutable();
    }

    private void Write(CilPart part, ImmutableArray<Target> targets, TextParts parts)
    {
        if (!part.DependsOnTarget)
        {
            Write(part.For(targets[0]), indent: 0, takesMarks: true);
            return;
        }

        // Targets that share statements share the array: what differs is compared and written once.
        var items = targets.Select(part.For).ToArray();
        if (items.All(i => i == items[0] || i.SequenceEqual(items[0])))
        {
            Write(items[0], indent: 0, takesMarks: true);
            return;
        }

        EndMarks();
        parts.AddCommon(Take());
        var texts = new string[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            var first = Array.IndexOf(items, items[i]);
            texts[i] = first < i ? texts[first] : Text(items[i]);
        }

        parts.Add([.. texts]);
    }

    private string Text(ImmutableArray<CilItem> items)
    {
        Write(items, indent: 0, takesMarks: true);
        EndMarks();
        return Take();
    }

    private void Write(ImmutableArray<CilItem> items, int indent, bool takesMarks)
    {
        foreach (var item in items)
        {
            if (takesMarks)
            {
                Mark(item.Origin);
            }

            switch (item)
            {
                case CilComment comment:
                    Comment(comment.Text, indent);
                    break;
                case CilGroup group:
                    Line(group.Head, indent, isOpen: true);
                    var outer = _marked;
                    _marked = Origin.None;
                    Write(group.Items, indent + 1, takesMarks && group.TakesMarks);
                    if (takesMarks && group.TakesMarks)
                    {
                        EndMarks();
                    }

                    _marked = outer;
                    Indent(indent).Append(")\n");
                    break;
                case CilLine line:
                    Line(line.Statement, indent, isOpen: false);
                    break;
            }
        }
    }

    /// <summary>A statement; of one that is open, what it holds and its parenthesis follow.</summary>
    private void Line(CilNode statement, int indent, bool isOpen)
    {
        CilPrinter.Print(statement, Indent(indent));
        _text.Length -= isOpen ? 1 : 0;
        _text.Append('\n');
    }

    private StringBuilder Indent(int indent) => _text.Append(Indents[Math.Min(indent, Indents.Length - 1)]);

    /// <summary>Opens the marks of a place, and of the places around it: the deriving class first, then the template.</summary>
    private void Mark(Origin origin)
    {
        if (_places.IsEmpty || origin == _marked)
        {
            return;
        }

        EndMarks();
        OpenMarks(origin);
        _marked = origin;
    }

    private void OpenMarks(Origin origin)
    {
        if (origin.Index < 0)
        {
            return;
        }

        var place = _places[origin.Index];
        OpenMarks(place.Outer);
        new CilLineMark(place.File, place.Line, Counts: false).AppendTo(_text).Append('\n');
    }

    private void EndMarks()
    {
        for (var origin = _marked; origin.Index >= 0; origin = _places[origin.Index].Outer)
        {
            _text.Append(CilLineMark.End).Append('\n');
        }

        _marked = Origin.None;
    }

    /// <summary>A comment that cannot end early nor be read as a line mark.</summary>
    private void Comment(string comment, int indent)
    {
        Indent(indent).Append("; ").Append(PlainText.Line(comment.Length <= MaxCommentLength ? comment : comment.Substring(0, MaxCommentLength))).Append('\n');
    }

    private string Take()
    {
        var text = _text.ToString();
        _text.Clear();
        return text;
    }
}
