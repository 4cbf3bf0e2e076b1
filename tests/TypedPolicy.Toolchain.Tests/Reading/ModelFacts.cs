using TypedPolicy.Model.Cil;
using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Toolchain.Tests.Reading;

/// <summary>
/// What models say, as facts of a linked policy. Written apart from the lowering: calls are expanded, optionals are left out where a
/// name does not exist, tunables are decided, booleans are kept as conditions.
/// </summary>
internal sealed class ModelFacts
{
    private readonly List<(Rule Rule, string Condition)> _rules = [];
    private readonly List<Declaration> _declarations = [];
    private readonly HashSet<string> _names;
    private readonly Dictionary<string, bool> _tunables = [];

    /// <param name="models">The models, which are linked together.</param>
    /// <param name="baseNames">What the base declares.</param>
    public ModelFacts(IReadOnlyCollection<PolicyModel> models, IEnumerable<string> baseNames)
    {
        _names = [.. baseNames, "object_r"];
        _declarations.AddRange(models.SelectMany(m => m.Declarations).Where(d => d is not (InterfaceDeclaration or ForeignRules)));
        foreach (var declaration in _declarations)
        {
            _names.Add(declaration.Entity.Name);
            _names.UnionWith(declaration.Rules.OfType<AliasRule>().Select(a => a.Name));
            if (declaration is ConditionDeclaration { Entity.Kind: EntityKind.Tunable } tunable)
            {
                _tunables[tunable.Entity.Name] = tunable.Default;
            }
        }

        foreach (var model in models)
        {
            var interfaces = new InterfaceTable(model);
            var own = model.Declarations.Where(d => d is not InterfaceDeclaration).SelectMany(d => d.Rules).Concat(model.Rules);
            _rules.AddRange(own.SelectMany(rule => Leaves(rule, [], interfaces)).Select(l => (l.Rule, ConditionText.Of(l.Conditions))));
        }
    }

    /// <summary>
    /// The types and attributes with their members, and nothing else, as CIL: linked with a base, it shows what the base's own rules
    /// give to the new types. Attributes are kept, so that their members can be read back.
    /// </summary>
    public string Types()
    {
        var attributes = _declarations.OfType<AttributeDeclaration>().ToArray();
        var memberships = _declarations.OfType<TypeDeclaration>()
            .SelectMany(t => BaseMemberships.Of(t.Kind).Select(a => (Attribute: a, Member: t.Entity.Name)))
            .Concat(_rules.Select(r => r.Rule).OfType<MembershipRule>().Select(m => (Attribute: m.Attribute.Name, Member: m.Member.Name)))
            .Distinct();
        var mentioned = _rules.SelectMany(r => Names(r.Rule)).Where(e => e.Kind == EntityKind.TypeAttribute).Select(e => e.Name).Distinct();
        return string.Join('\n',
        [
            .. _declarations.OfType<TypeDeclaration>().Select(t => $"(type {t.Entity.Name})"),
            .. attributes.Select(a => $"(typeattribute {a.Entity.Name})"),
            .. attributes.Where(a => a.Set is not null).Select(a => $"(typeattributeset {a.Entity.Name} {Set(a.Set!)})"),
            .. memberships.Select(m => $"(typeattributeset {m.Attribute} ({m.Member}))"),
            .. mentioned.Where(m => !attributes.Any(a => a.Entity.Name == m && a.Expand is not null)).Select(m => $"(expandtypeattribute ({m}) false)"),
        ]);
    }

