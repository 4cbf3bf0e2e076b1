using System.Collections.Immutable;
using TypedPolicy.Sepol.Binary;
using TypedPolicy.Sepol.Queries;

namespace TypedPolicy.Sepol.Differences;

/// <summary>The parts of a kernel policy, in the order of its format, and how each is compared. A test ensures that everything the reader reads is here.</summary>
internal static class PolicyParts
{
    /// <summary>Every part.</summary>
    public static ImmutableArray<PolicyPart> All { get; } =
    [
        new("handle_unknown", Of<PolicyTables>(nameof(PolicyTables.UnknownHandling)), n => ResultComparison.Setting(n, "handle_unknown", t => t.UnknownHandling.ToString().ToLowerInvariant())),
        new("policycap", Of<PolicyTables>(nameof(PolicyTables.Capabilities)), n => NameComparison.Names("policycap", n, p => p.Tables.Capabilities.Values.Select(PolicyCapabilities.Name))),
        .. Classes(),
        .. Constraints(),
        .. Roles(),
        .. Types(),
        .. Users(),
        .. Levels(),
        .. Rules(),
        .. Labels(),
    ];

    /// <summary>What the reader reads and no comparison looks at, and why.</summary>
    public static ImmutableDictionary<string, string> NotCompared { get; } = new Dictionary<string, string>
    {
        ["PolicyTables.Version"] = "The version of the format: which kernels can read the policy, not what it allows.",
        ["ConstraintStep.WrittenTypes"] = "How the types of a step are written: by attributes. The types themselves are compared.",
        ["AvtabRule.Key"] = "Made of the source, target, class and kind.",
    }.ToImmutableDictionary(StringComparer.Ordinal);

    private static IEnumerable<PolicyPart> Classes() =>
    [
        new("common", Of<PolicyTables>(nameof(PolicyTables.Commons), nameof(PolicyTables.CommonParts)), n => NameComparison.Names("common", n, p => p.Tables.Commons.Names)
            .Concat(NameComparison.Members("common", n, p => p.Tables.CommonParts.Keys, (p, c) => p.Tables.CommonParts[c].OfType<string>()))),
        new("class", [.. Of<PolicyTables>(nameof(PolicyTables.Classes), nameof(PolicyTables.ClassParts)), .. Of<ClassPart>(nameof(ClassPart.Name), nameof(ClassPart.Common))], n =>
            NameComparison.Names("class", n, p => p.Classes)
                .Concat(NameComparison.Statements("class", n, t => ClassParts(t).Where(c => c.Common is not null && IsClassOfBoth(n, c)).Select(c => ($"class {c.Name} inherits {c.Common}", Array.Empty<string>()))))),
        new("permission", Of<ClassPart>(nameof(ClassPart.Permissions)), n => NameComparison.Names("permission", n, p =>
            ClassParts(p.Tables).Where(c => IsClassOfBoth(n, c)).SelectMany(c => c.Permissions.OfType<string>().Select(x => $"{c.Name} {x}")))),
        Default("default_user", nameof(ClassPart.DefaultUser), c => c.DefaultUser),
        Default("default_role", nameof(ClassPart.DefaultRole), c => c.DefaultRole),
        Default("default_type", nameof(ClassPart.DefaultType), c => c.DefaultType),
        Default("default_range", nameof(ClassPart.DefaultRange), c => c.DefaultRange),
    ];

    private static IEnumerable<PolicyPart> Constraints()
    {
        var demand = Of<ConstraintPart>(nameof(ConstraintPart.Permissions), nameof(ConstraintPart.Expression));
        var steps = Of<ConstraintStep>(
            nameof(ConstraintStep.Kind), nameof(ConstraintStep.Attribute), nameof(ConstraintStep.Operator), nameof(ConstraintStep.Names));
        return
        [
            new("constrain", [.. Of<ClassPart>(nameof(ClassPart.Constraints)), .. demand, .. steps], n => ConstraintComparison.Permissions(n, isMls: false)),
            new("mlsconstrain", [.. Of<ClassPart>(nameof(ClassPart.Constraints)), .. demand, .. steps], n => ConstraintComparison.Permissions(n, isMls: true)),
            new("validatetrans", [.. Of<ClassPart>(nameof(ClassPart.TransitionConstraints)), .. steps], n => ConstraintComparison.Transitions(n, isMls: false)),
            new("mlsvalidatetrans", [.. Of<ClassPart>(nameof(ClassPart.TransitionConstraints)), .. steps], n => ConstraintComparison.Transitions(n, isMls: true)),
        ];
    }

