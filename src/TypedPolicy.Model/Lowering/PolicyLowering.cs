using System.Collections.Immutable;
using TypedPolicy.Model.Cil;
using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;
using TypedPolicy.Model.Targets;
using static TypedPolicy.Model.Lowering.Statements;

namespace TypedPolicy.Model.Lowering;

/// <summary>Lowers a policy model to CIL. The model has passed the blocking checks.</summary>
public sealed class PolicyLowering
{
    private readonly PolicyModel _model;
    private readonly InterfaceTable _interfaces;
    private readonly PolicyAnalysis _policy;
    private readonly Dictionary<FileLabelPlan, FileLabelClaims> _claims = [];

    private PolicyLowering(PolicyAnalysis policy) => (_policy, _model, _interfaces) = (policy, policy.Model, policy.Interfaces);

    /// <summary>Lowers a model.</summary>
    /// <param name="policy">The model, and what follows from it.</param>
    public static CilDocument Lower(PolicyAnalysis policy) => new PolicyLowering(policy).Document();

    private CilDocument Document()
    {
        var sections = ImmutableArray.CreateBuilder<CilSection>();
        foreach (var declaration in _model.Declarations.OrderBy(Rank).ThenBy(d => d.CSharpName, StringComparer.Ordinal).ThenBy(d => d.Entity.Name, StringComparer.Ordinal))
        {
            if (Section(declaration) is { } section)
            {
                sections.Add(section);
            }
        }

        if (_model.Rules.Count > 0)
        {
            sections.Add(new CilSection(["rules of the assembly"], [.. Rules(_model.Rules)]));
        }

        if (Required().ToArray() is { Length: > 0 } required)
        {
            sections.Add(new CilSection(["what rules of the base policy's interfaces require"], [Common(Lines(Origin.None, required))]));
        }

        if (JustificationComments.Section(_model) is { } justifications)
        {
            sections.Add(justifications);
        }

        var version = _model.Module.Version is { } v ? $" {v}" : "";
        return new CilDocument([$"Policy module {_model.Module.Name}{version}, made by TypedPolicy from C#. Change the C#, not this file."], sections.ToImmutable());
    }

    /// <summary>The attributes for names that must be there, where some are.</summary>
    private IEnumerable<CilNode> Required()
    {
        var required = _model.Declarations.Select(d => d.Rules).Append(_model.Rules).SelectMany(r => r).SelectMany(Requirements).ToArray();
        if (required.Any(r => r.IsRole))
        {
            yield return List("roleattribute", RequireRule.Attribute(_model.Module.Name));
        }

        if (required.Any(r => r is { IsRole: false, IsOfNobody: false }))
        {
            yield return List("typeattribute", RequireRule.Attribute(_model.Module.Name));
        }

        if (required.Any(r => r.IsOfNobody))
        {
            yield return List("typeattribute", RequireRule.Nobody(_model.Module.Name));
        }
    }

    private IEnumerable<RequireRule> Requirements(Rule rule) => rule switch
    {
        RequireRule require => [require],
        Block block => block.Rules.SelectMany(Requirements),
        InterfaceCall call => _interfaces.Expand(call).SelectMany(Requirements),
        _ => [],
    };

