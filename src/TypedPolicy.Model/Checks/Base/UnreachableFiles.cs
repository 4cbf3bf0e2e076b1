using System.Collections.Immutable;
using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Paths;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;
using TypedPolicy.Model.Targets;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>
/// TP4019: a domain that may open or create files of a type, and may not reach any path that the type is for, or not make files there. TP4020: executables, and files for
/// domains of other modules, that nobody who has rights to them reaches.
/// </summary>
internal static class UnreachableFiles
{
    private static readonly ImmutableHashSet<string> Classes = ImmutableHashSet.Create(StringComparer.Ordinal, "blk_file", "chr_file", "dir", "fifo_file", "file", "lnk_file", "sock_file");

    // What a program does by a path. Others it does with what was handed to it, or besides one of these.
    private static readonly string[] ByPath = ["create", "open", "rename", "unlink"];

    public static IEnumerable<Finding> Run(ReviewedPolicy policy)
    {
        var labels = policy.Rules
            .Where(v => v.Rule is FileLabel { Context: not null })
            .Select(v => (FileLabel)v.Rule)
            .ToLookup(l => l.Context!.Type.Name, StringComparer.Ordinal);
        var made = policy.Rules.Select(v => v.Rule).OfType<TypeRule>().Where(r => r.Kind == TypeRuleKind.Transition).ToLookup(r => r.Result.Name, StringComparer.Ordinal);
        var rights = policy.Rules
            .Where(v => v.Rule is AccessRule { Kind: AccessKind.Allow, Permissions: { IsNamed: false, Class.Kind: EntityKind.ObjectClass } } access && Classes.Contains(access.Permissions.Class.Name))
            .Select(v => (Visit: v, Access: (AccessRule)v.Rule))
            .OrderBy(r => r.Access.Permissions.Class.Name == "dir") // files in a directory take more of it than to get there
            .ToArray();
        var reported = new HashSet<(string Domain, string Type, string Class)>();
        foreach (var (visit, access) in rights)
        {
            if (ReviewedPolicy.Place(visit).Index < 0 || !IsByPath(access.Permissions))
            {
                continue;
            }

            foreach (var type in policy.Types.Of(access.Target).Where(t => IsData(t, policy) && labels[t].Any()).OrderBy(t => t, StringComparer.Ordinal))
            {
                foreach (var domain in policy.Types.Of(access.Source).Where(d => policy.Types.Type(d) is { Kind: TypeKind.Domain }).OrderBy(d => d, StringComparer.Ordinal))
                {
                    if (!IsMadeElsewhere(domain, made[type], policy)
                        && reported.Add((domain, type, access.Permissions.Class.Name == "dir" ? "dir" : ""))
                        && Problem(domain, type, [.. labels[type]], access, visit, policy) is { } finding
                        && reported.Add((domain, type, "found")))
                    {
                        yield return finding;
                    }
                }
            }
        }

        foreach (var type in policy.Model.Declarations.OfType<TypeDeclaration>().Where(t => t.Kind is TypeKind.Executable or TypeKind.File && t.Origin.Index >= 0))
        {
            if (labels[type.Entity.Name].ToArray() is { Length: > 0 } own && !made[type.Entity.Name].Any() && Unreached(type, own, rights, policy) is { } finding)
            {
                yield return finding;
            }
        }
    }

    private static Finding? Problem(string domain, string type, FileLabel[] labels, AccessRule access, RuleVisit visit, ReviewedPolicy policy)
    {
        var @class = access.Permissions.Class.Name;
        var canStand = AccessProposal.CanStandBeside(access, visit, policy) && access.Source.Name == domain;
        var obstacles = WayToFiles.Find(domain, labels, isInside: @class != "dir", policy);
        var entries = @class == "dir" ? null : DirectoryEntries.Find(domain, type, labels, access, policy.Effective.Where(s => obstacles is null || s.Base == obstacles.Base), policy);
        if (obstacles is null)
        {
            return entries is null ? null : DirectoryEntries.Describe(entries, domain, type, access, visit, canStand, policy);
        }

        // Who is to make files there needs more than to get there, and gets it at once.
        (string Type, AccessProposal Proposal)? more = entries is null
            ? null
            : (entries.Type, DirectoryEntries.Proposal(entries, obstacles.Directories.All(d => d.Type != entries.Type), type, access, policy));
        var (text, answer, missing) = obstacles.Proposal(policy, more);
        return new Finding(
            RuleCatalogue.UnreachableFiles.PathNotSearchable.With(domain, Verb(access.Permissions), type, policy.On(obstacles.Base), obstacles.Text, obstacles.Destination, entries is null ? "" : $", and lacks {entries.Text}", text),
            ReviewedPolicy.Place(visit))
        {
            Remedy = new AddAccess(missing, answer, AccessProposal.ClassOf(canStand, domain, policy)),
        };
    }