    private static IEnumerable<PolicyPart> Roles() =>
    [
        // object_r takes every type, whatever the policy lists.
        new("role", [.. Of<PolicyTables>(nameof(PolicyTables.Roles), nameof(PolicyTables.RoleParts)), .. Of<RolePart>(nameof(RolePart.Types))], n =>
            NameComparison.Names("role", n, p => p.Roles).Concat(NameComparison.Members("role", n, p => p.Roles.Where(r => r != "object_r"), (p, r) => Names(p.Tables.Types, Role(p, r)?.Types)))),
        new("role_dominance", Of<RolePart>(nameof(RolePart.Dominates)), n => NameComparison.Statements("role_dominance", n, t => t.Roles.Names
            .SelectMany(r => Names(t.Roles, t.RoleParts[t.Roles[r]]?.Dominates).Where(d => d != r).Select(d => ($"dominance {{ role {r} {{ role {d}; }} }}", Array.Empty<string>()))))),
        Bounds("rolebounds", typeof(RolePart), t => t.Roles, (t, v) => t.RoleParts[v]?.Bounds),
        new("role_allow", Of<PolicyTables>(nameof(PolicyTables.RoleAllows)), n => NameComparison.Statements("role_allow", n, t => t.RoleAllows
            .Select(a => ($"allow {t.Roles[a.Role]} {t.Roles[a.NewRole]};", Array.Empty<string>())))),
        new("role_transition", [.. Of<PolicyTables>(nameof(PolicyTables.RoleTransitions)), .. Every<RoleTransitionPart>()], n => ResultComparison.Compare(n, side => side.Tables.RoleTransitions
            .Select(r => new Result(
                "role_transition",
                $"role_transition {side.Tables.Roles[r.Role]} {side.Tables.Types[r.Type]}:{side.Tables.Classes[r.Class]}",
                side.Tables.Roles[r.Result],
                [side.Tables.Types[r.Type]])))),
    ];

    private static IEnumerable<PolicyPart> Types() =>
    [
        new("type", [.. Of<PolicyTables>(nameof(PolicyTables.Types), nameof(PolicyTables.TypeParts)), .. Of<TypePart>(nameof(TypePart.IsAttribute))], n => NameComparison.Names("type", n, p => p.Types)),
        new("attribute", Of<PolicyTables>(nameof(PolicyTables.AttributesOf), nameof(PolicyTables.MembersOf)), n => NameComparison.Names("attribute", n, p => p.Attributes)
            .Concat(NameComparison.Members("attribute", n, p => p.Attributes, (p, a) => p.MembersOf(a)))),
        new("typealias", Of<PolicyTables>(nameof(PolicyTables.Types)), n => NameComparison.Statements("typealias", n, t => t.Types.Aliases
            .Select(a => ($"typealias {a.Value} alias {a.Key};", (string[])[a.Value, a.Key])))),
        Bounds("typebounds", typeof(TypePart), t => t.Types, (t, v) => t.TypeParts[v]?.Bounds),
        new("permissive", Of<PolicyTables>(nameof(PolicyTables.Permissive)), n => NameComparison.Names("permissive", n, p =>
            p.Tables.Permissive.Values.Where(v => v > 1 && v - 1 <= p.Tables.Types.Count).Select(v => p.Tables.Types[v - 1]))),
    ];