    private CilSection? Section(Declaration declaration) => declaration switch
    {
        InterfaceDeclaration d => _interfaces.IsMacro(d) ? new CilSection(Comments("interface", d), [Common(Macro(d))]) : null,
        TypeDeclaration d => new CilSection(Comments(Word(d.Kind), d), [Common(Lines(d.Origin, Type(d))), Memberships(d), .. Rules(d.Rules)]),
        AttributeDeclaration d => new CilSection(Comments("attribute", d), [Common(Lines(d.Origin, Attribute(d))), .. Rules(d.Rules)]),
        RoleDeclaration d => new CilSection(Comments(d.Entity.Kind == EntityKind.Role ? "role" : "role attribute", d), [Common(Lines(d.Origin, [List(d.Entity.Kind == EntityKind.Role ? "role" : "roleattribute", Name(d.Entity))])), .. Rules(d.Rules)]),
        UserDeclaration d => new CilSection(Comments("user", d), [Common(Lines(d.Origin, User(d))), .. Rules(d.Rules)]),
        ConditionDeclaration d => new CilSection(Comments(d.Entity.Kind == EntityKind.Boolean ? "boolean" : "tunable", d), [Common(Lines(d.Origin, [List(d.Entity.Kind == EntityKind.Boolean ? "boolean" : "tunable", Name(d.Entity), d.Default ? "true" : "false")]))]),
        ClassDeclaration d => new CilSection(Comments("class", d), [Common(Lines(d.Origin, [List("class", Name(d.Entity), Symbols(d.Permissions)), List("classorder", List("unordered", Name(d.Entity)))]))]),
        ClassMapDeclaration d => new CilSection(Comments(d.Entity.Kind == EntityKind.ClassMap ? "class map" : "class permissions", d), [Common(ClassMap(d))]),
        ForeignRules d => new CilSection(Comments(d.Entity.Kind == EntityKind.None ? "rules of" : $"rules for {d.Entity.Name},", d), [.. Rules(d.Rules)]),
        _ => throw new InvalidOperationException($"{declaration.GetType().Name} has no CIL."),
    };

    /// <summary>The rules of a declaration: in one part where no target is special, otherwise labels apart from the rest.</summary>
    private IEnumerable<CilPart> Rules(EquatableArray<Rule> rules)
    {
        var common = rules.Where(r => !_interfaces.HoldsFileLabel(r)).ToArray();
        var labelled = rules.Where(_interfaces.HoldsFileLabel).ToArray();
        if (common.Length > 0)
        {
            yield return Common(new RuleLowering(_interfaces, _model.Module.Name, (_, _) => null).Lower(common));
        }

        if (labelled.Length > 0)
        {
            yield return new CilPart(_policy.Plans.For, target => new RuleLowering(
                _interfaces,
                _model.Module.Name,
                (label, mayBeLeftOut) => Claims(target).TryClaim(label, mayBeLeftOut) is { } taken ? File(taken) : null).Lower(labelled));
        }
    }

    /// <summary>What the document has of a plan's labels so far.</summary>
    private FileLabelClaims Claims(Target target)
    {
        var plan = _policy.Plans.For(target);
        if (!_claims.TryGetValue(plan, out var claims))
        {
            _claims.Add(plan, claims = new FileLabelClaims(plan));
        }

        return claims;
    }

    private static IEnumerable<CilNode> Type(TypeDeclaration type)
    {
        yield return List("type", Name(type.Entity));
        yield return List("roletype", "object_r", Name(type.Entity));
    }

    /// <summary>The attributes of the base that a type of this kind joins on a target; those that the C# names itself are among the rules.</summary>
    private static CilPart Memberships(TypeDeclaration type)
    {
        var said = new HashSet<string>(type.Rules.OfType<MembershipRule>().Where(m => m.Member == type.Entity).Select(m => m.Attribute.Name), StringComparer.Ordinal);
        return new CilPart(target => target.Memberships, target => Lines(
            type.Origin,
            target.MembershipsOf(type.Kind).Where(a => !said.Contains(a)).Select(a => (CilNode)List("typeattributeset", a, List(Name(type.Entity))))));
    }

    private static IEnumerable<CilNode> Attribute(AttributeDeclaration attribute)
    {
        yield return List("typeattribute", Name(attribute.Entity));
        if (attribute.Expand is { } expand)
        {
            yield return List("expandtypeattribute", List(Name(attribute.Entity)), expand ? "true" : "false");
        }

        if (attribute.Set is { } set)
        {
            yield return List("typeattributeset", Name(attribute.Entity), Expression(set));
        }
    }

    private static CilNode Expression(TypeSet set)
    {
        var first = set.All || set.Included.Count == 0 ? List("all") : CilOperation.Of("or", [.. set.Included.Select(Operand)]);
        return CilOperation.Of("and", [first, .. set.Intersected.Select(Operand), .. set.Excluded.Select(name => List("not", Operand(name)))]);

        static CilNode Operand(EntityRef name) => List(Name(name));
    }

