using TypedPolicy.Model.Paths;

namespace TypedPolicy.Sepol.Labels;

/// <summary>Which paths get another label by a change of file contexts, and where such paths can be: nothing else has to be looked at.</summary>
public sealed class Relabeling
{
    private readonly IReadOnlyList<FileContexts> _before;
    private readonly FileContexts _after;
    private readonly List<ChangedLines> _sides;
    private readonly List<string> _aliases;

    /// <summary>Compares.</summary>
    /// <param name="before">The file contexts that files may have been labelled by: more than one where a change before this one was not carried through.</param>
    /// <param name="after">Those that hold now.</param>
    public Relabeling(IReadOnlyList<FileContexts> before, FileContexts after)
    {
        (_before, _after) = (before, after);
        var pairs = before.Select(b => (Before: b, Lines: LineChanges.Between(b.Lines, after.Lines))).ToList();
        _sides =
        [
            .. pairs.Select(p => new ChangedLines(p.Before, p.Lines.Before)),
            new ChangedLines(after, [.. pairs.SelectMany(p => p.Lines.After).Distinct()]),
        ];
        _aliases = [.. before.SelectMany(b => b.Aliases.Except(after.Aliases).Concat(after.Aliases.Except(b.Aliases))).Select(e => e.Alias).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Whether no path changes its label.</summary>
    public bool IsEmpty => _aliases.Count == 0 && _sides.TrueForAll(s => s.Lines.Count == 0);

    /// <summary>The lines that are new, gone or at another place, in order.</summary>
    public IEnumerable<FileContext> Lines => _sides.SelectMany(s => s.Lines).Distinct();

    /// <summary>Changed lines of a form that this library does not understand: paths that only they match are not found.</summary>
    public IEnumerable<FileContext> NotUnderstood => _before.Append(_after).SelectMany(c => c.NotUnderstood).Intersect(Lines);

    /// <summary>Whether a directory, or anything below it, may be among the paths.</summary>
    /// <param name="path">An absolute path.</param>
    public bool MayBeBelow(string path) => _aliases.Exists(a => IsIn(a, path) || IsIn(path, a)) || _sides.Exists(s => s.MayBeBelow(path));

    /// <summary>The line that decides for a path now, where another label is to be set; null where the label stays, or none is to be set.</summary>
    /// <param name="path">An absolute path.</param>
    /// <param name="kind">The kind of the file.</param>
    public FileContext? NewLabel(string path, FileKind kind) =>
        (_aliases.Exists(a => IsIn(path, a)) || _sides.Exists(s => s.Matches(path, kind)))
        && _after.Find(path, kind) is { Context: { } context } line
        && _before.Any(b => b.Find(path, kind)?.Context != context)
            ? line
            : null;

    private static bool IsIn(string path, string folder) =>
        folder == "/" || (path.StartsWith(folder, StringComparison.Ordinal) && (path.Length == folder.Length || path[folder.Length] == '/'));

    /// <summary>The lines of some file contexts that others do not have.</summary>
    private sealed class ChangedLines
    {
        private readonly FileContexts _contexts;
        private readonly List<(FileContext Line, PathPattern Pattern)> _patterns;
        private readonly List<string> _aliases;

        public ChangedLines(FileContexts contexts, IReadOnlyList<FileContext> lines)
        {
            (_contexts, Lines) = (contexts, lines);
            _patterns = [.. lines.Select(l => (l, PathPattern.Parse(l.Pattern)))];

            // What lies below an alias is looked up elsewhere.
            _aliases = [.. contexts.Aliases.Select(e => e.Alias).Where(a => a.Length > 1 && a[0] == '/' && IsOnTheWay(contexts.Looked(a)))];
        }

        public IReadOnlyList<FileContext> Lines { get; }

        public bool Matches(string path, FileKind kind)
        {
            var looked = _contexts.Looked(path);
            return _patterns.Exists(p => p.Line.IsFor(kind) && p.Pattern.Matches(looked));
        }

        public bool MayBeBelow(string path) => IsOnTheWay(_contexts.Looked(path)) || _aliases.Exists(a => IsIn(a, path));

        private bool IsOnTheWay(string looked)
        {
            var below = looked == "/" ? looked : looked + "/";
            return _patterns.Exists(p => p.Pattern.CanBegin(below) || p.Pattern.Matches(looked));
        }
    }
}