    private static IEnumerable<PolicyPart> Users() =>
    [
        new("user", [.. Of<PolicyTables>(nameof(PolicyTables.Users), nameof(PolicyTables.UserParts)), .. Of<UserPart>(nameof(UserPart.Roles), nameof(UserPart.Range), nameof(UserPart.DefaultLevel)), .. Every<RangePart>(), .. Every<LevelPart>()], n =>
            NameComparison.Names("user", n, p => p.Users)
                .Concat(NameComparison.Members("user", n, p => p.Users, (p, u) => Names(p.Tables.Roles, User(p.Tables, u)?.Roles)))
                .Concat(ResultComparison.CompareShared(n, side => side.Policy.Users.Where(u => User(side.Tables, u) is not null)
                    .SelectMany(u => new Result[]
                    {
                        new("user", $"user {u} level", ContextText.Of(side.Tables, User(side.Tables, u)!.DefaultLevel), []),
                        new("user", $"user {u} range", ContextText.Of(side.Tables, User(side.Tables, u)!.Range), []),
                    })))),
        Bounds("userbounds", typeof(UserPart), t => t.Users, (t, v) => t.UserParts[v]?.Bounds),
        new("boolean", Of<PolicyTables>(nameof(PolicyTables.Booleans), nameof(PolicyTables.BooleanDefaults)), n => NameComparison.Names("boolean", n, p => p.Tables.Booleans.Names)
            .Concat(ResultComparison.CompareShared(n, side => side.Tables.Booleans.Names
                .Select(b => new Result("boolean", $"bool {b}", side.Tables.BooleanDefaults[side.Tables.Booleans[b]] ? "true" : "false", []))))),
    ];

    private static IEnumerable<PolicyPart> Levels() =>
    [
        new("sensitivity", Of<PolicyTables>(nameof(PolicyTables.Sensitivities)), n => NameComparison.Names("sensitivity", n, p => p.Tables.Sensitivities.Names)
            .Concat(NameComparison.Statements("sensitivity", n, t => t.Sensitivities.Aliases.Select(a => ($"sensitivity {a.Value} alias {a.Key};", Array.Empty<string>()))))),
        new("dominance", Of<PolicyTables>(nameof(PolicyTables.Sensitivities)), n => LevelComparison.Order(n, "dominance", "dominance", t => t.Sensitivities)),
        new("category", Of<PolicyTables>(nameof(PolicyTables.Categories)), n => NameComparison.Names("category", n, p => p.Tables.Categories.Names)
            .Concat(NameComparison.Statements("category", n, t => t.Categories.Aliases.Select(a => ($"category {a.Value} alias {a.Key};", Array.Empty<string>()))))
            .Concat(LevelComparison.Order(n, "category", "category", t => t.Categories))),
        new("level", Of<PolicyTables>(nameof(PolicyTables.LevelParts)), n => ResultComparison.CompareShared(n, LevelComparison.Levels)),
    ];

    private static IEnumerable<PolicyPart> Rules()
    {
        ImmutableArray<string> rule =
        [
            .. Of<PolicyTables>(nameof(PolicyTables.Rules), nameof(PolicyTables.Conditions)), .. Of<Avtab>(nameof(Avtab.Rules)), .. Of<ConditionPart>(nameof(ConditionPart.Expression)),
            .. Of<AvtabRule>(nameof(AvtabRule.Source), nameof(AvtabRule.Target), nameof(AvtabRule.Class), nameof(AvtabRule.Kind), nameof(AvtabRule.Data), nameof(AvtabRule.Condition)),
        ];
        return
        [
            Access("allow"),
            Access("auditallow"),
            Access("dontaudit"),
            Extended("allowxperm", RuleKind.AllowX),
            Extended("auditallowxperm", RuleKind.AuditAllowX),
            Extended("dontauditxperm", RuleKind.DontAuditX),
            new("type_transition", [.. rule, .. Of<PolicyTables>(nameof(PolicyTables.NamedTransitions)), .. Every<NamedTransitionPart>()], n =>
                ResultComparison.Compare(n, side => TypeRuleComparison.Rules(n, side, RuleKind.TypeTransition).Concat(TypeRuleComparison.Named(side)))),
            new("type_change", rule, n => ResultComparison.Compare(n, side => TypeRuleComparison.Rules(n, side, RuleKind.TypeChange))),
            new("type_member", rule, n => ResultComparison.Compare(n, side => TypeRuleComparison.Rules(n, side, RuleKind.TypeMember))),
            new("range_transition", [.. Of<PolicyTables>(nameof(PolicyTables.RangeTransitions)), .. Every<RangeTransitionPart>()], n => ResultComparison.Compare(n, TypeRuleComparison.Ranges)),
        ];

        PolicyPart Access(string kind) => new(kind, rule, n => n.Access.Where(a => a.Kind == kind));

        PolicyPart Extended(string word, RuleKind kind) =>
            new(word, [.. rule, .. Of<Avtab>(nameof(Avtab.Extended)), .. Every<ExtendedPermissions>()], n => ResultComparison.Compare(n, side => TypeRuleComparison.Extended(n, side, kind)));
    }

