using System.Collections.Immutable;
using TypedPolicy.Model.Index;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Paths;
using TypedPolicy.Model.Rules;
using TypedPolicy.Refpolicy.Bindings;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Refpolicy.Modules;

namespace TypedPolicy.Refpolicy.Indexing;

/// <summary>
/// Makes the index of a base policy: what its headers say (interfaces, what they give, the names that they require), and what is installed where a caller has it
/// (all names, memberships, labels, equivalences, ports, guards).
/// </summary>
public static class BaseIndexBuilder
{
    /// <summary>Makes an index. The same headers and the same policy make the same text of it, in whatever order their files come.</summary>
    /// <param name="tree">The headers.</param>
    /// <param name="names">Their C# names.</param>
    /// <param name="installed">The installed policy; null if there is none; then the index does not claim to be complete.</param>
    /// <param name="name">What messages call the base: <c>debian12</c>.</param>
    /// <param name="target">The target whose base it is; empty where it is nobody's in particular.</param>
    /// <param name="macros">The support macros of the headers, whose permission sets the index has; none of them where they are not given.</param>
    public static BaseIndex Build(HeaderTree tree, BindingNames names, InstalledPolicy? installed, string name, string target, SupportMacros? macros = null)
    {
        var owners = NameOwners.Of(tree);
        var classes = names.Entities.Where(e => e.Kind == EntityKind.ObjectClass).Select(e => new IndexedClass(e.Name, [.. e.Permissions])).ToImmutableArray();
        var index = new BaseIndex
        {
            Name = name,
            Target = target,
            Names = [.. names.Entities.Where(e => e.Kind != EntityKind.ObjectClass).Select(e => new IndexedName(e.Kind, e.Name, owners.Of(e.Name) ?? "", []))],
            Classes = classes,
            Sets = macros is null ? [] : [.. macros.Sets.Select(set => new IndexedSet(set, [.. (macros.PermissionsOf(set) ?? []).OrderBy(p => p, StringComparer.Ordinal)])).Where(set => !set.Permissions.IsEmpty)],
        };
        index = installed is null ? index : WithInstalled(index, installed, owners);
        var entries = new InterfaceEntries(names, index.Classes.ToDictionary(c => c.Name, c => c.Permissions, StringComparer.Ordinal));
        foreach (var item in tree.Interfaces)
        {
            entries.Add(item);
        }

        return index with { Interfaces = entries.Interfaces, Grants = entries.Grants, Joins = entries.Joins };
    }

    private static BaseIndex WithInstalled(BaseIndex index, InstalledPolicy policy, NameOwners owners)
    {
        var installed = new InstalledNames();
        foreach (var module in policy.Modules.OrderBy(m => m.Name, StringComparer.Ordinal).ThenBy(m => m.Cil, StringComparer.Ordinal))
        {
            installed.Read(module);
        }

        var types = new AttributeMembers(installed, EntityKind.Type);
        var found = DeclaredNames(installed, types, owners);
        var isComplete = installed.IsComplete && installed.HasBase;
        var known = new HashSet<(EntityKind, string)>(found.Select(n => (n.Kind, n.Name)));
        var classes = installed.Classes.ToImmutableArray();
        return index with
        {
            IsComplete = isComplete,

            // What only headers name does not exist, where everything was read.
            Names = isComplete ? found : [.. found, .. index.Names.Where(n => !known.Contains((n.Kind, n.Name)))],
            Modules = Modules(installed, owners),
            Classes = isComplete ? classes : [.. classes, .. index.Classes.Where(c => classes.All(k => k.Name != c.Name))],
            Capabilities = [.. installed.Capabilities],
            PolicyVersion = policy.PolicyVersion,
            ExpandCheck = policy.ExpandCheck,
            Equivalences = Equivalences.Parse(policy.Substitutions).Entries,
            Labels = [.. InstalledLabels.Read(policy.FileContexts)],
            Ports = [.. installed.Ports],
            Guards = [.. new InstalledGuards(installed, types).All().Distinct()],
            Traits = [.. BroadAttributes(installed, types), .. installed.Constrained.Select(name => new IndexedTrait(name, IndexTrait.Constrained))],
            Roles = isComplete ? RoleDomains(installed) : [],
            Decisions = isComplete && installed.AreRulesWhole ? DecidedPermissions.All : [],
            Accesses = isComplete && installed.AreRulesWhole ? [.. new InstalledAccess(installed, types).All()] : [],
        };
    }

