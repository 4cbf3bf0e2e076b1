using System.Globalization;
using TypedPolicy.Conversion.Naming;
using TypedPolicy.Conversion.Permissions;
using TypedPolicy.Model.Languages;
using TypedPolicy.Model.Security;
using TypedPolicy.Refpolicy.Language;
using EntityKind = TypedPolicy.Model.Naming.EntityKind;

namespace TypedPolicy.Conversion.Rendering;

/// <summary>Renders statements of the kernel policy language as attributes of C#.</summary>
/// <param name="names">The C# names.</param>
/// <param name="sets">Attributes for sets of types that have no name.</param>
/// <param name="permissions">What a permission set of the base stands for; null if a word is no set.</param>
internal sealed partial class StatementRenderer(NameBook names, TypeSets sets, Func<string, IReadOnlyList<string>?> permissions)
{
    /// <summary>Renders a statement that is neither a block nor a call nor a declaration.</summary>
    public RenderResult Render(Statement statement) => statement switch
    {
        AccessRule rule => Access(rule),
        ExtendedAccessRule rule => Extended(rule),
        TypeRule rule => Type(rule),
        RangeTransition rule => Range(rule),
        RoleTransition rule => Each(rule.Roles, role => Each(rule.Targets, target => WithClasses(
            rule.Classes,
            $"RoleTransition<{names.Type(target)}, {names.Role(rule.Result)}>",
            (text, _) => new RenderedAttribute(role, EntityKind.Role, text),
            processIsUsual: true))),
        RoleAllow rule => Each(rule.From, from => Each(rule.To, to => One(from, EntityKind.Role, $"RoleAllow<{names.Role(to)}>"))),
        RoleTypesStatement rule => Each(rule.Types, type => One(type, EntityKind.Type, $"Role<{names.Role(rule.Role)}>")),
        RoleAttributeStatement rule => Many(rule.Attributes.Select(a => new RenderedAttribute(rule.Role, EntityKind.Role, $"MemberOf<{names.RoleAttribute(a)}>"))),
        TypeAttributeStatement rule => Many(rule.Attributes.Select(a => new RenderedAttribute(rule.Type, EntityKind.Type, $"MemberOf<{names.Attribute(a)}>"))),
        TypeBoundsStatement rule => Many(rule.Children.Select(c => new RenderedAttribute(c, EntityKind.Type, $"Bounds<{names.Type(rule.Parent)}>"))),
        TypeAliasStatement rule => Many(rule.Aliases.Select(a => new RenderedAttribute(rule.Name, EntityKind.Type, $"Alias({CSharpText.ReadableLiteral(a)})"))),
        PermissiveStatement rule => One(rule.Type, EntityKind.Type, "Permissive"),
        _ => RenderResult.NotConvertible("TypedPolicy has no attribute for this statement"),
    };

    /// <summary>Renders aliases of a type that another module declares, which hold where a block does.</summary>
    public RenderResult AliasInBlock(TypeAliasStatement rule) =>
        new([.. rule.Aliases.Select(a => new RenderedAttribute(null, EntityKind.None, Raw($"(typealias {a}) (typealiasactual {a} {names.Real(rule.Name)})")))]);

