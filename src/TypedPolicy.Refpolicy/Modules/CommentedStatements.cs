using System.Collections.Immutable;
using TypedPolicy.Refpolicy.Language;
using TypedPolicy.Refpolicy.Sources;

namespace TypedPolicy.Refpolicy.Modules;

/// <summary>Statements with the comments that their author wrote beside them.</summary>
public sealed class CommentedStatements
{
    private const int IndentationKept = 40;

    private readonly MappedText _text;
    private readonly SourceMap _map;
    private readonly CallFrames _frames;
    private readonly List<Comment> _comments;
    private readonly Func<int, bool> _isAuthors;
    private readonly Func<int, bool> _isModules;
    private readonly IReadOnlyList<SettingsRange> _conditions;
    private (int Start, int End) _line = (0, -1);

    /// <param name="text">The text that the statements were read from.</param>
    /// <param name="map">Its sources.</param>
    /// <param name="frames">The macro calls that made it.</param>
    /// <param name="statements">The statements.</param>
    /// <param name="comments">All comments in the text.</param>
    /// <param name="isAuthors">Whether a position is in the file that the statements are of, where comments and blank lines count.</param>
    /// <param name="isModules">Whether a position is in any file of the module.</param>
    /// <param name="conditions">What the module has by the policy's settings.</param>
    internal CommentedStatements(
        MappedText text, SourceMap map, CallFrames frames, ImmutableArray<Statement> statements, List<Comment> comments, Func<int, bool> isAuthors, Func<int, bool>? isModules = null,
        IReadOnlyList<SettingsRange>? conditions = null)
    {
        _conditions = conditions ?? [];
        (_text, _map, _frames, Statements) = (text, map, frames, statements);
        (_isAuthors, _isModules) = (isAuthors, isModules ?? isAuthors);
        _comments = comments.FindAll(c => isAuthors(text.PositionOf(c.Start)));
    }

    /// <summary>The statements.</summary>
    public ImmutableArray<Statement> Statements { get; }

    /// <summary>Where the module has the call that all of this comes from; null if it is there itself.</summary>
    public SourcePlace? CalledAt { get; init; }

    /// <summary>Where a statement is in the module's files: itself, or the call of the support macro that contains it.</summary>
    public SourcePlace? PlaceOf(Statement statement) => CalledAt ?? _map.PlaceOf(PositionOf(statement.Start));

    private int PositionOf(int offset)
    {
        var position = _text.PositionOf(offset);
        for (var frame = _text.FrameOf(offset); !_isModules(position) && frame != 0; frame = _frames[frame].Parent)
        {
            position = _frames[frame].Position;
        }

        return position;
    }

    /// <summary>The setting that a place depends on, the outermost one; null if the module has it in any case.</summary>
    private string? ConditionAt(int offset)
    {
        if (_conditions.Count == 0)
        {
            return null;
        }

        var position = PositionOf(offset);
        return _conditions.Where(c => c.Start <= position && position <= c.End).OrderBy(c => c.Start).Select(c => c.Condition).FirstOrDefault();
    }

    /// <summary>A statement as it is written, support macros written out.</summary>
    public string TextOf(Statement statement) => _text.Text.Substring(statement.Start, Math.Max(0, Math.Min(statement.Length, _text.Length - statement.Start)));

    /// <summary>
    /// The statements, each with the comments above it and behind it on its line: lines without <c>#</c> and decoration. A require block has none of its own, and is left out: the
    /// next statement has its comments. Statements without a blank line between them have the same group.
    /// </summary>
    public IEnumerable<(Statement Statement, AuthorComments Comments, int Group)> WithComments() => WithComments(Statements, 0, null);

    /// <summary>The same for the statements of a block.</summary>
    /// <param name="statements">The statements.</param>
    /// <param name="from">Where the text before the first one ends.</param>
    public IEnumerable<(Statement Statement, AuthorComments Comments, int Group)> WithComments(IEnumerable<Statement> statements, int from) => WithComments(statements, from, ConditionAt(from));

    private IEnumerable<(Statement Statement, AuthorComments Comments, int Group)> WithComments(IEnumerable<Statement> statements, int from, string? around)
    {
        var (previous, group) = (from, from + 1);
        var heads = ImmutableHashSet<string>.Empty;
        var pending = ImmutableArray<string>.Empty;
        RequireBlock? last = null;
        foreach (var statement in statements)
        {
            var end = statement.Start + statement.Length;
            var comments = pending.AddRange(Between(previous, statement.Start, out var own));
            heads = last is null ? own : heads.Union(own);
            group = HasBlankLine(previous, statement.Start) ? statement.Start + 1 : group;
            previous = EndOfLine(end);
            (pending, last) = ([], statement as RequireBlock);
            if (last is not null)
            {
                // What is noted of a requirement is noted of what requires it.
                pending = comments.AddRange(Between(statement.Start, previous));
                continue;
            }

            var condition = ConditionAt(statement.Start);
            yield return (statement, new AuthorComments(comments, Between(end, previous)) { Condition = condition == around ? null : condition, Heads = heads }, group);
        }

        if (last is not null && !pending.IsEmpty)
        {
            yield return (last, new AuthorComments(pending, []), group);
        }
    }