    private static Finding? Unreached(TypeDeclaration type, FileLabel[] labels, (RuleVisit Visit, AccessRule Access)[] rights, ReviewedPolicy policy)
    {
        // Who enters a domain through it is TP3012's.
        var name = type.Entity.Name;
        var names = new HashSet<string>(policy.Types.NamesOf(name), StringComparer.Ordinal);
        var holders = new List<string>();
        foreach (var (_, access) in rights.Where(r => names.Contains(r.Access.Target.Name)))
        {
            var isHolder = type.Kind == TypeKind.Executable ? KnownAccess.Holds(access.Permissions, "execute") || KnownAccess.Holds(access.Permissions, "execute_no_trans") : IsByPath(access.Permissions);
            if (!isHolder)
            {
                continue;
            }

            var types = policy.Types.Of(access.Source);
            if (types.Count == 0 || (access.Source.Kind == EntityKind.TypeAttribute && policy.Types.Attribute(access.Source.Name) is null or { IsOpen: true })
                || (type.Kind == TypeKind.File && types.Any(t => policy.Types.Type(t) is { Kind: TypeKind.Domain })))
            {
                return null;
            }

            holders.AddRange(types);
        }

        if (holders.Count == 0 || policy.Rules.Any(v => DomainTransitions.Parts(v.Rule).Any(r => r is TypeRule { Class.Name: "process" } entry && entry.Target.Name == name)))
        {
            return null;
        }

        Obstacles? first = null;
        foreach (var holder in holders.Distinct().OrderBy(h => h, StringComparer.Ordinal))
        {
            if (WayToFiles.Find(holder, labels, isInside: true, policy) is not { } obstacles)
            {
                return null;
            }

            first ??= obstacles;
        }

        // Of several that may not, only the author knows which one is to get there.
        var (text, answer, missing) = first!.Proposal(policy);
        var only = holders.Distinct().Count() == 1 && policy.Types.Type(holders[0]) is not null;
        return new Finding(
            RuleCatalogue.UnreachableLabels.NobodyReaches.With(name, first.Destination, policy.On(first.Base), holders.OrderBy(h => h, StringComparer.Ordinal).First(), first.Text, only ? $"Add {text} to it" : "Allow it that search"),
            type.Origin)
        {
            Remedy = only ? new AddAccess(missing, answer, AccessProposal.ClassOf(canStandBeside: false, holders[0], policy)) : null,
        };
    }

    private static bool IsData(string type, ReviewedPolicy policy) => policy.Types.Type(type) is not { Kind: TypeKind.Executable or TypeKind.Domain };

    private static bool IsByPath(PermissionSet permissions) =>
        ByPath.Any(p => KnownAccess.Holds(permissions, p))
        || (permissions.Class.Name == "sock_file" && KnownAccess.Holds(permissions, "write"))
        || (permissions.Class.Name == "lnk_file" && KnownAccess.Holds(permissions, "read"));

    private static string Verb(PermissionSet permissions) => ByPath.FirstOrDefault(p => KnownAccess.Holds(permissions, p)) ?? (permissions.Class.Name == "sock_file" ? "connect to" : "read");

    /// <summary>Whether the domain may reach files of the type that are made elsewhere than where labels say.</summary>
    private static bool IsMadeElsewhere(string domain, IEnumerable<TypeRule> transitions, ReviewedPolicy policy) =>
        transitions.Any(t => policy.Types.Of(t.Target).Concat(t.Target.Kind == EntityKind.TypeAttribute ? [t.Target.Name] : []).Any(directory => policy.Effective.All(e => e.Access.Allows(domain, directory, "dir", "search") != false)));
}
