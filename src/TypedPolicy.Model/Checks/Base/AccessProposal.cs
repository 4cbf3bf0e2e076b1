using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Index;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>
/// What to write for access that a domain lacks: the interface of the base that gives it and little beside, or else a rule of its own. Of several the one that lets a domain change the
/// least comes first, then one that is named for the access, then the one that gives the least.
/// </summary>
/// <param name="Text">For a message: <c>[Files.SearchVarLib]</c>, or <c>[Allow&lt;…&gt;(DirPerms.SearchSet)] for var_lib_t</c>.</param>
/// <param name="Interface">The C# name of the interface; null if none gives it.</param>
/// <param name="Missing">The same for the fix.</param>
internal sealed record AccessProposal(string Text, string? Interface, EquatableArray<MissingAccess> Missing)
{
    private const InterfaceFlags NoAnswer = InterfaceFlags.Deprecated | InterfaceFlags.Template | InterfaceFlags.DoesMore;

    /// <summary>Proposes a rule for one permission on one name.</summary>
    public static AccessProposal For(string target, string @class, string permission, ReviewedPolicy policy) => For(target, @class, permission, [permission], policy);

    /// <summary>Proposes a rule for permissions on one name.</summary>
    /// <param name="target">The name.</param>
    /// <param name="class">The object class.</param>
    /// <param name="word">The permission, or the set of permissions, that a rule has.</param>
    /// <param name="permissions">What an interface in its place must give.</param>
    /// <param name="policy">The policy.</param>
    public static AccessProposal For(string target, string @class, string word, string[] permissions, ReviewedPolicy policy)
    {
        if (policy.Types.Type(target) is { } own)
        {
            var name = own.CSharpName.Contains('<') ? null : own.CSharpName;
            return new AccessProposal(Rule(target, name?.Substring(name.LastIndexOf('.') + 1), @class, word), Interface: null, EquatableArray.Of(new MissingAccess(target, name ?? "", @class, word)));
        }

        var known = policy.Base;
        var missing = EquatableArray.Of(new MissingAccess(target, null, @class, word));
        var answer = known.GrantsOn(target)
            .Where(g => g.Class == @class && permissions.All(g.Permissions.Contains))
            .Select(g => known.Interface(g.Interface))
            .OfType<IndexedInterface>()
            .Where(i => i is { Parameters.IsEmpty: true, CSharpName.Length: > 0 } && (i.Flags & NoAnswer) == 0)
            .Distinct()
            .Select(i => (Interface: i, Beside: InterfaceWeight.Beside(i, target, @class, permissions, known)))
            .Where(i => i.Beside.All <= InterfaceWeight.MaxExtra)
            .OrderBy(i => i.Beside.Changing)
            .ThenBy(i => !i.Interface.Name.Split('_').Intersect(permissions).Any())
            .ThenBy(i => i.Beside.All)
            .ThenBy(i => i.Interface.Name.Length)
            .ThenBy(i => i.Interface.Name, StringComparer.Ordinal)
            .FirstOrDefault()
            .Interface;
        return answer is null
            ? new AccessProposal(Rule(target, null, @class, word), Interface: null, missing)
            : new AccessProposal($"[{answer.CSharpName}]", answer.CSharpName, missing);
    }

    /// <summary>Whether an attribute at a place of a visit gives its carrier, and not another class, what it grants: only there a second attribute does so too.</summary>
    public static bool CanStandBeside(AccessRule access, RuleVisit visit, ReviewedPolicy policy) =>
        visit.Through is { } call ? call.Subject == access.Source : policy.Carriers.Contains((access.Origin, access.Source));

    /// <summary>The class to write access on; null for that of the rule at the finding.</summary>
    /// <param name="canStandBeside">Whether an attribute beside the rule gives access to the domain.</param>
    /// <param name="domain">The domain.</param>
    /// <param name="policy">The policy.</param>
    public static string? ClassOf(bool canStandBeside, string domain, ReviewedPolicy policy) => canStandBeside ? null : policy.Types.Type(domain)!.CSharpName;

    private static string Rule(string target, string? csharp, string @class, string permission)
    {
        var rule = $"{NameOf.Pascal(@class)}Perms.{(permission switch { "search" => "SearchSet", "add_name" => "AddEntry", "remove_name" => "DelEntry", _ => NameOf.Pascal(permission) })})]";
        return target switch
        {
            "self" => $"[Allow<Self>({rule}",
            "node_type" => $"[Allow<INodeType>({rule}",
            _ => csharp is null ? $"[Allow<…>({rule} for {target}" : $"[Allow<{csharp}>({rule}",
        };
    }
}
