using System.Collections.Immutable;
using TypedPolicy.Model.Paths;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Targets;

namespace TypedPolicy.Model.Semantics;

/// <summary>The file contexts of a policy in the spelling of one target: paths under one of its equivalences are rewritten.</summary>
internal sealed class FileLabelPlan
{
    private readonly Target _target;
    private readonly Target _spelling;
    private readonly Dictionary<FileLabel, FileLabel> _rewritten = [];
    private readonly HashSet<(string Path, FileKind Kind, LabelContext? Context)> _unconditional = [];

    /// <summary>Plans the labels of one target.</summary>
    /// <param name="target">The target.</param>
    /// <param name="spelling">The target whose spelling the author writes: for it, paths stay as they are.</param>
    /// <param name="labels">All labels of the policy, with the block that may leave each out.</param>
    public FileLabelPlan(Target target, Target spelling, ImmutableArray<(FileLabel Label, string? Block)> labels)
    {
        _target = target;
        _spelling = spelling;
        foreach (var (label, block) in labels)
        {
            if (!IsSpelling(target) && !_rewritten.ContainsKey(label))
            {
                _rewritten.Add(label, Rewritten(label));
            }

            if (block is null)
            {
                _unconditional.Add(Key(Rewrite(label)));
            }
        }
    }

    /// <summary>Whether the plan is that of a target: one with the same equivalences, for which paths are rewritten or not, as here.</summary>
    public bool Serves(Target target) =>
        IsSpelling(target) == IsSpelling(_target) && (ReferenceEquals(target.Equivalences, _target.Equivalences) || target.Equivalences == _target.Equivalences);

    /// <summary>A label of the policy as the target spells it.</summary>
    public FileLabel Rewrite(FileLabel label) =>
        IsSpelling(_target) ? label : _rewritten.TryGetValue(label, out var rewritten) ? rewritten : Rewritten(label);

    /// <summary>Whether the policy has a rewritten label also where nothing may leave it out.</summary>
    public bool IsUnconditional(FileLabel rewritten) => _unconditional.Contains(Key(rewritten));

    /// <summary>What makes two labels say the same.</summary>
    public static (string Path, FileKind Kind, LabelContext? Context) Key(FileLabel label) => (label.Path.Text, label.Kind, label.Context);

    private FileLabel Rewritten(FileLabel label) =>
        _target.Equivalences.Rewrite(label.Path) is { } path ? label with { Path = path } : label;

    private bool IsSpelling(Target target) => target.Name == _spelling.Name;
}
