using System.Collections.Immutable;
using TypedPolicy.Model.Naming;
using TypedPolicy.Refpolicy.Headers;

namespace TypedPolicy.Refpolicy.Bindings;

/// <summary>
/// The C# names of a base policy, by one rule, so that anyone who knows a name of SELinux can type the one of C#:
/// <list type="bullet">
/// <item>an interface or template is split at its first underscore: <c>netutils_domtrans_ping</c> is <c>Netutils.DomtransPing</c>;</item>
/// <item>a pattern of the support files is in the class <c>Pattern</c>: <c>manage_files_pattern</c> is <c>Pattern.ManageFiles</c>;</item>
/// <item>a type loses its <c>_t</c>: <c>ping_exec_t</c> is <c>PingExec</c>, and <c>kernel_t</c> is the class <c>Kernel</c> that also holds the interfaces <c>kernel_*</c>;</item>
/// <item>a type or role attribute gets an I: <c>file_type</c> is <c>IFileType</c>;</item>
/// <item>roles, users and booleans keep all of their words: <c>system_r</c> is <c>SystemR</c>;</item>
/// <item>a class that the library does not have is an enum that ends in <c>Perms</c>;</item>
/// <item>permission sets are in the class <c>Perms</c>, in a class for each object class: <c>manage_file_perms</c> is <c>Perms.File.Manage</c>.</item>
/// </list>
/// Where two things would have one name, the first of this order has it: what the library declares, containers with the type of the same words, attributes,
/// other types, roles, users, booleans, classes. The others get their kind behind it (<c>Type</c>, <c>Attribute</c>, <c>Role</c>, <c>User</c>, <c>Boolean</c>),
/// and if that is taken too, a number.
/// </summary>
public sealed class BindingNames
{
    /// <summary>The namespace of bindings.</summary>
    public const string Namespace = "TypedPolicy.Base";

    /// <summary>The class that holds the permission sets. No other binding has this name.</summary>
    public const string PermsClass = "Perms";

    private const string Pattern = "pattern";
    private const int MaxPermissions = 64;

    // What src/TypedPolicy/Base declares: bindings use it, and declare nothing of their own under these names.
    private static readonly (EntityKind Kind, string Name, string CSharp)[] Library =
    [
        (EntityKind.TypeAttribute, "domain", "IDomain"),
        (EntityKind.TypeAttribute, "exec_type", "IExecType"),
        (EntityKind.TypeAttribute, "file_type", "IFileType"),
        (EntityKind.TypeAttribute, "filesystem_type", "IFilesystemType"),
        (EntityKind.TypeAttribute, "netif_type", "INetifType"),
        (EntityKind.TypeAttribute, "node_type", "INodeType"),
        (EntityKind.TypeAttribute, "port_type", "IPortType"),
        (EntityKind.Role, "object_r", "ObjectR"),
        (EntityKind.Role, "system_r", "SystemR"),
        (EntityKind.User, "system_u", "SystemU"),
    ];

    private static readonly EntityKind[] Order =
    [
        EntityKind.TypeAttribute, EntityKind.RoleAttribute, EntityKind.Type, EntityKind.Role, EntityKind.User, EntityKind.Boolean, EntityKind.ObjectClass,
    ];

    private readonly Dictionary<(EntityKind Kind, string Name), string> _entities = [];
    private readonly Dictionary<string, EntityKind> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _interfaces = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (string? Type, List<HeaderInterface> Interfaces)> _containers = new(StringComparer.Ordinal);

    private BindingNames(IReadOnlyList<BaseEntity> entities, ImmutableArray<HeaderPermissionSet> sets) => (Entities, PermissionSets) = (entities, sets);

    /// <summary>What the headers name, sorted by kind and name.</summary>
    public IReadOnlyList<BaseEntity> Entities { get; }

    /// <summary>The permission sets of the support files, in the order of their names.</summary>
    public ImmutableArray<HeaderPermissionSet> PermissionSets { get; }

    /// <summary>The classes that hold interfaces: the C# name, the type that the class is too, and the interfaces and patterns by name.</summary>
    public IEnumerable<(string CSharp, string? Type, IReadOnlyList<HeaderInterface> Interfaces)> Containers =>
        _containers.Select(c => (c.Key, c.Value.Type, (IReadOnlyList<HeaderInterface>)c.Value.Interfaces));

    /// <summary>Names everything in a header tree.</summary>
    /// <param name="tree">The tree.</param>
    public static BindingNames Of(HeaderTree tree)
    {
        var names = new BindingNames(BaseEntities.Of(tree), tree.PermissionSets);
        var taken = new HashSet<string>(StringComparer.Ordinal) { "TypedPolicy", "System", PermsClass };
        foreach (var (kind, name, csharp) in Library)
        {
            names.Enter(kind, name, csharp, taken);
        }

        names.NameContainers(tree, taken);
        foreach (var kind in Order)
        {
            foreach (var entity in names.Entities.Where(e => e.Kind == kind && !names._entities.ContainsKey((e.Kind, e.Name))).OrderBy(e => IsPlain(e.Name) ? 0 : 1))
            {
                names.Enter(kind, entity.Name, Free(Natural(entity.Name, kind), kind, taken), taken);
            }
        }

        return names;
    }

