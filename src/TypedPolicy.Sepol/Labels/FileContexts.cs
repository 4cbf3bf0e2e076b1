using System.Collections.Immutable;
using System.Text;
using TypedPolicy.Files;
using TypedPolicy.Model.Paths;

namespace TypedPolicy.Sepol.Labels;

/// <summary>
/// Which label a path gets: file contexts, looked up as libselinux looks them up. A path without a pattern's characters goes before all patterns;
/// among those alike the last line wins. It never changes; any number of threads may ask.
/// </summary>
public sealed class FileContexts
{
    // Debian's have half a megabyte.
    private const long MaxBytes = 64 << 20;

    private readonly Equivalences _local;
    private readonly Equivalences _distribution;
    private readonly Entry[] _patterns;
    private readonly Dictionary<string, Entry[]> _paths;

    private FileContexts(List<FileContext> lines, Equivalences local, Equivalences distribution)
    {
        (_local, _distribution) = (local, distribution);
        var entries = lines.ConvertAll(l => new Entry(l));
        entries.Reverse();
        _patterns = [.. entries.Where(e => e.HasMetacharacters)];
        _paths = entries.Where(e => !e.HasMetacharacters).GroupBy(e => e.Stem, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        Lines = [.. lines];
    }

    /// <summary>Every line, in order.</summary>
    public ImmutableArray<FileContext> Lines { get; }

    /// <summary>The paths whose labels are those of other paths.</summary>
    internal IEnumerable<Equivalence> Aliases => _local.Entries.Concat(_distribution.Entries);

    /// <summary>Lines whose pattern is of no form that this library understands, such as one with a <c>|</c> outside parentheses: they match nothing here.</summary>
    public IEnumerable<FileContext> NotUnderstood =>
        _patterns.Concat(_paths.Values.SelectMany(e => e)).Where(e => !e.IsUnderstood).Select(e => e.Line);

    /// <summary>Reads the text of file contexts.</summary>
    /// <param name="text">Lines of a pattern, an optional kind and a context.</param>
    /// <param name="distribution">The equivalences of <c>file_contexts.subs_dist</c>.</param>
    /// <param name="local">The equivalences of <c>file_contexts.subs</c>, which an administrator sets.</param>
    /// <exception cref="SepolException">A line is not a file context.</exception>
    public static FileContexts Read(string text, Equivalences? distribution = null, Equivalences? local = null) =>
        new([.. ReadLines(text)], local ?? Equivalences.None, distribution ?? Equivalences.None);

    /// <summary>
    /// Reads the file contexts of a policy that was linked and not installed: lines for <c>HOME_DIR</c> and <c>HOME_ROOT</c>, which an installation
    /// writes out for each user, are taken for homes in <c>/home</c>. Lines with <c>ROLE</c> or <c>USER</c> are left out.
    /// </summary>
    /// <exception cref="SepolException">A line is not a file context.</exception>
    public static FileContexts ReadLinked(string text, Equivalences? distribution = null)
    {
        var lines = ReadLines(text).Where(l => !l.Pattern.Contains("ROLE", StringComparison.Ordinal) && !l.Pattern.Contains("USER", StringComparison.Ordinal)).ToList();
        var homes = lines.FindAll(l => l.Pattern.StartsWith("HOME_", StringComparison.Ordinal));
        return new(
            [.. lines.Except(homes), .. homes.Select(l => l with { Pattern = l.Pattern.Replace("HOME_DIR", "/home/[^/]+", StringComparison.Ordinal).Replace("HOME_ROOT", "/home", StringComparison.Ordinal) })],
            Equivalences.None,
            distribution ?? Equivalences.None);
    }

    /// <summary>Reads a file with those beside it that libselinux reads too: <c>.homedirs</c>, <c>.local</c>, <c>.subs_dist</c> and <c>.subs</c>.</summary>
    /// <exception cref="SepolException">A line is not a file context.</exception>
    public static FileContexts FromFile(string path) =>
        new(
            [.. ReadLines(RegularFile.ReadAllText(path, MaxBytes)), .. ReadLines(Beside(path + ".homedirs")), .. ReadLines(Beside(path + ".local"))],
            Equivalences.Parse(Beside(path + ".subs")),
            Equivalences.Parse(Beside(path + ".subs_dist")));

    /// <summary>The same without some of its lines.</summary>
    /// <param name="isLeftOut">Which.</param>
    public FileContexts Without(Func<FileContext, bool> isLeftOut) => new([.. Lines.Where(l => !isLeftOut(l))], _local, _distribution);

    /// <summary>The line that decides for a path; null if none does.</summary>
    /// <param name="path">An absolute path.</param>
    /// <param name="kind">The kind of the file; <see cref="FileKind.Any"/> takes the first line of any kind.</param>
    public FileContext? Find(string path, FileKind kind = FileKind.Any)
    {
        var looked = Looked(path);
        if (_paths.TryGetValue(looked, out var literal) && Array.Find(literal, e => e.IsFor(kind)) is { } exact)
        {
            return exact.Line;
        }

        return Array.Find(_patterns, e => e.IsFor(kind) && e.Matches(looked))?.Line;
    }

    /// <summary>The type of a path's label; null if it gets none.</summary>
    /// <param name="path">An absolute path.</param>
    /// <param name="kind">The kind of the file.</param>
    public string? TypeOf(string path, FileKind kind = FileKind.Any) => Find(path, kind)?.Type;

    /// <summary>The path that is looked up for a path.</summary>
    internal string Looked(string path) => _distribution.Apply(_local.Apply(Normal(path)));

    // A file that is not there has no lines.
    private static string Beside(string path) => File.Exists(path) ? RegularFile.ReadAllText(path, MaxBytes) : "";

    private static string Normal(string path)
    {
        if (path.Length == 0 || path[0] != '/')
        {
            throw new SepolException($"'{path}' is not absolute.");
        }

        while (path.Contains("//", StringComparison.Ordinal))
        {
            path = path.Replace("//", "/", StringComparison.Ordinal);
        }

        return path.Length > 1 && path[^1] == '/' ? path[..^1] : path;
    }

    private static IEnumerable<FileContext> ReadLines(string text)
    {
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var words = FileContextWords.Split(line);
            if (!FileContextWords.IsEmpty(words))
            {
                yield return FileContextWords.Read(words) is { } read
                    ? new(read.Pattern, read.Kind, read.Label)
                    : throw new SepolException($"Line {number} is not a file context: '{(line.Length > 200 ? line[..200] : line)}'.");
            }
        }
    }

