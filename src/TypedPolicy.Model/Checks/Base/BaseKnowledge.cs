using System.Collections.Immutable;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Index;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Targets;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>
/// What is known of the base policy: the indexes that a project references, and the small base where none of them is complete. Made once for a set of
/// indexes and asked by every rule.
/// </summary>
public sealed class BaseKnowledge
{
    private readonly HashSet<(string, IndexTrait)> _traits = [];
    private readonly ImmutableArray<BaseIndex> _indexes;
    private readonly ILookup<string, IndexedGuard> _guards;
    private readonly HashSet<string> _apart;
    private readonly Lazy<Dictionary<string, ImmutableArray<string>>> _classes;
    private readonly Lazy<HashSet<string>> _familiar;

    /// <summary>Joins indexes with the small base.</summary>
    /// <param name="indexes">The indexes that the project references.</param>
    /// <param name="targets">The targets that the policy is for.</param>
    public BaseKnowledge(ImmutableArray<BaseIndex> indexes, ImmutableArray<Target> targets)
    {
        IsComplete = indexes.Any(i => i.IsComplete);
        Bases = [.. targets.Select(target => new TargetBase(target, Of(target, indexes, targets)))];

        // Bases differ from the small one; of one that is known as a whole, only the judgement on names is still the small base's.
        _indexes = IsComplete ? indexes : indexes.Add(SmallBase.Index);
        _traits.UnionWith(SmallBase.Index.Traits.Select(t => (t.Name, t.Trait)));
        foreach (var index in _indexes)
        {
            _traits.UnionWith(index.Traits.Select(t => (t.Name, t.Trait)));
        }

        _familiar = new(() => [.. new[] { Target.Debian12, Target.Fedora }.Select(t => new TargetBase(t, [SmallBase.Index])).Concat(Bases).SelectMany(b => b.Names), .. _indexes.SelectMany(i => i.Names).Select(n => n.Name)]);
        Name = indexes.FirstOrDefault()?.Name is { Length: > 0 } given ? given : SmallBase.Index.Name;
        _guards = _indexes.SelectMany(i => i.Guards).Distinct().ToLookup(g => g.Class, StringComparer.Ordinal);
        _apart = new HashSet<string>(_indexes.SelectMany(i => i.Modules).Where(m => !m.IsInBase).Select(m => m.Name), StringComparer.Ordinal);
        _classes = new(() => _indexes.SelectMany(i => i.Classes).GroupBy(c => c.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Permissions, StringComparer.Ordinal));
    }

    /// <summary>What is known where a project references no index and nothing tells which target it is for.</summary>
    public static BaseKnowledge Small { get; } = new([], []);

    /// <summary>What it is called in messages.</summary>
    public string Name { get; }

    /// <summary>The same where it begins a sentence.</summary>
    public string Subject => Name.StartsWith("the ", StringComparison.Ordinal) ? "The " + Name.Substring(4) : Name;

    /// <summary>Whether a name that is not known does not exist in the base.</summary>
    public bool IsComplete { get; }

    /// <summary>The base of each target, the first the one whose paths the author writes.</summary>
    internal ImmutableArray<TargetBase> Bases { get; }

    /// <summary>What breaking one of its neverallow rules is: an error where a target refuses that, nothing out of the ordinary where all load it.</summary>
    internal RuleSeverity? SeverityOfGuards => Bases.Any(b => b.ChecksNeverAllow) ? RuleSeverity.Error : null;

    /// <summary>The base's declaration of a name, whatever of the same name space it is: types and attributes share one, roles and booleans have their own.</summary>
    public IndexedName? Find(EntityRef entity)
    {
        // Asked for every name of every rule, so without a query.
        foreach (var index in _indexes)
        {
            foreach (var name in index.NameTable.Having(IndexFields.Name, entity.Name))
            {
                if (SpaceOf(name.Kind) == SpaceOf(entity.Kind))
                {
                    return name;
                }
            }
        }

        return null;
    }