    private static IEnumerable<PolicyPart> Labels() =>
        ((string[])["sid", "fs_use", "genfscon", "portcon", "netifcon", "nodecon", "ibpkeycon", "ibendportcon", "fscon"]).Select(kind => new PolicyPart(
            kind,
            [.. Of<PolicyTables>(nameof(PolicyTables.Labels)), .. Every<LabelPart>(), .. Every<ContextPart>(), .. Every<RangePart>(), .. Every<LevelPart>()],
            n => ResultComparison.Compare(n, side => LabelComparison.Labels(side, kind)).Concat(LabelComparison.Order(n, kind))));

    private static PolicyPart Default(string kind, string property, Func<ClassPart, byte> of) => new(kind, Of<ClassPart>(property), n => ResultComparison.Compare(n, side =>
        ClassParts(side.Tables).Where(c => of(c) > 0).Select(c => new Result(kind, $"{kind} {c.Name}", DefaultText(kind, of(c)), []))));

    private static string DefaultText(string kind, byte value) => (kind, value) switch
    {
        ("default_range", 1) => "source low",
        ("default_range", 2) => "source high",
        ("default_range", 3) => "source low-high",
        ("default_range", 4) => "target low",
        ("default_range", 5) => "target high",
        ("default_range", 6) => "target low-high",
        ("default_range", _) => "glblub",
        (_, 1) => "source",
        _ => "target",
    };

    // The parent first, as the policy language has it.
    private static PolicyPart Bounds(string kind, Type part, Func<PolicyTables, Symbols> symbols, Func<PolicyTables, int, int?> parent) => new(kind, [$"{part.Name}.Bounds"], n =>
        NameComparison.Statements(kind, n, t => symbols(t).Names.Select(name => (Name: name, Parent: parent(t, symbols(t)[name]))).Where(b => b.Parent > 0)
            .Select(b => (Parent: symbols(t)[b.Parent!.Value], b.Name)).Select(b => ($"{kind} {b.Parent} {b.Name};", kind == "typebounds" ? (string[])[b.Parent, b.Name] : []))));

    private static IEnumerable<ClassPart> ClassParts(PolicyTables tables) => tables.ClassParts.OfType<ClassPart>();

    private static bool IsClassOfBoth(SharedNames names, ClassPart part) => names.Before.Tables.Classes.Find(part.Name) != 0 && names.After.Tables.Classes.Find(part.Name) != 0;

    private static RolePart? Role(KernelPolicy policy, string role) => policy.Tables.RoleParts[policy.Tables.Roles[role]];

    private static UserPart? User(PolicyTables tables, string user) => tables.UserParts[tables.Users[user]];

    private static IEnumerable<string> Names(Symbols symbols, ValueSet? values) => values is { } set ? set.Values.Where(symbols.Has).Select(v => symbols[v]) : [];

    private static ImmutableArray<string> Of<T>(params ReadOnlySpan<string> properties)
    {
        var claims = ImmutableArray.CreateBuilder<string>();
        foreach (var property in properties)
        {
            claims.Add($"{typeof(T).Name}.{property}");
        }

        return claims.ToImmutable();
    }

    private static IEnumerable<string> Every<T>() => typeof(T).GetProperties().Select(p => $"{typeof(T).Name}.{p.Name}");
}