    private RenderResult Access(AccessRule rule)
    {
        if (Types(rule.Sources, isSource: true) is not { } sources || Types(rule.Targets, isSource: false) is not { } targets)
        {
            return RenderResult.NotConvertible("C# cannot express this set of types");
        }

        var word = rule.Kind.ToString();
        var rendered = new List<RenderedAttribute>();
        if (Arguments(rule.Classes, rule.Permissions) is { } arguments)
        {
            foreach (var source in sources)
            {
                // A type of the module carries the access that a foreign type has to it.
                rendered.AddRange(targets.Select(target => source != target && (names.IsCarrier(target) || (!names.IsOwn(source) && !names.IsCarrier(source) && names.IsOwn(target)))
                    ? new RenderedAttribute(target, EntityKind.Type, $"{word}From<{names.Type(source)}>({arguments})") { Forward = (source, $"{word}<{names.Type(target)}>({arguments})") }
                    : new RenderedAttribute(source, EntityKind.Type, $"{word}<{Target(source, target)}>({arguments})")));
            }

            return new RenderResult(rendered);
        }

        if (Cil(rule.Classes, rule.Permissions) is not { } access)
        {
            return RenderResult.NotConvertible(WhyNot(rule.Classes, rule.Permissions));
        }

        foreach (var source in sources)
        {
            rendered.AddRange(from target in targets from part in access select new RenderedAttribute(names.IsOwn(source) ? source : names.IsOwn(target) ? target : null, EntityKind.Type, Raw($"({word.ToLowerInvariant()} {source} {target} {part})")));
        }

        return new RenderResult(rendered);
    }

    private RenderResult Extended(ExtendedAccessRule rule)
    {
        if (rule.Operation != "ioctl" || Types(rule.Sources, isSource: true) is not { } sources || Types(rule.Targets, isSource: false) is not { } targets
            || rule.Classes.Kind != NameSetKind.Listed || Requests(rule.Requests) is not { } requests)
        {
            return RenderResult.NotConvertible("C# cannot express this extended access rule");
        }

        var rendered = new List<RenderedAttribute>();
        foreach (var objectClass in rule.Classes.Names)
        {
            if (names.Class(objectClass) is not { } type)
            {
                return RenderResult.NotConvertible($"the object class {objectClass} is not known");
            }

            // Of a module that does not log ioctl itself this logs nothing, while [AuditAllowIoctl] does.
            if (rule.Kind == AccessRuleKind.AuditAllow)
            {
                var ranges = string.Join(' ', IoctlRequests.Parse(requests).Ranges.Select(r => r.Low == r.High ? $"0x{r.Low:x4}" : $"(range 0x{r.Low:x4} 0x{r.High:x4})"));
                rendered.AddRange(from source in sources from target in targets select new RenderedAttribute(source, EntityKind.Type, Raw($"(auditallowx {source} {target} (ioctl {objectClass} ({ranges})))")));
                continue;
            }

            rendered.AddRange(from source in sources from target in targets select new RenderedAttribute(source, EntityKind.Type, $"{rule.Kind}Ioctl<{Target(source, target)}, {type}>({CSharpText.ReadableLiteral(requests)})"));
        }

        return new RenderResult(rendered);
    }

    /// <summary>The requests as C# writes them; of <c>~{ … }</c> the other ones. Null where they cannot be read.</summary>
    private static string? Requests(string text)
    {
        var plain = text.Trim();
        var isComplement = plain.StartsWith('~');
        var listed = string.Join(", ", plain.TrimStart('~').Replace(" - ", "-", StringComparison.Ordinal).Split([' ', '\t', '\n', '\r', ',', '{', '}'], StringSplitOptions.RemoveEmptyEntries));
        return IoctlRequests.Parse(listed) is { IsValid: true } requests ? isComplement ? requests.Complement().ToString() : listed : null;
    }

    private RenderResult Type(TypeRule rule)
    {
        if (Types(rule.Sources, isSource: true) is not { } sources || Types(rule.Targets, isSource: false) is not { } targets)
        {
            return RenderResult.NotConvertible("C# cannot express this set of types");
        }

        var name = rule.Name is null ? "" : $", Name = {names.Text(rule.Name)}";
        var word = rule.Kind switch { TypeRuleKind.Change => "TypeChange", TypeRuleKind.Member => "TypeMember", _ => "TypeTransition" };
        var all = new List<RenderedAttribute>();
        foreach (var source in sources)
        {
            foreach (var target in targets)
            {
                var rendered = WithClasses(rule.Classes, $"{word}<{Target(source, target)}, {names.Type(rule.Result)}>", (text, _) => new RenderedAttribute(source, EntityKind.Type, name.Length == 0 ? text : text[..^1] + name + ")"), processIsUsual: false);
                if (rendered.Problem is not null)
                {
                    return rendered;
                }

                all.AddRange(rendered.Attributes);
            }
        }

        return new RenderResult(all);
    }

