using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Model.Semantics;

/// <summary>What running an executable in another domain is made of, rule by rule.</summary>
public static class DomainTransitions
{
    /// <summary>What a domain needs of the executable that it is entered through.</summary>
    private static readonly PermissionSet Entrypoint = Set("file", "entrypoint", "execute", "getattr", "ioctl", "lock", "map", "open", "read");

    /// <summary>What a domain needs of an executable that it runs.</summary>
    private static readonly PermissionSet Execute = Set("file", "execute", "getattr", "ioctl", "map", "open", "read");

    private static readonly PermissionSet Enter = Set("process", "transition");
    private static readonly PermissionSet InheritedState = Set("process", "noatsecure", "rlimitinh", "siginh");
    private static readonly PermissionSet UseDescriptors = Set("fd", "use");
    private static readonly PermissionSet UsePipes = Set("fifo_file", "append", "getattr", "ioctl", "lock", "read", "write");
    private static readonly PermissionSet TellParent = Set("process", "sigchld");
    private static readonly PermissionSet Restricted = Set("process2", "nnp_transition", "nosuid_transition");

    /// <summary>The rules that a rule stands for: of a transition and of an entrypoint their parts, of any other the rule itself.</summary>
    public static IEnumerable<Rule> Parts(Rule rule) => rule switch
    {
        DomainTransitionRule r => Parts(r),
        EntrypointRule r => [new AccessRule(r.Origin, AccessKind.Allow, r.Domain, r.Executable, Entrypoint)],
        _ => [rule],
    };

    private static IEnumerable<Rule> Parts(DomainTransitionRule rule)
    {
        var (source, executable, target) = (rule.Source, rule.Executable, rule.Target);
        yield return new TypeRule(rule.Origin, TypeRuleKind.Transition, source, executable, Enter.Class, FileName: null, target);
        yield return Allow(source, executable, Execute);
        yield return Allow(source, target, Enter);
        yield return new AccessRule(rule.Origin, AccessKind.DontAudit, source, target, InheritedState);
        yield return Allow(target, executable, Entrypoint);
        yield return Allow(target, source, UseDescriptors);
        yield return Allow(target, source, UsePipes);
        yield return Allow(target, source, TellParent);
        if (rule.NoNewPrivileges)
        {
            yield return Allow(source, target, Restricted);
        }

        AccessRule Allow(EntityRef from, EntityRef to, PermissionSet permissions) => new(rule.Origin, AccessKind.Allow, from, to, permissions);
    }

    private static PermissionSet Set(string name, params string[] permissions) => new(new EntityRef(EntityKind.ObjectClass, name), EquatableArray.Of(permissions));
}
