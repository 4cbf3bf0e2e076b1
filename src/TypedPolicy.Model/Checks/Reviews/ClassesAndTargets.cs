using System.Collections.Immutable;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Paths;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;
using TypedPolicy.Model.Targets;

namespace TypedPolicy.Model.Checks.Reviews;

/// <summary>
/// TP2008: an object class that nothing of the target's type ever has. The kernel takes a process's type for processes and what they
/// open, and for their files under /proc; a port's for binding and connecting; systemd asks for a service with the type of its unit file.
/// </summary>
internal static class ClassesAndTargets
{
    private static readonly ImmutableHashSet<string> OfProcesses =
        ImmutableHashSet.Create(StringComparer.Ordinal, "process", "process2", "capability", "capability2", "cap_userns", "cap2_userns", "fd");

    private static readonly ImmutableHashSet<string> Capabilities =
        ImmutableHashSet.Create(StringComparer.Ordinal, "capability", "capability2", "cap_userns", "cap2_userns");

    private static readonly ImmutableHashSet<string> OfNodesOnDisk =
        ImmutableHashSet.Create(StringComparer.Ordinal, "chr_file", "blk_file", "sock_file");

    private static readonly ImmutableHashSet<string> OfFiles =
        OfNodesOnDisk.Union(["file", "dir", "lnk_file", "fifo_file"]);

    private static readonly ImmutableHashSet<string> OfNetworkOrMemory =
        ImmutableHashSet.Create(StringComparer.Ordinal, "ipc", "msg", "msgq", "sem", "shm", "key", "node", "netif", "packet", "peer", "association");

    private static readonly string[] UnitFolders = ["/systemd/system", "/systemd/user", "/systemd/generator"];

    private static readonly string[] UnitEndings = [".service", ".socket", ".target", ".timer", ".path", ".mount", ".automount", ".swap", ".slice", ".scope"];

    public static IEnumerable<Finding> Run(ImmutableArray<RuleVisit> rules, KnownTypes types)
    {
        var sockets = rules
            .Where(v => v.Rule is AccessRule { Kind: AccessKind.Allow, Permissions.Class: { Kind: EntityKind.ObjectClass } c } && PermissionSetFact.IsSocket(c.Name))
            .ToLookup(v => (v.Rule.Origin, ((AccessRule)v.Rule).Target.Name), v => ((AccessRule)v.Rule).Permissions.Class.Name);
        var reported = new HashSet<(Origin, string)>();
        var units = new HashSet<string>(rules.Select(v => v.Rule).OfType<FileLabel>().Where(l => l.Context is not null && IsOfUnit(l.Path)).Select(l => l.Context!.Type.Name), StringComparer.Ordinal);
        foreach (var visit in rules)
        {
            if (visit.InInterface
                || visit.Rule is not AccessRule { Kind: AccessKind.Allow, Target.Kind: EntityKind.Type, Permissions.Class: { Kind: EntityKind.ObjectClass } @class } rule
                || rule.Origin.Index < 0
                || types.IsInCil(rule.Target.Name))
            {
                continue;
            }

            // A type may label programs and the unit file that starts them.
            if (@class.Name == "service" && units.Contains(rule.Target.Name))
            {
                continue;
            }

            // The sockets of one attribute have one cause.
            var several = Listed.Names(sockets[(rule.Origin, rule.Target.Name)]);
            if (Problem(rule, @class.Name, several, types.Type(rule.Target.Name)?.Kind) is { } problem && reported.Add((rule.Origin, PermissionSetFact.IsSocket(@class.Name) ? several : @class.Name)))
            {
                yield return new Finding(problem, rule.Origin);
            }
        }
    }

    /// <summary>Whether systemd takes a file of a path for a unit: it lies in one of its directories, or has the ending of one.</summary>
    private static bool IsOfUnit(PathPattern path) =>
        path.Text.Replace("\\", "") is var text && (UnitFolders.Any(text.Contains) || UnitEndings.Any(ending => text.EndsWith(ending, StringComparison.Ordinal)));

    private static RuleText? Problem(AccessRule rule, string @class, string sockets, TypeKind? kind)
    {
        var target = rule.Target.Name;
        if (Capabilities.Contains(@class) && rule.Source.Kind == EntityKind.Type && rule.Source != rule.Target)
        {
            return RuleCatalogue.ClassNeverOfTarget.Capability.With(@class, target);
        }

        return kind switch
        {
            TypeKind.File or TypeKind.Executable when OfProcesses.Contains(@class) =>
                RuleCatalogue.ClassNeverOfTarget.ProcessOfFile.With(target, @class),
            TypeKind.File or TypeKind.Executable when PermissionSetFact.IsSocket(@class) =>
                RuleCatalogue.ClassNeverOfTarget.SocketOfFile.With(target, sockets, sockets == @class ? "has" : "have"),
            TypeKind.File or TypeKind.Executable when OfNetworkOrMemory.Contains(@class) =>
                RuleCatalogue.ClassNeverOfTarget.NetworkOfFile.With(target, @class),
            TypeKind.Executable when @class == "service" =>
                RuleCatalogue.ClassNeverOfTarget.ServiceOfExecutable.With(target),
            TypeKind.Domain when @class == "service" =>
                RuleCatalogue.ClassNeverOfTarget.ServiceOfDomain.With(target),
            TypeKind.Domain when OfNodesOnDisk.Contains(@class) =>
                RuleCatalogue.ClassNeverOfTarget.FileOfDomain.With(target, @class),
            TypeKind.Port or TypeKind.Node or TypeKind.Netif when OfFiles.Contains(@class) || OfProcesses.Contains(@class) =>
                RuleCatalogue.ClassNeverOfTarget.OutsideNetwork.With(target, @class),
            _ => null,
        };
    }
}
