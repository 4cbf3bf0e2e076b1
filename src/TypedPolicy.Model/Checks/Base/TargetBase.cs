using System.Collections.Immutable;
using TypedPolicy.Model.Index;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Paths;
using TypedPolicy.Model.Targets;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>The base policy of one target that the policy is for: what it lets its names do, its ports and its labels.</summary>
internal sealed class TargetBase
{
    private readonly ImmutableArray<BaseIndex> _indexes;
    private readonly HashSet<(string Class, string Permission)> _decided = [];
    private readonly Lazy<DirectoryLabels> _directoryLabels;
    private readonly ILookup<string, string> _roles;
    private readonly Dictionary<string, HashSet<string>> _classes;
    private readonly ImmutableDictionary<string, ImmutableSortedSet<string>> _sets;

    /// <summary>Every permission that the base has of a class.</summary>
    private const string All = "all";

    /// <summary>Joins what is known of a target's base.</summary>
    /// <param name="target">The target.</param>
    /// <param name="indexes">The indexes of its base that the project references.</param>
    public TargetBase(Target target, ImmutableArray<BaseIndex> indexes)
    {
        Target = target;
        ChecksNeverAllow = indexes.Select(i => i.ExpandCheck).FirstOrDefault(check => check is not null) ?? target.ChecksNeverAllow;
        IsComplete = indexes.Any(i => i.IsComplete);
        Name = indexes.FirstOrDefault()?.Name is { Length: > 0 } name ? name : target.Title;
        _indexes = IsComplete ? indexes : [.. indexes, SmallBase.Of(target)];
        Constrained = [.. _indexes.Concat(IsComplete ? [] : [SmallBase.Index]).SelectMany(i => i.Traits).Where(t => t.Trait == IndexTrait.Constrained).Select(t => t.Name)];
        Users = _indexes.SelectMany(i => i.Names).Where(n => n.Kind == EntityKind.User).SelectMany(n => n.Attributes, (n, role) => (n.Name, role)).ToLookup(u => u.Name, u => u.role, StringComparer.Ordinal);
        _roles = _indexes.SelectMany(i => i.Roles).SelectMany(r => r.Domains, (r, domain) => (r.Role, domain)).ToLookup(r => r.domain, r => r.Role, StringComparer.Ordinal);
        Equivalences = indexes.Where(i => !i.Equivalences.IsEmpty).Select(i => new Equivalences(i.Equivalences)).FirstOrDefault() ?? target.Equivalences;
        _classes = indexes.Where(i => i.IsComplete).SelectMany(i => i.Classes).GroupBy(c => c.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => new HashSet<string>(g.SelectMany(c => c.Permissions), StringComparer.Ordinal), StringComparer.Ordinal);
        _sets = indexes.SelectMany(i => i.Sets).GroupBy(s => s.Name, StringComparer.Ordinal).ToImmutableDictionary(g => g.Key, g => g.First().Permissions.ToImmutableSortedSet(StringComparer.Ordinal), StringComparer.Ordinal);
        _directoryLabels = new(() => new DirectoryLabels(_indexes.SelectMany(i => i.Labels)));
        Ports = [.. _indexes.SelectMany(i => i.Ports).Concat(IsComplete ? [] : target.Facts.Ports).Distinct()];
        _decided.UnionWith(_indexes.SelectMany(i => i.Decisions).SelectMany(d => d.Permissions, (d, permission) => (d.Class, permission)));
    }

    /// <summary>The target.</summary>
    public Target Target { get; }

    /// <summary>What messages call it: <c>Debian 12</c>, or the name of its index.</summary>
    public string Name { get; }

    /// <summary>Whether a name, port or label that is not known does not exist in it.</summary>
    public bool IsComplete { get; }

    /// <summary>The attributes whose members its constraints on levels hold for; none if they are not known.</summary>
    public ImmutableHashSet<string> Constrained { get; }

    /// <summary>Its users and their roles.</summary>
    public ILookup<string, string> Users { get; }

    /// <summary>Its equivalences of paths.</summary>
    public Equivalences Equivalences { get; }

