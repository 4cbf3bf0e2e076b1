using System.Globalization;
using System.Text;
using TypedPolicy.Model.Classes;
using TypedPolicy.Model.Targets;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Sepol.Sources;

namespace TypedPolicy.Sepol.Bases;

/// <summary>
/// A small base of our own: classes, one sensitivity with 1024 categories, the roles and the user that every base has, and the attributes that
/// the library's kinds of types join. What a policy names beyond that is somebody else's, and it is declared with nothing known about it,
/// except where the policy itself allows it to be missing: in an optional.
/// </summary>
internal static class EmbeddedBase
{
    /// <summary>What messages call it.</summary>
    public const string Name = "the embedded base";

    private const int MaxPermissions = 32;

    /// <summary>The base for some modules, and those modules as they can be linked with it.</summary>
    public static IReadOnlyList<PolicySource> With(IReadOnlyList<PolicySource> modules)
    {
        var cil = modules.Select(m => m.Kind == PolicySourceKind.Cil ? m : new PolicySource(m.Name, PolicyLinker.ToCil(m))).ToList();
        var statements = cil.ConvertAll(m => CilText.Read(m.Content.Span));

        // What has initial SIDs of its own is whole: a base, or a base with modules.
        if (statements.Exists(tree => tree.Any(s => s.Keyword == "sidorder")))
        {
            return cil;
        }

        var names = new CilNames(statements);
        var foreign = names.Undeclared(NameKind.Type).Except(OwnTypes, StringComparer.Ordinal).ToList();
        var own = new PolicySource(Name, Encoding.UTF8.GetBytes(Write(names, foreign)));
        return [own, .. cil.Zip(statements, (module, tree) => WithoutForeignBounds(module, tree, names))];
    }

    private static IEnumerable<string> Attributes => Enum.GetValues<TypeKind>().SelectMany(k => Memberships.ReferencePolicy[k]).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<string> OwnTypes => Attributes.Append("kernel_t");

    private static string Write(CilNames names, List<string> foreign)
    {
        var text = new StringBuilder("(mls true)\n(handleunknown allow)\n(policycap extended_socket_class)\n(policycap open_perms)\n(policycap nnp_nosuid_transition)\n");
        WriteClasses(names, text);
        var highest = WriteLevels(names, text);
        foreach (var attribute in Attributes)
        {
            text.Append(CultureInfo.InvariantCulture, $"(typeattribute {attribute})\n");
        }

        text.Append(Own(NameKind.Role, "role", "object_r")).Append(Own(NameKind.Role, "role", "system_r")).Append("(type kernel_t)\n(roletype object_r kernel_t)\n(roletype system_r kernel_t)\n");
        foreach (var type in foreign)
        {
            text.Append(names.IsSet(NameKind.Type, type) ? $"(typeattribute {type})\n" : $"(type {type})\n(roletype object_r {type})\n");
        }

        Declare(NameKind.Boolean, b => $"(boolean {b} false)\n");
        Declare(NameKind.Tunable, t => $"(tunable {t} false)\n");
        Declare(NameKind.Role, r => names.IsSet(NameKind.Role, r) ? $"(roleattribute {r})\n" : $"(role {r})\n", "object_r", "system_r");
        foreach (var user in names.Undeclared(NameKind.User).Append("system_u").Distinct(StringComparer.Ordinal).Where(u => !names.IsDeclared(NameKind.User, u)))
        {
            text.Append(CultureInfo.InvariantCulture, $"(user {user})\n(userrole {user} object_r)\n(userrole {user} system_r)\n(userlevel {user} (s0))\n(userrange {user} ((s0) ({highest} (range c0 c1023))))\n");
        }

        text.Append("(sid kernel)\n(sidorder (kernel))\n(sidcontext kernel (system_u system_r kernel_t ((s0) (s0))))\n");

        // libsepol takes no policy without a rule, and a module may be labels alone.
        text.Append("(allow kernel_t kernel_t (process (fork)))\n");
        return text.ToString();

        string Own(NameKind kind, string keyword, string name) => names.IsDeclared(kind, name) ? "" : $"({keyword} {name})\n";

        void Declare(NameKind kind, Func<string, string> declaration, params string[] known)
        {
            foreach (var name in names.Undeclared(kind).Except(known))
            {
                text.Append(declaration(name));
            }
        }
    }

