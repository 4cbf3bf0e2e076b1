using System.Text;
using TypedPolicy.Model.Paths;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Targets;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>
/// The directories above a label, and the types that they have on one target: by the policy's own labels and those of the base. A base that is known in part has more
/// labels than are known, so there a pattern tells of the directory that it names and not of all that lies below it.
/// </summary>
internal sealed class LabelledDirectories
{
    private const string Contents = "(/.*)?";

    private readonly TargetBase _base;
    private readonly List<(PathPattern Path, FileKind Kind, string Type)> _own = [];
    private readonly Dictionary<string, string?> _types = new(StringComparer.Ordinal);
    private readonly Target _target;
    private readonly bool _isSpelling;

    /// <summary>Reads the labels of a policy as they are written for one target.</summary>
    public LabelledDirectories(ReviewedPolicy policy, TargetBase @base, Target spelling)
    {
        (_base, _target, _isSpelling) = (@base, @base.Target, @base.Target.Name == spelling.Name);
        foreach (var label in policy.Rules.Select(v => v.Rule).OfType<FileLabel>())
        {
            if (label is { Path.IsValid: true, Kind: FileKind.Any or FileKind.Directory })
            {
                _own.Add((Rewritten(label.Path), label.Kind, label.Context?.Type.Name ?? ""));
            }
        }
    }

    /// <summary>
    /// The directories that one passes on the way to what a label is for, the root first, as far as the path is literal. Those of a tree have its own directory
    /// among them for what lies in it.
    /// </summary>
    /// <param name="label">The label.</param>
    /// <param name="isInside">Whether to go to what lies in a tree, and not to its directory.</param>
    public IEnumerable<string> Above(FileLabel label, bool isInside)
    {
        var path = Rewritten(label.Path);
        var stem = Stem(path.Text);
        if (stem.Length == 0 || stem[0] != '/' || !path.IsValid || path.Source.Contains("%{"))
        {
            yield break;
        }

        yield return "/";
        for (var at = stem.IndexOf('/', 1); at > 0; at = stem.IndexOf('/', at + 1))
        {
            yield return stem.Substring(0, at);
        }

        if (isInside && stem.Length > 1 && path.Text.EndsWith(Contents, StringComparison.Ordinal) && Stem(path.Text.Substring(0, path.Text.Length - Contents.Length)) == stem)
        {
            yield return stem;
        }
    }

    /// <summary>What a label is for, for a message: a path, the directory of a tree, or a pattern that matches more than that, as it is written for the target.</summary>
    public string Said(FileLabel label)
    {
        var path = Rewritten(label.Path);
        var named = path.Text.EndsWith(Contents, StringComparison.Ordinal) ? path.Text.Substring(0, path.Text.Length - Contents.Length) : path.Text;
        var literal = Stem(named);
        return PathPattern.Literal(literal).Text == named ? literal : path.Text;
    }

    /// <summary>The type of a directory; null if it is not known, or if it has none.</summary>
    public string? TypeOf(string directory)
    {
        if (!_types.TryGetValue(directory, out var known))
        {
            _types.Add(directory, known = Find(_base.Equivalences.Apply(directory)));
        }

        return known;
    }

    private string? Find(string path)
    {
        (PathPattern Path, FileKind Kind, string? Type)? best = null;
        foreach (var label in _own)
        {
            Take(label.Path, label.Kind, label.Type);
        }

        foreach (var label in _base.DirectoryLabels.Candidates(path))
        {
            Take(label.Path, label.Kind, _base.IsComplete || label.Named.Matches(path) ? label.Type : null);
        }

        return best?.Type is { Length: > 0 } type ? type : null;

        void Take(PathPattern pattern, FileKind kind, string? type)
        {
            if (pattern.Matches(path) && (best is null || PathOrder.Compare(pattern, kind, best.Value.Path, best.Value.Kind) >= 0))
            {
                best = (pattern, kind, type);
            }
        }
    }

    private PathPattern Rewritten(PathPattern path) => _isSpelling ? path : _target.Equivalences.Rewrite(path) ?? path;

    /// <summary>What a pattern begins with literally, its escapes taken away.</summary>
    internal static string Stem(string pattern)
    {
        var stem = new StringBuilder();
        for (var i = 0; i < pattern.Length && !IsMetacharacter(pattern[i]); i++)
        {
            i += pattern[i] == '\\' && i + 1 < pattern.Length ? 1 : 0;
            stem.Append(pattern[i]);
        }

        return stem.ToString();
    }

    private static bool IsMetacharacter(char c) => c is '.' or '^' or '$' or '?' or '*' or '+' or '|' or '[' or '(' or '{';
}