    /// <summary>Whether the library declares a name, so that bindings do not.</summary>
    public static bool IsInLibrary(EntityKind kind, string name) => Library.Any(l => l.Kind == kind && l.Name == name);

    /// <summary>The C# name of something that the base declares; null if its headers do not name it.</summary>
    public string? Of(EntityKind kind, string name) => _entities.TryGetValue((kind, name), out var csharp) ? csharp : null;

    /// <summary>How C# applies an interface or pattern: <c>Netutils.DomtransPing</c>.</summary>
    public string? OfInterface(string name) => _interfaces.TryGetValue(name, out var csharp) ? csharp : null;

    /// <summary>What a name stands for; null if the headers do not name it.</summary>
    public EntityKind? KindOf(string name) => _kinds.TryGetValue(name, out var kind) ? kind : null;

    /// <summary>The permissions of a class that the library does not have, each with the member of the enum that stands for it; none twice, and as many as an enum can tell apart.</summary>
    public static IEnumerable<(string Permission, string CSharp)> OfPermissions(BaseEntity entity)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var permission in entity.Permissions.Take(MaxPermissions))
        {
            var natural = Identifier(permission);
            var free = natural;
            for (var i = 2; !taken.Add(free); i++)
            {
                free = natural + M4.M4Engine.Decimal(i);
            }

            yield return (permission, free);
        }
    }

    private void NameContainers(HeaderTree tree, HashSet<string> taken)
    {
        foreach (var group in tree.Interfaces.Concat(tree.Patterns).OrderBy(i => IsPlain(i.Name) ? 0 : 1).ThenBy(i => i.Name, StringComparer.Ordinal).GroupBy(i => Split(i).Prefix, StringComparer.Ordinal))
        {
            // kernel_t is the class that holds kernel_*.
            var natural = Identifier(group.Key);
            var type = Entities.FirstOrDefault(e => e.Kind == EntityKind.Type && e.Name == group.Key + "_t")?.Name;
            var csharp = natural;
            for (var i = 2; !taken.Add(csharp); i++)
            {
                csharp = natural + M4.M4Engine.Decimal(i);
            }

            if (type is not null)
            {
                _entities.Add((EntityKind.Type, type), csharp);
                _kinds[type] = EntityKind.Type;
            }

            // A nested class may not have the name of the class around it, and each is called NAMEAttribute.
            var members = new HashSet<string>(StringComparer.Ordinal) { csharp };
            if (csharp.EndsWith("Attribute", StringComparison.Ordinal))
            {
                members.Add(csharp.Substring(0, csharp.Length - "Attribute".Length));
            }

            var interfaces = new List<HeaderInterface>();
            foreach (var item in group)
            {
                var member = Free(Identifier(Split(item).Member), EntityKind.Interface, members);
                members.Add(member);
                interfaces.Add(item);
                _interfaces.Add(item.Name, $"{csharp}.{member}");
            }

            _containers.Add(csharp, (type, interfaces));
        }
    }

    /// <summary>Whether a name is spelled as those of the reference policy are. Another one may have the same C# name (<c>Read_files</c>, <c>read__files</c>), and does not take it from that.</summary>
    private static bool IsPlain(string name) => !name.Contains("__") && !name.Any(c => c is >= 'A' and <= 'Z' or '-' or '.');

    private void Enter(EntityKind kind, string name, string csharp, HashSet<string> taken)
    {
        taken.Add(csharp);
        _entities[(kind, name)] = csharp;
        _kinds[name] = kind;
    }

    private static (string Prefix, string Member) Split(HeaderInterface item)
    {
        var name = item.Name;
        if (item.IsPattern)
        {
            return (Pattern, name.EndsWith("_" + Pattern, StringComparison.Ordinal) ? name.Substring(0, name.Length - Pattern.Length - 1) : name);
        }

        var at = name.IndexOf('_');
        return at > 0 && at < name.Length - 1 ? (name.Substring(0, at), name.Substring(at + 1)) : (name, name);
    }

    private static string Natural(string name, EntityKind kind) => kind switch
    {
        EntityKind.Type => Identifier(NameOf.Stem(name, kind)),
        EntityKind.TypeAttribute or EntityKind.RoleAttribute => "I" + Identifier(name),
        EntityKind.ObjectClass => Identifier(name) + "Perms",
        _ => Identifier(name),
    };

    private static string Identifier(string words)
    {
        var name = NameOf.Pascal(words);
        return name.Length > 0 && name[0] is >= 'A' and <= 'Z' ? name : "N" + name;
    }

    private static string Free(string natural, EntityKind kind, HashSet<string> taken)
    {
        if (!taken.Contains(natural))
        {
            return natural;
        }

        var withKind = natural + kind switch
        {
            EntityKind.Role => "Role",
            EntityKind.User => "User",
            EntityKind.Boolean => "Boolean",
            EntityKind.TypeAttribute or EntityKind.RoleAttribute => "Attribute",
            EntityKind.ObjectClass => "Class",
            EntityKind.Interface => "Interface",
            _ => "Type",
        };
        var free = withKind;
        for (var i = 2; taken.Contains(free); i++)
        {
            free = withKind + M4.M4Engine.Decimal(i);
        }

        return free;
    }
}