    /// <summary>Its labels that directories may have.</summary>
    public DirectoryLabels DirectoryLabels => _directoryLabels.Value;

    /// <summary>Its ports.</summary>
    public ImmutableArray<IndexedPort> Ports { get; }

    /// <summary>Whether its <c>semodule</c> refuses what breaks a neverallow rule: as it is where an index was made, else as the target's package has it.</summary>
    public bool ChecksNeverAllow { get; }

    /// <summary>Whether its permission sets are known.</summary>
    public bool KnowsSets => !_sets.IsEmpty || Target.Facts.Sources[TargetFact.PermissionSets].IsKnown;

    /// <summary>The permissions that it has in a set of the library.</summary>
    public ImmutableSortedSet<string> SetOf(PermissionSetFact set) =>
        _sets.TryGetValue(set.Name, out var own) ? own : Target.Facts.Sets.TryGetValue(set.Name, out var known) ? known : set.Permissions;

    /// <summary>Whether it is known not to have an object class, or a permission of one.</summary>
    /// <param name="class">The class.</param>
    /// <param name="permission">The permission; null for the class itself.</param>
    public bool Lacks(string @class, string? permission)
    {
        if (!IsComplete || _classes.Count == 0)
        {
            return permission is null ? Target.Facts.Lacks(@class) : Target.Facts.Lacks(@class, permission);
        }

        return !_classes.TryGetValue(@class, out var permissions) || (permission is not null && permission != All && !permissions.Contains(permission));
    }

    /// <summary>Its type or attribute of a name, by the index that knows most of it; null if it is not known to have one.</summary>
    public IndexedName? Find(string name) => Having(name).OrderByDescending(found => found.KnowsAttributes).FirstOrDefault().Name;

    /// <summary>The attributes that its type of a name is in; null if they are not known, as of a type that only headers name.</summary>
    public IEnumerable<string>? AttributesOf(string name) => Having(name).FirstOrDefault(found => found.KnowsAttributes).Name?.Attributes;

    private IEnumerable<(IndexedName Name, bool KnowsAttributes)> Having(string name) =>
        from index in _indexes
        from found in index.NameTable.Having(IndexFields.Name, name)
        where found.Kind is EntityKind.Type or EntityKind.TypeAttribute
        select (found, index.IsComplete || !index.Decisions.IsEmpty);

    /// <summary>The names of types and attributes that anything known of it has: declarations, access, ports and labels.</summary>
    public IEnumerable<string> Names => _indexes.SelectMany(i => i.Names.Where(n => n.Kind is EntityKind.Type or EntityKind.TypeAttribute).Select(n => n.Name)
        .Concat(i.Accesses.SelectMany(a => new[] { a.Source, a.Target }))
        .Concat(i.Ports.Select(p => p.Type))
        .Concat(i.Labels.Select(l => l.Type))
        .Concat(i.Roles.SelectMany(r => r.Domains)));

    /// <summary>Whether it is known which domains its roles may run.</summary>
    public bool KnowsRoles => _roles.Count > 0;

    /// <summary>The roles that may run a type by one of its names.</summary>
    public IEnumerable<string> RolesOf(IEnumerable<string> names) => names.SelectMany(name => _roles[name]).Distinct();

    /// <summary>Whether all is known that the base grants of a permission between names that are known.</summary>
    public bool Decides(string @class, string permission) => _decided.Contains((@class, permission));

    /// <summary>Whether a rule of the base, under whatever condition, gives a name a permission on one of some names.</summary>
    /// <param name="source">The type or attribute that may.</param>
    /// <param name="targets">The names of the target; null for any target.</param>
    /// <param name="class">The object class.</param>
    /// <param name="permission">The permission.</param>
    public bool Allows(string source, ICollection<string>? targets, string @class, string permission)
    {
        foreach (var index in _indexes)
        {
            foreach (var access in index.AccessTable.Having(IndexFields.AccessSource, source))
            {
                if (access.Class == @class && (targets is null || access.Target == IndexedAccess.Everyone || targets.Contains(access.Target)) && access.Permissions.Contains(permission))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