    private RenderResult Range(RangeTransition rule)
    {
        if (Types(rule.Sources, isSource: true) is not { } sources || Types(rule.Targets, isSource: false) is not { } targets)
        {
            return RenderResult.NotConvertible("C# cannot express this set of types");
        }

        if (rule.Classes.Kind != NameSetKind.Listed || rule.Classes.Names.Any(c => names.Class(c) is null))
        {
            return RenderResult.NotConvertible(UnknownClass(rule.Classes));
        }

        var classes = rule.Classes.Names is ["process"] ? "" : string.Concat(rule.Classes.Names.Select(c => $", typeof({names.Class(c)})"));
        return Many(from source in sources from target in targets select new RenderedAttribute(source, EntityKind.Type, $"RangeTransition<{Target(source, target)}>({CSharpText.ReadableLiteral(rule.Range)}{classes})"));
    }

    /// <summary>An attribute whose arguments are object classes.</summary>
    private RenderResult WithClasses(NameSet classes, string attribute, Func<string, string, RenderedAttribute> render, bool processIsUsual)
    {
        if (classes.Kind != NameSetKind.Listed || classes.Names.Any(c => names.Class(c) is null))
        {
            return RenderResult.NotConvertible(UnknownClass(classes));
        }

        var isUsual = processIsUsual && classes.Names is ["process"];
        var text = isUsual ? attribute : $"{attribute}({string.Join(", ", classes.Names.Select(c => $"typeof({names.Class(c)})"))})";
        return new RenderResult([render(text, attribute)]);
    }

    /// <summary>The types that a set stands for: names, or the name of an attribute for the set.</summary>
    private IReadOnlyList<string>? Types(NameSet set, bool isSource)
    {
        if (set is { Kind: NameSetKind.Listed, Excluded.IsEmpty: true })
        {
            return set.Names.Length > 0 ? [.. set.Names.Distinct()] : null;
        }

        if (!isSource && set.Kind == NameSetKind.Listed && set.Names.Contains("self") && !set.Excluded.Contains("self"))
        {
            // What is taken out is taken out of the types beside it: the source still reaches itself.
            var others = set with { Names = [.. set.Names.Where(n => n != "self")] };
            return others.Names.IsEmpty ? ["self"] : ["self", sets.Of(others)];
        }

        if (set.Names.Concat(set.Excluded).Contains("self") && (isSource || !set.Excluded.IsEmpty || set.Kind != NameSetKind.Listed))
        {
            return null;
        }

        return [sets.Of(set)];
    }

    private string Target(string source, string target) => names.Real(source) == names.Real(target) && names.KindOf(source, EntityKind.Type) == EntityKind.Type ? "Self" : names.Type(target);

    private static RenderResult One(string subject, EntityKind kind, string attribute) => new([new RenderedAttribute(subject, kind, attribute)]);

    private static RenderResult Many(IEnumerable<RenderedAttribute> sayings) => new([.. sayings]);

    private static RenderResult Each(NameSet set, Func<string, RenderResult> render)
    {
        if (set.Kind != NameSetKind.Listed || !set.Excluded.IsEmpty)
        {
            return RenderResult.NotConvertible("C# cannot express this set");
        }

        var rendered = new List<RenderedAttribute>();
        foreach (var name in set.Names.Distinct())
        {
            var one = render(name);
            if (one.Problem is not null)
            {
                return one;
            }

            rendered.AddRange(one.Attributes);
        }

        return new RenderResult(rendered);
    }

    private static string Raw(string cil) => string.Create(CultureInfo.InvariantCulture, $"RawCil({CSharpText.ReadableLiteral(cil)})");
}