    private static IEnumerable<CilNode> User(UserDeclaration user)
    {
        yield return List("user", Name(user.Entity));
        foreach (var role in user.Roles)
        {
            yield return List("userrole", Name(user.Entity), Name(role));
        }

        // checkmodule gives every user object_r by itself, CIL does not: without it no object can have a context of this user.
        if (!user.Roles.Any(r => r.Name == "object_r"))
        {
            yield return List("userrole", Name(user.Entity), "object_r");
        }

        yield return List("userlevel", Name(user.Entity), Level(user.Level));
        yield return List("userrange", Name(user.Entity), Range(user.Range));
        if (user.Prefix is { } prefix)
        {
            yield return List("userprefix", Name(user.Entity), prefix);
        }
    }

    private static ImmutableArray<CilItem> ClassMap(ClassMapDeclaration map)
    {
        var items = ImmutableArray.CreateBuilder<CilItem>();
        if (map.Entity.Kind == EntityKind.ClassMap)
        {
            items.AddRange(Lines(map.Origin, [List("classmap", Name(map.Entity), Symbols(map.Members.Select(m => m.Name)))]));
        }

        foreach (var member in map.Members)
        {
            var statements = new List<CilNode>();
            if (map.Entity.Kind != EntityKind.ClassMap)
            {
                statements.Add(List("classpermission", member.Name));
            }

            foreach (var permissions in member.Permissions)
            {
                statements.Add(map.Entity.Kind == EntityKind.ClassMap
                    ? List("classmapping", Name(map.Entity), member.Name, Permissions(permissions))
                    : List("classpermissionset", member.Name, Permissions(permissions)));
            }

            items.AddRange(Lines(member.Origin, statements));
        }

        return items.ToImmutable();
    }

    private ImmutableArray<CilItem> Macro(InterfaceDeclaration declaration)
    {
        var parameters = new CilList(EquatableArray.From(declaration.Parameters.Select(p => (CilNode)List(Keyword(p.Kind), p.Name))));
        var body = new RuleLowering(_interfaces, _model.Module.Name, (_, _) => null).Lower(declaration.Rules);
        return
        [
            new CilGroup(List("macro", Name(declaration.Entity), parameters), declaration.Origin, body, TakesMarks: !_interfaces.IsConditional(declaration) && !HasName(declaration)),
        ];
    }

    /// <summary>
    /// libsepol looks for the parameter that a file name stands for in the statement directly around; where that is a line mark, it takes
    /// the parameter's own name for the file name silently.
    /// </summary>
    private static bool HasName(InterfaceDeclaration declaration) => declaration.Parameters.Any(p => p.Kind == ParameterKind.Name);

    private static string Keyword(ParameterKind kind) => kind switch
    {
        ParameterKind.Role => "role",
        ParameterKind.User => "user",
        ParameterKind.Class => "class",
        ParameterKind.Permissions => "classpermission",
        ParameterKind.Name => "name",
        _ => "type",
    };

    private static ImmutableArray<string> Comments(string kind, Declaration declaration) =>
        declaration.Summary is { } summary
            ? [$"{kind} {declaration.CSharpName}", summary]
            : [$"{kind} {declaration.CSharpName}"];

    private static string Word(TypeKind kind) => kind switch
    {
        TypeKind.Domain => "domain",
        TypeKind.File => "file type",
        TypeKind.Port => "port type",
        TypeKind.Node => "node type",
        TypeKind.Netif => "network interface type",
        TypeKind.Filesystem => "file system type",
        TypeKind.Executable => "entrypoint",
        _ => "type",
    };

    private static int Rank(Declaration declaration) => declaration switch
    {
        ClassDeclaration => 0,
        ClassMapDeclaration => 1,
        ConditionDeclaration => 2,
        AttributeDeclaration => 3,
        RoleDeclaration => 4,
        UserDeclaration => 5,
        InterfaceDeclaration => 6,
        TypeDeclaration => 7,
        _ => 8,
    };

    private static CilPart Common(ImmutableArray<CilItem> items) => new(items);

    private static ImmutableArray<CilItem> Lines(Origin origin, IEnumerable<CilNode> statements) =>
        statements.Select(s => (CilItem)new CilLine(s, origin)).ToImmutableArray();
}