    private sealed class Entry
    {
        private readonly Lazy<PathPattern> _pattern;

        public Entry(FileContext line)
        {
            Line = line;
            _pattern = new(() => PathPattern.Parse(line.Pattern));
            var stem = new StringBuilder();
            for (var i = 0; i < line.Pattern.Length; i++)
            {
                if (".^$?*+|[({".Contains(line.Pattern[i]))
                {
                    HasMetacharacters = true;

                    // What may be repeated zero times is not part of the beginning.
                    stem.Length = line.Pattern[i] is '?' or '*' or '{' && stem.Length > 0 ? stem.Length - 1 : stem.Length;
                    break;
                }

                i += line.Pattern[i] == '\\' ? 1 : 0;
                stem.Append(i < line.Pattern.Length ? line.Pattern[i] : "");
            }

            Stem = stem.ToString();
        }

        public FileContext Line { get; }

        public bool HasMetacharacters { get; }

        /// <summary>What each path begins with; the whole path for a line without a pattern.</summary>
        public string Stem { get; }

        public bool IsUnderstood => _pattern.Value.IsValid || _pattern.Value.Problems.All(p => !p.IsError || p.Kind == PathProblemKind.PatternNeverMatches);

        public bool IsFor(FileKind kind) => Line.IsFor(kind);

        public bool Matches(string path) => path.StartsWith(Stem, StringComparison.Ordinal) && _pattern.Value.Matches(path);
    }
}
