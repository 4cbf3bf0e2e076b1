using System.Globalization;
using TypedPolicy.Conversion.Naming;
using TypedPolicy.Conversion.Permissions;
using TypedPolicy.Model.Languages;
using TypedPolicy.Model.Security;
using TypedPolicy.Refpolicy.Language;
using EntityKind = TypedPolicy.Model.Naming.EntityKind;

namespace TypedPolicy.Conversion.Placing;

/// <summary>Says statements of the kernel policy language as attributes of C#.</summary>
/// <param name="names">The C# names.</param>
/// <param name="sets">Attributes for sets of types that have no name.</param>
/// <param name="permissions">What a permission set of the base stands for; null if a word is no set.</param>
internal sealed partial class StatementWords(NameBook names, TypeSets sets, Func<string, IReadOnlyList<string>?> permissions)
{
    /// <summary>Says a statement that is neither a block nor a call nor a declaration.</summary>
    public Said Say(Statement statement) => statement switch
    {
        AccessRule rule => Access(rule),
        ExtendedAccessRule rule => Extended(rule),
        TypeRule rule => Type(rule),
        RangeTransition rule => Range(rule),
        RoleTransition rule => Each(rule.Roles, role => Each(rule.Targets, target => WithClasses(
            rule.Classes,
            $"RoleTransition<{names.Type(target)}, {names.Role(rule.Result)}>",
            (text, _) => new Saying(role, EntityKind.Role, text),
            processIsUsual: true))),
        RoleAllow rule => Each(rule.From, from => Each(rule.To, to => One(from, EntityKind.Role, $"RoleAllow<{names.Role(to)}>"))),
        RoleTypesStatement rule => Each(rule.Types, type => One(type, EntityKind.Type, $"Role<{names.Role(rule.Role)}>")),
        RoleAttributeStatement rule => Many(rule.Attributes.Select(a => new Saying(rule.Role, EntityKind.Role, $"MemberOf<{names.RoleAttribute(a)}>"))),
        TypeAttributeStatement rule => Many(rule.Attributes.Select(a => new Saying(rule.Type, EntityKind.Type, $"MemberOf<{names.Attribute(a)}>"))),
        TypeBoundsStatement rule => Many(rule.Children.Select(c => new Saying(c, EntityKind.Type, $"Bounds<{names.Type(rule.Parent)}>"))),
        TypeAliasStatement rule => Many(rule.Aliases.Select(a => new Saying(rule.Name, EntityKind.Type, $"Alias({CSharpText.ReadableLiteral(a)})"))),
        PermissiveStatement rule => One(rule.Type, EntityKind.Type, "Permissive"),
        _ => Said.Not("TypedPolicy has no attribute for this statement"),
    };

    /// <summary>Says other names of a type that others declare, which hold where a block does.</summary>
    public Said AliasInBlock(TypeAliasStatement rule) =>
        new([.. rule.Aliases.Select(a => new Saying(null, EntityKind.None, Raw($"(typealias {a}) (typealiasactual {a} {names.Real(rule.Name)})")))]);

    private Said Access(AccessRule rule)
    {
        if (Types(rule.Sources, isSource: true) is not { } sources || Types(rule.Targets, isSource: false) is not { } targets)
        {
            return Said.Not("C# cannot express this set of types");
        }

        var word = rule.Kind.ToString();
        var said = new List<Saying>();
        if (Arguments(rule.Classes, rule.Permissions) is { } arguments)
        {
            foreach (var source in sources)
            {
                // One of our own that someone else accesses says so itself.
                said.AddRange(targets.Select(target => source != target && (names.IsCarrier(target) || (!names.IsOwn(source) && !names.IsCarrier(source) && names.IsOwn(target)))
                    ? new Saying(target, EntityKind.Type, $"{word}From<{names.Type(source)}>({arguments})")
                    : new Saying(source, EntityKind.Type, $"{word}<{Target(source, target)}>({arguments})")));
            }

            return new Said(said);
        }

        if (Cil(rule.Classes, rule.Permissions) is not { } access)
        {
            return Said.Not(WhyNot(rule.Classes, rule.Permissions));
        }

        foreach (var source in sources)
        {
            said.AddRange(from target in targets from part in access select new Saying(names.IsOwn(source) ? source : names.IsOwn(target) ? target : null, EntityKind.Type, Raw($"({word.ToLowerInvariant()} {source} {target} {part})")));
        }

        return new Said(said);
    }

