using System.Collections.Immutable;
using TypedPolicy.Model.Index;
using TypedPolicy.Refpolicy.Bindings;
using TypedPolicy.Refpolicy.Expansion;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Refpolicy.Language;

namespace TypedPolicy.Refpolicy.Indexing;

/// <summary>The lines of an index about interfaces: what each is called with, and what it surely gives its carrier.</summary>
/// <param name="names">The C# names.</param>
/// <param name="classes">The permissions of the object classes, for rules that say all of them.</param>
internal sealed class InterfaceEntries(BindingNames names, IReadOnlyDictionary<string, ImmutableArray<string>> classes)
{
    private const string All = "*";

    private readonly ImmutableArray<IndexedInterface>.Builder _interfaces = ImmutableArray.CreateBuilder<IndexedInterface>();
    private readonly ImmutableArray<IndexedGrant>.Builder _grants = ImmutableArray.CreateBuilder<IndexedGrant>();
    private readonly ImmutableArray<IndexedJoin>.Builder _joins = ImmutableArray.CreateBuilder<IndexedJoin>();

    public ImmutableArray<IndexedInterface> Interfaces => _interfaces.ToImmutable();

    public ImmutableArray<IndexedGrant> Grants => _grants.ToImmutable();

    public ImmutableArray<IndexedJoin> Joins => _joins.ToImmutable();

    public void Add(HeaderInterface item)
    {
        var signature = item.Signature;
        var given = new SortedDictionary<string, (string Target, string Class, SortedSet<string> Permissions)>(StringComparer.Ordinal);
        var more = !signature.Compiles;
        if (signature is { Compiles: true, Subject.Kind: InterfaceParameterKind.Type or InterfaceParameterKind.SingleType })
        {
            var carrier = Hole.Of(signature.Subject.Number);
            foreach (var statement in item.Expand().Block.Statements)
            {
                if (statement is TypeAttributeStatement membership && membership.Type == carrier)
                {
                    _joins.AddRange(membership.Attributes.Where(a => !a.Contains(Hole.Start)).Select(a => new IndexedJoin(a, item.Name)));
                    continue;
                }

                more |= !(statement is AccessRule { Kind: AccessRuleKind.Allow } rule && Give(rule, carrier, given));
            }
        }
        else
        {
            more |= !signature.IsEmpty;
        }

        foreach (var (target, @class, permissions) in given.Values)
        {
            _grants.Add(new IndexedGrant(target, @class, item.Name, [.. permissions]));
        }

        var place = item.Place;
        _interfaces.Add(new IndexedInterface(
            item.Name, names.OfInterface(item.Name) ?? "", item.Module, place?.File ?? "", place?.Line ?? 0, FlagsOf(item, more), ReplacementOf(item), Parameters(signature), OneLine(item.Documentation.Summary)));
    }

    /// <summary>Notes what a rule gives the carrier on names; whether that is all that the rule does.</summary>
    private bool Give(AccessRule rule, string carrier, SortedDictionary<string, (string Target, string Class, SortedSet<string> Permissions)> given)
    {
        if (rule.Sources is not { Kind: NameSetKind.Listed, Excluded.IsEmpty: true } sources || !sources.Names.Contains(carrier)
            || rule.Targets is not { Kind: NameSetKind.Listed, Excluded.IsEmpty: true } targets || rule.Classes is not { Kind: NameSetKind.Listed, Excluded.IsEmpty: true })
        {
            return false;
        }

        var isAll = sources.Names.Length == 1;
        foreach (var target in targets.Names)
        {
            if (target.Contains(Hole.Start) && target != carrier)
            {
                isAll = false;
                continue;
            }

            foreach (var @class in rule.Classes.Names)
            {
                isAll &= Give(target == carrier ? "self" : target, @class, rule.Permissions, given);
            }
        }

        return isAll;
    }

    private bool Give(string target, string @class, NameSet permissions, SortedDictionary<string, (string Target, string Class, SortedSet<string> Permissions)> given)
    {
        var known = classes.TryGetValue(@class, out var all) ? all : [];
        if (permissions.Kind != NameSetKind.Listed && known.IsEmpty && permissions.Kind == NameSetKind.Complement)
        {
            return false;
        }

        var listed = permissions.Kind switch
        {
            NameSetKind.All => known.IsEmpty ? [All] : known,
            NameSetKind.Complement => known.RemoveRange(permissions.Names),
            _ => permissions.Names.RemoveRange(permissions.Excluded),
        };
        if (@class.Contains(Hole.Start) || listed.Any(p => p.Contains(Hole.Start)))
        {
            return false;
        }

        var key = $"{target}\t{@class}";
        if (!given.TryGetValue(key, out var entry))
        {
            given.Add(key, entry = (target, @class, new SortedSet<string>(StringComparer.Ordinal)));
        }

        entry.Permissions.UnionWith(listed);
        return true;
    }

    private static InterfaceFlags FlagsOf(HeaderInterface item, bool more)
    {
        var signature = item.Signature;
        return (item.Deprecation is null ? InterfaceFlags.None : InterfaceFlags.Deprecated)
            | (signature.IsCallableInConditional ? InterfaceFlags.CallableInIf : InterfaceFlags.None)
            | (signature.Subject is { JoinsAttribute: true } ? InterfaceFlags.NeedsConcreteType : InterfaceFlags.None)
            | (item.IsTemplate ? InterfaceFlags.Template : InterfaceFlags.None)
            | (more ? InterfaceFlags.DoesMore : InterfaceFlags.None);
    }

    /// <summary>The interfaces that the message of a deprecated one names beside itself; some name what to remove.</summary>
    private static string ReplacementOf(HeaderInterface item)
    {
        var words = new string([.. (item.Deprecation ?? "").Select(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' ? c : ' ')])
            .Split([' '], StringSplitOptions.RemoveEmptyEntries);
        return words.Contains("remove") ? "" : string.Join(" ", words.Where(word => word != item.Name && item.Tree!.Find(word) is not null).Distinct(StringComparer.Ordinal));
    }

    private static ImmutableArray<string> Parameters(InterfaceSignature signature) =>
        [.. signature.Parameters
            .Where(p => p.Number != signature.Subject?.Number && p.Kind != InterfaceParameterKind.Unused)
            .Select(p => $"{Words(p.Kind)}:{string.Join("-", p.Name.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries))}")];

    private static string Words(InterfaceParameterKind kind) => kind switch
    {
        InterfaceParameterKind.Type => "type",
        InterfaceParameterKind.SingleType => "one-type",
        InterfaceParameterKind.TypeAttribute => "attribute",
        InterfaceParameterKind.Role => "role",
        InterfaceParameterKind.RoleAttribute => "roleattribute",
        InterfaceParameterKind.Boolean => "boolean",
        InterfaceParameterKind.Class => "class",
        InterfaceParameterKind.Permission => "permission",
        InterfaceParameterKind.FileName => "file-name",
        InterfaceParameterKind.NamePart => "name-part",
        InterfaceParameterKind.Level => "level",
        InterfaceParameterKind.ExcludedTypes => "excluded-types",
        _ => "unused",
    };

    private static string OneLine(string text) => string.Join(" ", text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