    /// <summary>Whether an attribute is known to be one that a base of the reference policy's family declares.</summary>
    public bool IsAttribute(string name) => Find(new EntityRef(EntityKind.TypeAttribute, name)) is not null || Bases.Any(b => b.Find(name) is not null);

    /// <summary>Whether a name has a trait.</summary>
    public bool Has(string name, IndexTrait trait) => _traits.Contains((name, trait));

    /// <summary>The names that may be where one does.</summary>
    public IEnumerable<string> NamesLike(EntityRef entity) => _indexes.SelectMany(i => i.Names).Where(n => SpaceOf(n.Kind) == SpaceOf(entity.Kind)).Select(n => n.Name);

    /// <summary>The names of types and attributes that bases of the family have, as far as they are known: those of the targets, and of other modules too, so that a name of another family is known as one.</summary>
    public HashSet<string> FamiliarNames => _familiar.Value;

    /// <summary>What the base guards of an object class.</summary>
    public IEnumerable<IndexedGuard> GuardsOf(string @class) => _guards[@class];

    /// <summary>The base's labels of a pattern and kind.</summary>
    public IEnumerable<IndexedLabel> LabelsOf(string path, string kind) => Of(i => i.LabelTable, IndexFields.LabelPath, path).Where(l => l.Kind == kind);

    /// <summary>What interfaces give on a name.</summary>
    public IEnumerable<IndexedGrant> GrantsOn(string target) => Of(i => i.GrantTable, IndexFields.GrantTarget, target);

    /// <summary>What an interface gives.</summary>
    public IEnumerable<IndexedGrant> GrantsOf(string name) => Of(i => i.GrantTable, IndexFields.GrantInterface, name);

    /// <summary>The interfaces that put their carrier into an attribute.</summary>
    public IEnumerable<IndexedInterface> JoinersOf(string attribute) => Of(i => i.JoinTable, IndexFields.JoinAttribute, attribute).Select(j => Interface(j.Interface)).OfType<IndexedInterface>();

    /// <summary>An interface.</summary>
    public IndexedInterface? Interface(string name) => Of(i => i.InterfaceTable, IndexFields.InterfaceName, name).FirstOrDefault();

    /// <summary>Whether a module is one of its own, which a machine may lack.</summary>
    public bool IsApart(string module) => _apart.Contains(module);

    /// <summary>Whether a module of the same name takes the place of one, as with <c>semodule -i</c>: not where it is a part of the base.</summary>
    public bool IsReplaceable(string module) => !_indexes.Any(i => i.Modules.Any(m => m.IsInBase && m.Name == module));

    /// <summary>Whether the base has a module.</summary>
    public bool HasModule(string module) => _indexes.Any(i => i.Names.Any(n => n.Module == module));

    /// <summary>The permissions of an object class; none if they are not known.</summary>
    public ImmutableArray<string> PermissionsOf(string @class) => _classes.Value.TryGetValue(@class, out var known) ? known : [];

    private IEnumerable<T> Of<T>(Func<BaseIndex, IndexTable<T>> table, IndexField<T> field, string word)
        where T : class =>
        _indexes.SelectMany(i => table(i).Having(field, word));

    /// <summary>The indexes of a target's base: those for it, and those that are for none of the targets, which TP7007 reports.</summary>
    private static ImmutableArray<BaseIndex> Of(Target target, ImmutableArray<BaseIndex> indexes, ImmutableArray<Target> targets) =>
        [.. indexes.Where(i => i.Target == target.Name || targets.All(t => t.Name != i.Target))];

    private static string SpaceOf(EntityKind kind) => kind switch
    {
        EntityKind.Type or EntityKind.TypeAttribute => "type",
        EntityKind.Role or EntityKind.RoleAttribute => "role",
        EntityKind.Boolean or EntityKind.Tunable => "boolean",
        EntityKind.User => "user",
        _ => "",
    };
}