    private Said Extended(ExtendedAccessRule rule)
    {
        if (rule.Operation != "ioctl" || Types(rule.Sources, isSource: true) is not { } sources || Types(rule.Targets, isSource: false) is not { } targets
            || rule.Classes.Kind != NameSetKind.Listed || Requests(rule.Requests) is not { } requests)
        {
            return Said.Not("C# cannot express this extended access rule");
        }

        var said = new List<Saying>();
        foreach (var objectClass in rule.Classes.Names)
        {
            if (names.Class(objectClass) is not { } type)
            {
                return Said.Not($"the object class {objectClass} is not known");
            }

            // Of a module that does not log ioctl itself this logs nothing, while [AuditAllowIoctl] does.
            if (rule.Kind == AccessRuleKind.AuditAllow)
            {
                var ranges = string.Join(' ', IoctlRequests.Parse(requests).Ranges.Select(r => r.Low == r.High ? $"0x{r.Low:x4}" : $"(range 0x{r.Low:x4} 0x{r.High:x4})"));
                said.AddRange(from source in sources from target in targets select new Saying(source, EntityKind.Type, Raw($"(auditallowx {source} {target} (ioctl {objectClass} ({ranges})))")));
                continue;
            }

            said.AddRange(from source in sources from target in targets select new Saying(source, EntityKind.Type, $"{rule.Kind}Ioctl<{Target(source, target)}, {type}>({CSharpText.ReadableLiteral(requests)})"));
        }

        return new Said(said);
    }

    /// <summary>The requests as C# writes them; of <c>~{ … }</c> the other ones. Null where they cannot be read.</summary>
    private static string? Requests(string text)
    {
        var plain = text.Trim();
        var isComplement = plain.StartsWith('~');
        var listed = string.Join(", ", plain.TrimStart('~').Replace(" - ", "-", StringComparison.Ordinal).Split([' ', '\t', '\n', '\r', ',', '{', '}'], StringSplitOptions.RemoveEmptyEntries));
        return IoctlRequests.Parse(listed) is { IsValid: true } requests ? isComplement ? requests.Complement().ToString() : listed : null;
    }

    private Said Type(TypeRule rule)
    {
        if (Types(rule.Sources, isSource: true) is not { } sources || Types(rule.Targets, isSource: false) is not { } targets)
        {
            return Said.Not("C# cannot express this set of types");
        }

        var name = rule.Name is null ? "" : $", Name = {names.Text(rule.Name)}";
        var word = rule.Kind switch { TypeRuleKind.Change => "TypeChange", TypeRuleKind.Member => "TypeMember", _ => "TypeTransition" };
        var all = new List<Saying>();
        foreach (var source in sources)
        {
            foreach (var target in targets)
            {
                var said = WithClasses(rule.Classes, $"{word}<{Target(source, target)}, {names.Type(rule.Result)}>", (text, _) => new Saying(source, EntityKind.Type, name.Length == 0 ? text : text[..^1] + name + ")"), processIsUsual: false);
                if (said.Problem is not null)
                {
                    return said;
                }

                all.AddRange(said.Sayings);
            }
        }

        return new Said(all);
    }

    private Said Range(RangeTransition rule)
    {
        if (Types(rule.Sources, isSource: true) is not { } sources || Types(rule.Targets, isSource: false) is not { } targets)
        {
            return Said.Not("C# cannot express this set of types");
        }

        if (rule.Classes.Kind != NameSetKind.Listed || rule.Classes.Names.Any(c => names.Class(c) is null))
        {
            return Said.Not(UnknownClass(rule.Classes));
        }

        var classes = rule.Classes.Names is ["process"] ? "" : string.Concat(rule.Classes.Names.Select(c => $", typeof({names.Class(c)})"));
        return Many(from source in sources from target in targets select new Saying(source, EntityKind.Type, $"RangeTransition<{Target(source, target)}>({CSharpText.ReadableLiteral(rule.Range)}{classes})"));
    }

    /// <summary>An attribute whose arguments are object classes.</summary>
    private Said WithClasses(NameSet classes, string attribute, Func<string, string, Saying> say, bool processIsUsual)
    {
        if (classes.Kind != NameSetKind.Listed || classes.Names.Any(c => names.Class(c) is null))
        {
            return Said.Not(UnknownClass(classes));
        }

        var isUsual = processIsUsual && classes.Names is ["process"];
        var text = isUsual ? attribute : $"{attribute}({string.Join(", ", classes.Names.Select(c => $"typeof({names.Class(c)})"))})";
        return new Said([say(text, attribute)]);
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

    private static Said One(string subject, EntityKind kind, string attribute) => new([new Saying(subject, kind, attribute)]);

    private static Said Many(IEnumerable<Saying> sayings) => new([.. sayings]);

    private static Said Each(NameSet set, Func<string, Said> say)
    {
        if (set.Kind != NameSetKind.Listed || !set.Excluded.IsEmpty)
        {
            return Said.Not("C# cannot express this set");
        }

        var said = new List<Saying>();
        foreach (var name in set.Names.Distinct())
        {
            var one = say(name);
            if (one.Problem is not null)
            {
                return one;
            }

            said.AddRange(one.Sayings);
        }

        return new Said(said);
    }

    private static string Raw(string cil) => string.Create(CultureInfo.InvariantCulture, $"RawCil({CSharpText.ReadableLiteral(cil)})");
}
