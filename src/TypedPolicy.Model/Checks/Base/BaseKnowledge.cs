using System.Collections.Immutable;
using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Index;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>
/// What is known of the base policy: the indexes that a project references, and the small base where none of them is complete. Made once for a set of
/// indexes and asked by every rule.
/// </summary>
public sealed class BaseKnowledge
{
    private readonly Dictionary<(string Space, string Name), IndexedName> _names = [];
    private readonly HashSet<(string, IndexTrait)> _traits = [];
    private readonly ImmutableArray<BaseIndex> _indexes;
    private readonly ILookup<string, IndexedGuard> _guards;
    private readonly Lazy<ILookup<(string Path, string Kind), IndexedLabel>> _labels;
    private readonly Lazy<ILookup<string, IndexedGrant>> _grantsOn;
    private readonly Lazy<ILookup<string, IndexedGrant>> _grantsOf;
    private readonly Lazy<ILookup<string, string>> _joiners;
    private readonly Lazy<Dictionary<string, IndexedInterface>> _interfaces;
    private readonly HashSet<string> _apart;
    private readonly Lazy<Dictionary<string, ImmutableArray<string>>> _classes;

    /// <summary>Joins indexes with the small base.</summary>
    public BaseKnowledge(ImmutableArray<BaseIndex> indexes)
    {
        IsComplete = indexes.Any(i => i.IsComplete);

        // Bases differ from the small one; of one that is known as a whole, only the judgement on names is still the small base's.
        _indexes = IsComplete ? indexes : indexes.Add(SmallBase.Index);
        _traits.UnionWith(SmallBase.Index.Traits.Select(t => (t.Name, t.Trait)));
        foreach (var index in _indexes)
        {
            foreach (var name in index.Names)
            {
                var key = (SpaceOf(name.Kind), name.Name);
                if (!_names.ContainsKey(key))
                {
                    _names.Add(key, name);
                }
            }

            _traits.UnionWith(index.Traits.Select(t => (t.Name, t.Trait)));
        }

        Name = indexes.FirstOrDefault()?.Name is { Length: > 0 } given ? given : SmallBase.Index.Name;
        _guards = _indexes.SelectMany(i => i.Guards).Distinct().ToLookup(g => g.Class, StringComparer.Ordinal);
        Ports = [.. _indexes.SelectMany(i => i.Ports)];
        _apart = new HashSet<string>(_indexes.SelectMany(i => i.Modules).Where(m => !m.IsInBase).Select(m => m.Name), StringComparer.Ordinal);
        _classes = new(() => _indexes.SelectMany(i => i.Classes).GroupBy(c => c.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Permissions, StringComparer.Ordinal));
        _labels = new(() => _indexes.SelectMany(i => i.Labels).ToLookup(l => (l.Path, l.Kind)));
        _grantsOn = new(() => _indexes.SelectMany(i => i.Grants).ToLookup(g => g.Target, StringComparer.Ordinal));
        _grantsOf = new(() => _indexes.SelectMany(i => i.Grants).ToLookup(g => g.Interface, StringComparer.Ordinal));
        _joiners = new(() => _indexes.SelectMany(i => i.Joins).ToLookup(j => j.Attribute, j => j.Interface, StringComparer.Ordinal));
        _interfaces = new(() => _indexes.SelectMany(i => i.Interfaces).GroupBy(i => i.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal));
    }

    /// <summary>What is known where a project references no index.</summary>
    public static BaseKnowledge Small { get; } = new([]);

    /// <summary>What it is called in messages.</summary>
    public string Name { get; }

    /// <summary>The same where it begins a sentence.</summary>
    public string Subject => Name.StartsWith("the ", StringComparison.Ordinal) ? "The " + Name.Substring(4) : Name;

    /// <summary>Whether a name that is not known does not exist in the base.</summary>
    public bool IsComplete { get; }

    /// <summary>The ports of the base.</summary>
    public ImmutableArray<IndexedPort> Ports { get; }

    /// <summary>The base's declaration of a name, whatever of the same name space it is: types and attributes share one, roles and booleans have their own.</summary>
    public IndexedName? Find(EntityRef entity) => _names.TryGetValue((SpaceOf(entity.Kind), entity.Name), out var name) ? name : null;

    /// <summary>Whether a name has a trait.</summary>
    public bool Has(string name, IndexTrait trait) => _traits.Contains((name, trait));

    /// <summary>The names that may stand where one does.</summary>
    public IEnumerable<string> NamesLike(EntityRef entity) => _names.Keys.Where(k => k.Space == SpaceOf(entity.Kind)).Select(k => k.Name);

    /// <summary>What the base guards of an object class.</summary>
    public IEnumerable<IndexedGuard> GuardsOf(string @class) => _guards[@class];

    /// <summary>The base's labels of a pattern and kind.</summary>
    public IEnumerable<IndexedLabel> LabelsOf(string path, string kind) => _labels.Value[(path, kind)];

    /// <summary>What interfaces give on a name.</summary>
    public IEnumerable<IndexedGrant> GrantsOn(string target) => _grantsOn.Value[target];

    /// <summary>What an interface gives.</summary>
    public IEnumerable<IndexedGrant> GrantsOf(string name) => _grantsOf.Value[name];

    /// <summary>The interfaces that put their carrier into an attribute.</summary>
    public IEnumerable<IndexedInterface> JoinersOf(string attribute) => _joiners.Value[attribute].Select(Interface).OfType<IndexedInterface>();

    /// <summary>An interface.</summary>
    public IndexedInterface? Interface(string name) => _interfaces.Value.TryGetValue(name, out var found) ? found : null;

    /// <summary>Whether a module is one of its own, which a machine may lack.</summary>
    public bool IsApart(string module) => _apart.Contains(module);

    /// <summary>The permissions of an object class; none where they are not known.</summary>
    public ImmutableArray<string> PermissionsOf(string @class) => _classes.Value.TryGetValue(@class, out var known) ? known : [];

    private static string SpaceOf(EntityKind kind) => kind switch
    {
        EntityKind.Type or EntityKind.TypeAttribute => "type",
        EntityKind.Role or EntityKind.RoleAttribute => "role",
        EntityKind.Boolean or EntityKind.Tunable => "boolean",
        EntityKind.User => "user",
        _ => "",
    };
}
