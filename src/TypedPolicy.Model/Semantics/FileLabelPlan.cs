using TypedPolicy.Model.Paths;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Targets;

namespace TypedPolicy.Model.Semantics;

/// <summary>
/// The file contexts of a policy in the spelling of one target: paths under one of its equivalences are rewritten, and what is said
/// twice is said once (before libsemanage 3.8 a repeated filecon is an error).
/// </summary>
internal sealed class FileLabelPlan
{
    private readonly Target _target;
    private readonly Target _spelling;
    private readonly Dictionary<FileLabel, FileLabel> _rewritten = [];
    private readonly HashSet<(string Path, FileKind Kind, LabelContext? Context)> _unconditional = [];
    private readonly HashSet<(string Path, FileKind Kind, LabelContext? Context)> _written = [];

    /// <summary>Plans the labels of one target.</summary>
    /// <param name="target">The target.</param>
    /// <param name="spelling">The target whose spelling the author writes: for it, paths stay as they are.</param>
    /// <param name="labels">All labels of the policy, with the block that may leave each out.</param>
    public FileLabelPlan(Target target, Target spelling, IEnumerable<(FileLabel Label, string? Block)> labels)
    {
        _target = target;
        _spelling = spelling;
        foreach (var (label, block) in labels)
        {
            if (block is null)
            {
                _unconditional.Add(Key(Rewrite(label)));
            }
        }
    }

    /// <summary>Whether the plan is that of a target: one with the same equivalences, for which paths are rewritten or not, as here.</summary>
    public bool Serves(Target target) =>
        IsSpelling(target) == IsSpelling(_target) && (ReferenceEquals(target.Equivalences, _target.Equivalences) || target.Equivalences == _target.Equivalences);

    /// <summary>The label as it is written for the target; null if it was written before.</summary>
    public FileLabel? TryClaim(FileLabel label, bool mayBeLeftOut)
    {
        var rewritten = Rewrite(label);
        var key = Key(rewritten);
        if (mayBeLeftOut)
        {
            return _unconditional.Contains(key) ? null : rewritten;
        }

        return _written.Add(key) ? rewritten : null;
    }

    private bool IsSpelling(Target target) => target.Name == _spelling.Name;

    private FileLabel Rewrite(FileLabel label)
    {
        if (IsSpelling(_target))
        {
            return label;
        }

        if (!_rewritten.TryGetValue(label, out var rewritten))
        {
            rewritten = _target.Equivalences.Rewrite(label.Path) is { } path ? label with { Path = path } : label;
            _rewritten.Add(label, rewritten);
        }

        return rewritten;
    }

    private static (string Path, FileKind Kind, LabelContext? Context) Key(FileLabel label) => (label.Path.Text, label.Kind, label.Context);
}
