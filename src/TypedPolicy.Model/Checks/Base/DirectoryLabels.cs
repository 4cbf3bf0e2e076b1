using TypedPolicy.Model.Index;
using TypedPolicy.Model.Paths;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>The labels of a base that directories may have. A base has thousands, so a pattern is read when a path is looked up that begins as it does.</summary>
internal sealed class DirectoryLabels
{
    private const string Contents = "(/.*)?";

    private readonly Dictionary<string, List<IndexedLabel>> _byStem = new(StringComparer.Ordinal);
    private readonly Dictionary<IndexedLabel, DirectoryLabel> _read = [];
    private readonly object _gate = new();

    /// <summary>Sorts labels by what they begin with.</summary>
    public DirectoryLabels(IEnumerable<IndexedLabel> labels)
    {
        foreach (var label in labels)
        {
            if (label.Kind is "any" or "dir")
            {
                var stem = LabelledDirectories.Stem(label.Path);
                if (!_byStem.TryGetValue(stem, out var same))
                {
                    _byStem.Add(stem, same = []);
                }

                same.Add(label);
            }
        }
    }

    /// <summary>The labels that begin as a path does.</summary>
    public IEnumerable<DirectoryLabel> Candidates(string path)
    {
        for (var length = 0; length <= path.Length; length++)
        {
            if (_byStem.TryGetValue(path.Substring(0, length), out var labels))
            {
                foreach (var label in labels)
                {
                    yield return Read(label);
                }
            }
        }
    }

    private DirectoryLabel Read(IndexedLabel label)
    {
        lock (_gate)
        {
            if (!_read.TryGetValue(label, out var read))
            {
                var named = label.Path.EndsWith(Contents, StringComparison.Ordinal) ? label.Path.Substring(0, label.Path.Length - Contents.Length) : label.Path;
                read = new DirectoryLabel(PathPattern.Parse(label.Path), PathPattern.Parse(named.Length == 0 ? "/" : named), label.Kind == "dir" ? FileKind.Directory : FileKind.Any, label.Type);
                _read.Add(label, read);
            }

            return read;
        }
    }
}

/// <summary>A label that directories may have.</summary>
/// <param name="Path">The pattern.</param>
/// <param name="Named">The pattern without the contents of the directory.</param>
/// <param name="Kind">The kind of file.</param>
/// <param name="Type">The type; empty for none.</param>
internal sealed record DirectoryLabel(PathPattern Path, PathPattern Named, FileKind Kind, string Type);