    // The sensitivities of an MLS base where the policy names them; a named level or range is somebody else's, and nothing is known about it but that it exists.
    private static string WriteLevels(CilNames names, StringBuilder text)
    {
        string[] sensitivities = ["s0", .. names.Undeclared(NameKind.Sensitivity).Where(s => s != "s0" && IsNumbered(s)).OrderBy(s => int.Parse(s.AsSpan(1), CultureInfo.InvariantCulture))];
        foreach (var sensitivity in sensitivities)
        {
            text.Append(CultureInfo.InvariantCulture, $"(sensitivity {sensitivity})\n");
        }

        text.Append("(sensitivityorder (").AppendJoin(' ', sensitivities).Append("))\n");
        for (var i = 0; i < 1024; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"(category c{i})\n");
        }

        text.Append("(categoryorder (").AppendJoin(' ', Enumerable.Range(0, 1024).Select(i => $"c{i}")).Append("))\n");
        foreach (var sensitivity in sensitivities)
        {
            text.Append(CultureInfo.InvariantCulture, $"(sensitivitycategory {sensitivity} (range c0 c1023))\n");
        }

        foreach (var level in names.Undeclared(NameKind.Level))
        {
            text.Append(CultureInfo.InvariantCulture, $"(level {level} (s0))\n");
        }

        foreach (var range in names.Undeclared(NameKind.LevelRange))
        {
            text.Append(CultureInfo.InvariantCulture, $"(levelrange {range} ((s0) (s0)))\n");
        }

        return sensitivities[^1];

        static bool IsNumbered(string name) => name is ['s', _] or ['s', '1', _] && int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 16;
    }

    private static void WriteClasses(CilNames names, StringBuilder text)
    {
        var known = ObjectClassTable.Classes.Where(c => !names.IsDeclared(NameKind.Class, c.Name)).ToList();
        var others = names.Undeclared(NameKind.Class).Except(known.Select(c => c.Name)).Select(c => (Name: c, Permissions: Array.Empty<string>()));
        var order = new List<string>();
        foreach (var (name, permissions) in known.Select(c => (c.Name, Permissions: c.Permissions.Select(p => p.Name).ToArray())).Concat(others))
        {
            // A permission of a newer base than the table knows.
            var more = names.Permissions.TryGetValue(name, out var used) ? used.Except(permissions).Take(MaxPermissions - permissions.Length) : [];
            text.Append(CultureInfo.InvariantCulture, $"(class {name} ({string.Join(' ', permissions.Concat(more))}))\n");
            order.Add(name);
        }

        text.Append("(classorder (").AppendJoin(' ', order).Append("))\n");
    }

    // Of a type that somebody else declares it is not known what it may, so nothing can be said of what it bounds; of users and roles neither what bounds them.
    private static PolicySource WithoutForeignBounds(PolicySource module, IReadOnlyList<CilStatement> statements, CilNames names)
    {
        var bounds = All(statements).Where(s => s.Keyword switch
        {
            "typebounds" => IsForeign(NameKind.Type, s.TextAt(1)),
            "rolebounds" => IsForeign(NameKind.Role, s.TextAt(1)) || IsForeign(NameKind.Role, s.TextAt(2)),
            "userbounds" => IsForeign(NameKind.User, s.TextAt(1)) || IsForeign(NameKind.User, s.TextAt(2)),
            _ => false,
        }).ToList();
        if (bounds.Count == 0)
        {
            return module;
        }

        var content = module.Content.ToArray();
        foreach (var statement in bounds)
        {
            for (var i = statement.Start; i < statement.End; i++)
            {
                content[i] = content[i] == '\n' ? content[i] : (byte)' ';
            }
        }

        return new(module.Name, content);

        bool IsForeign(NameKind kind, string? name) => name is not null && names.IsForeign(kind, name);
    }

    private static IEnumerable<CilStatement> All(IEnumerable<CilStatement> statements) => statements.SelectMany(s => All(s.Items).Prepend(s));
}