    /// <summary>The comments of a block behind its last statement.</summary>
    /// <param name="statements">The statements of the block.</param>
    /// <param name="from">Where the block begins.</param>
    /// <param name="to">Where it ends.</param>
    public ImmutableArray<string> CommentsAtEnd(IReadOnlyList<Statement> statements, int from, int to)
    {
        var start = statements.Count == 0 ? from : EndOfLine(statements[statements.Count - 1].Start + statements[statements.Count - 1].Length);
        return start < to ? Between(start, to) : [];
    }

    /// <summary>The comments behind the last statement.</summary>
    public ImmutableArray<string> CommentsAtEnd() =>
        Between(Statements.IsEmpty ? 0 : EndOfLine(Statements[Statements.Length - 1].Start + Statements[Statements.Length - 1].Length), _text.Length);

    /// <summary>Whether the author left a line blank between two places. What macros leave behind does not count: its characters are not neighbours in the file.</summary>
    private bool HasBlankLine(int from, int to)
    {
        var (isLineEnded, next) = (false, -1);
        for (var i = from; i < to && i < _text.Length; i++)
        {
            var (c, position) = (_text.Text[i], _text.PositionOf(i));
            var isSpace = _isAuthors(position) && char.IsWhiteSpace(c);
            isLineEnded &= isSpace && position == next;
            if (isSpace && c == '\n')
            {
                if (isLineEnded)
                {
                    return true;
                }

                isLineEnded = true;
            }

            next = isSpace ? position + 1 : -1;
        }

        return false;
    }

    /// <summary>The comments between two places: paragraphs with an empty line between them, where the author left one, each indented as in the source.</summary>
    private ImmutableArray<string> Between(int from, int to) => Between(from, to, out _);

    /// <param name="from">The first place.</param>
    /// <param name="to">The second.</param>
    /// <param name="heads">Those of the lines that head a section.</param>
    private ImmutableArray<string> Between(int from, int to, out ImmutableHashSet<string> heads)
    {
        var (isHead, found) = (false, ImmutableHashSet.CreateBuilder<string>());
        var paragraphs = new List<List<(string Text, int Indentation)>>();
        var (end, isNew) = (-1, true);
        for (var i = FirstFrom(from); i < _comments.Count && _comments[i].Start < to; i++)
        {
            var isApart = end >= 0 && HasBlankLine(end, _comments[i].Start);
            isNew |= isApart;
            isHead &= !isApart;
            end = _comments[i].Start + _comments[i].Length;
            var comment = _text.Text.Substring(_comments[i].Start, _comments[i].Length);
            if (CommentText.Of(comment) is not { Length: > 0 } line)
            {
                // An empty line of a comment ends the head that is above it.
                var isEnd = isHead && !isNew;
                isNew |= isEnd;
                isHead = (isHead && !isEnd) || CommentText.IsRuler(comment);
                continue;
            }

            if (isHead)
            {
                found.Add(ModuleInterface.Shown(line));
            }

            if (isNew)
            {
                paragraphs.Add([]);
            }

            isNew = false;
            paragraphs[paragraphs.Count - 1].Add((ModuleInterface.Shown(line), CommentText.Indentation(comment)));
        }

        heads = found.ToImmutable();
        return [.. paragraphs.SelectMany((lines, i) => (i == 0 ? [] : new[] { "" }).Concat(Indented(lines)))];
    }

    private static IEnumerable<string> Indented(List<(string Text, int Indentation)> lines)
    {
        var least = lines.Min(l => l.Indentation);
        return lines.Select(l => new string(' ', Math.Min(l.Indentation - least, IndentationKept)) + l.Text);
    }

    /// <summary>Where the line of a position ends. The line that was asked about last is remembered: many statements may be on one.</summary>
    public int EndOfLine(int position)
    {
        if (position < _line.Start || position > _line.End)
        {
            var end = _text.Text.IndexOf('\n', Math.Min(position, _text.Length));
            _line = (position, end < 0 ? _text.Length : end);
        }

        return _line.End;
    }

    private int FirstFrom(int position)
    {
        var (low, high) = (0, _comments.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_comments[middle].Start < position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