    /// <summary>The facts.</summary>
    /// <param name="members">The types that a name stands for.</param>
    public HashSet<string> Of(Func<string, IEnumerable<string>> members)
    {
        IEnumerable<string> Pairs(EntityRef source, EntityRef target) =>
            from s in members(source.Name)
            from t in target.Kind == EntityKind.Self ? [s] : members(target.Name)
            select s + " " + t;

        IEnumerable<string> Access(string keyword, EntityRef source, EntityRef target, string @class, params IEnumerable<string> permissions) =>
            from pair in Pairs(source, target) from permission in permissions select $"{keyword} {pair} {@class} {permission}";

        IEnumerable<string> Requests(IoctlRule r) =>
            Access(r.Kind.ToString().ToLowerInvariant() + "x", r.Source, r.Target, r.Class.Name, r.Requests.Ranges.SelectMany(x => Enumerable.Range(x.Low, x.High - x.Low + 1)).Select(x => $"0x{x:x4}"));

        IEnumerable<string> Facts(Rule rule) => rule switch
        {
            AccessRule { Kind: AccessKind.NeverAllow } or IoctlRule { Kind: AccessKind.NeverAllow } or MembershipRule or FileLabel => [],
            AccessRule r => Access(r.Kind.ToString().ToLowerInvariant(), r.Source, r.Target, r.Permissions.Class.Name, r.Permissions.Names),
            IoctlRule { Kind: AccessKind.AuditAllow } r => [.. Access("auditallow", r.Source, r.Target, r.Class.Name, "ioctl"), .. Requests(r)],
            IoctlRule r => Requests(r),
            RawRule { Statement: CilList { Keyword: "userrole" } statement } => [string.Join(' ', statement.Items.Cast<CilAtom>().Select(a => a.Text))],
            TypeRule r => from pair in Pairs(r.Source, r.Target)
                          select $"type{r.Kind.ToString().ToLowerInvariant()} {pair} {r.Class.Name} {(r.FileName is { } name ? name.Text + " " : "")}{r.Result.Name}",
            EntrypointRule r => Access("allow", r.Domain, r.Executable, "file", "entrypoint", "execute", "getattr", "ioctl", "lock", "map", "open", "read"),
            DomainTransitionRule r =>
            [
                .. Pairs(r.Source, r.Executable).Select(pair => $"typetransition {pair} process {r.Target.Name}"),
                .. Access("allow", r.Source, r.Executable, "file", "execute", "getattr", "ioctl", "map", "open", "read"),
                .. Access("allow", r.Source, r.Target, "process", "transition"),
                .. r.NoNewPrivileges ? Access("allow", r.Source, r.Target, "process2", "nnp_transition", "nosuid_transition") : [],
                .. Access("dontaudit", r.Source, r.Target, "process", "noatsecure", "rlimitinh", "siginh"),
                .. Facts(new EntrypointRule(r.Origin, r.Target, r.Executable)),
                .. Access("allow", r.Target, r.Source, "fd", "use"),
                .. Access("allow", r.Target, r.Source, "fifo_file", "append", "getattr", "ioctl", "lock", "read", "write"),
                .. Access("allow", r.Target, r.Source, "process", "sigchld"),
            ],
            RangeTransitionRule r => from pair in Pairs(r.Source, r.Target) select $"rangetransition {pair} {r.Class.Name} {ContextText.Range(r.Range.ToString())}",
            RoleTransitionRule r => from type in members(r.Target.Name) select $"roletransition {r.Source.Name} {type} {r.Class.Name} {r.Result.Name}",
            RoleAllowRule r => [$"roleallow {r.Source.Name} {r.Target.Name}"],
            RoleTypeRule r => from type in members(r.Type.Name) select $"roletype {r.Role.Name} {type}",
            BoundsRule r => [$"typebounds {r.Parent.Name} {r.Child.Name}"],
            PermissiveRule r => [$"typepermissive {r.Type.Name}"],
            AliasRule r => [$"typealiasactual {r.Name} {r.Type.Name}"],
            PortLabel r => [$"portcon {r.Protocol} {(r.Low == r.High ? r.Low : $"({r.Low} {r.High})")} {ContextText.Of(r.Context)}"],
            _ => throw new NotSupportedException($"The tests cannot say what {rule.GetType().Name} adds to a policy."),
        };

        return
        [
            .. _declarations.SelectMany(OfDeclaration),
            .. _rules.SelectMany(r => Facts(r.Rule).Select(fact => r.Condition.Length == 0 ? fact : $"{fact} if {r.Condition}")),
        ];
    }

    private static IEnumerable<string> OfDeclaration(Declaration declaration) => declaration switch
    {
        TypeDeclaration d => [$"type {d.Entity.Name}", $"roletype object_r {d.Entity.Name}"],
        ConditionDeclaration { Entity.Kind: EntityKind.Boolean } d => [$"boolean {d.Entity.Name} {(d.Default ? "true" : "false")}"],
        RoleDeclaration { Entity.Kind: EntityKind.Role } d => [$"role {d.Entity.Name}"],
        AttributeDeclaration or ConditionDeclaration => [],
        _ => throw new NotSupportedException($"The tests cannot say what {declaration.GetType().Name} adds to a policy."),
    };

    /// <summary>The plain rules under a rule, with the booleans that must hold; nothing where an optional does not resolve.</summary>
    private IEnumerable<(Rule Rule, (string, bool)[] Conditions)> Leaves(Rule rule, (string, bool)[] conditions, InterfaceTable interfaces)
    {
        switch (rule)
        {
            case InterfaceCall call:
                return interfaces.Expand(call).SelectMany(r => Leaves(r, conditions, interfaces));
            case Block block:
                if (block.Conditions.Any(c => _tunables.TryGetValue(c.Subject.Name, out var value) && value != c.IsTrue))
                {
                    return [];
                }

                (string, bool)[] inner = [.. conditions, .. block.Conditions.Where(c => c.Subject.Kind == EntityKind.Boolean).Select(c => (c.Subject.Name, c.IsTrue))];
                if (!block.IsOptional)
                {
                    return block.Rules.SelectMany(r => Leaves(r, inner, interfaces));
                }

                var own = block.Rules.Where(r => r is not Block { IsOptional: true }).SelectMany(r => Leaves(r, inner, interfaces)).ToArray();
                var exists = own.All(l => Names(l.Rule).Select(n => n.Name).Concat(l.Conditions.Select(c => c.Item1)).All(_names.Contains));
                return exists ? own.Concat(block.Rules.Where(r => r is Block { IsOptional: true }).SelectMany(r => Leaves(r, inner, interfaces))) : [];
            default:
                return [(rule, conditions)];
        }
    }

    /// <summary>Every name of the policy that a rule holds.</summary>
    private static IEnumerable<EntityRef> Names(object? value) => value switch
    {
        EntityRef { Kind: EntityKind.Self } => [],
        EntityRef entity => [entity],
        PermissionSet set => [set.Class],
        LabelContext context => [context.User, context.Type],
        Rule rule => rule.GetType().GetProperties().SelectMany(p => Names(p.GetValue(rule))),
        _ => [],
    };

    private static string Set(TypeSet set)
    {
        var included = set.All || set.Included.Count == 0 ? "(all)" : set.Included.Select(n => $"({n.Name})").Aggregate((a, b) => $"(or {a} {b})");
        var both = set.Intersected.Select(n => $"({n.Name})").Aggregate(included, (a, b) => $"(and {a} {b})");
        return set.Excluded.Select(n => $"(not ({n.Name}))").Aggregate(both, (a, b) => $"(and {a} {b})");
    }
}
