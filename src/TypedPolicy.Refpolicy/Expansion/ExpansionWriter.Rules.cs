using TypedPolicy.Refpolicy.Language;

namespace TypedPolicy.Refpolicy.Expansion;

/// <summary>Rules.</summary>
public sealed partial class ExpansionWriter
{
    private void Rule(Statement statement)
    {
        switch (statement)
        {
            case AccessRule rule:
                var permissions = _holes.Permissions(rule.Permissions);
                Each(rule.Sources, rule.Targets, rule.Classes, (source, target, @class) => $"({Keyword(rule.Kind)} {source} {target} ({@class} {permissions}))");
                break;
            case ExtendedAccessRule rule:
                var requests = IoctlText.Of(rule.Requests);
                Each(rule.Sources, rule.Targets, rule.Classes, (source, target, @class) => $"({Keyword(rule.Kind)}x {source} {target} ({rule.Operation} {@class} {requests}))");
                break;
            case TypeRule rule:
                var result = (rule.Name is null ? "" : _holes.FileName(rule.Name) + " ") + _holes.In(rule.Result);
                Each(rule.Sources, rule.Targets, rule.Classes, (source, target, @class) => $"({Keyword(rule.Kind)} {source} {target} {@class} {result})");
                break;
            case RangeTransition rule:
                var range = _holes.Range(rule.Range);
                Each(rule.Sources, rule.Targets, rule.Classes, (source, target, @class) => $"(rangetransition {source} {target} {@class} {range})");
                break;
            case RoleTransition rule:
                Each(rule.Roles, rule.Targets, rule.Classes, (role, target, @class) => $"(roletransition {role} {target} {@class} {_holes.In(rule.Result)})");
                break;
            case RoleAllow rule:
                foreach (var from in _holes.Items(rule.From))
                {
                    _holes.Items(rule.To).ForEach(to => Line($"(roleallow {from} {to})"));
                }

                break;
            default:
                break;
        }
    }

    private void Each(NameSet sources, NameSet targets, NameSet classes, Func<string, string, string, string> write)
    {
        foreach (var source in _holes.Items(sources))
        {
            foreach (var target in _holes.Items(targets))
            {
                _holes.Items(classes).ForEach(@class => Line(write(source, target, @class)));
            }
        }
    }

    private static string Keyword(AccessRuleKind kind) => kind switch
    {
        AccessRuleKind.Allow => "allow",
        AccessRuleKind.AuditAllow => "auditallow",
        AccessRuleKind.DontAudit => "dontaudit",
        _ => "neverallow",
    };

    private static string Keyword(TypeRuleKind kind) => kind switch
    {
        TypeRuleKind.Transition => "typetransition",
        TypeRuleKind.Change => "typechange",
        _ => "typemember",
    };
}