    private static ImmutableArray<IndexedName> DeclaredNames(InstalledNames installed, AttributeMembers types, NameOwners owners)
    {
        var declared = installed.Declared.ToList();
        var roles = new AttributeMembers(installed, EntityKind.Role);
        var attributesOf = declared
            .Where(d => d.Kind is EntityKind.TypeAttribute or EntityKind.RoleAttribute)
            .SelectMany(d => (d.Kind == EntityKind.TypeAttribute ? types : roles).Of(d.Name), (d, member) => (Kind: d.Kind == EntityKind.TypeAttribute ? EntityKind.Type : EntityKind.Role, member, d.Name))
            .ToLookup(m => (m.Kind, m.member), m => m.Name);
        var rolesOf = installed.UserRoles.ToLookup(u => u.User, u => u.Role, StringComparer.Ordinal);
        ImmutableArray<string> Attributes(EntityKind kind, string name) => kind == EntityKind.User ? [.. rolesOf[name].Distinct().OrderBy(r => r, StringComparer.Ordinal)] : [.. attributesOf[(kind, name)].OrderBy(a => a, StringComparer.Ordinal)];
        string Module(string name, string module, bool isInBase) => isInBase ? owners.Of(name) ?? module : module;

        var actual = declared.Where(d => d.Kind == EntityKind.Type).ToDictionary(d => d.Name, d => (d.Module, d.IsInBase), StringComparer.Ordinal);
        return
        [
            .. declared.Select(d => new IndexedName(d.Kind, d.Name, Module(d.Name, d.Module, d.IsInBase), Attributes(d.Kind, d.Name))),
            .. installed.Aliases
                .Where(a => actual.ContainsKey(a.Value) && !actual.ContainsKey(a.Key))
                .Select(a => new IndexedName(EntityKind.Type, a.Key, Module(a.Value, actual[a.Value].Module, actual[a.Value].IsInBase), Attributes(EntityKind.Type, a.Value))),
        ];
    }

    /// <summary>The modules: those that are installed by themselves, and those whose names the base declares.</summary>
    private static ImmutableArray<IndexedModule> Modules(InstalledNames installed, NameOwners owners)
    {
        var declared = installed.Declared.ToList();
        var apart = new HashSet<string>(declared.Where(d => !d.IsInBase).Select(d => d.Module), StringComparer.Ordinal);
        return
        [
            .. apart.Select(m => new IndexedModule(m, false)),
            .. declared.Where(d => d.IsInBase).Select(d => owners.Of(d.Name)).OfType<string>().Distinct().Where(m => !apart.Contains(m)).Select(m => new IndexedModule(m, true)),
        ];
    }

    /// <summary>The types and attributes that each role may run, its role attributes included.</summary>
    private static ImmutableArray<IndexedRole> RoleDomains(InstalledNames installed)
    {
        var roles = new AttributeMembers(installed, EntityKind.Role);
        return
        [
            .. installed.RoleTypes
                .SelectMany(r => installed.Declares(EntityKind.RoleAttribute, r.Role) || GeneratedNames.Contains(r.Role) ? roles.Of(r.Role) : [r.Role], (r, role) => (role, Type: installed.Aliases.TryGetValue(r.Type, out var actual) ? actual : r.Type))
                .GroupBy(r => r.role, r => r.Type, StringComparer.Ordinal)
                .Select(g => new IndexedRole(g.Key, [.. g.Distinct().OrderBy(t => t, StringComparer.Ordinal)])),
        ];
    }

    /// <summary>Attributes that more than half of all types of files are in.</summary>
    private static ImmutableArray<IndexedTrait> BroadAttributes(InstalledNames installed, AttributeMembers types)
    {
        var files = new HashSet<string>(types.Of("file_type"), StringComparer.Ordinal);
        return files.Count < FewFiles
            ? []
            : [.. installed.Declared.Where(d => d.Kind == EntityKind.TypeAttribute && types.Of(d.Name).Count(files.Contains) > files.Count / 2).Select(d => new IndexedTrait(d.Name, IndexTrait.Broad))];
    }

    private const int FewFiles = 100;
}
