using TypedPolicy.Model.Cil;
using TypedPolicy.Model.Expansions;
using TypedPolicy.Model.Rules;
using TypedPolicy.Refpolicy.Language;
using AccessRule = TypedPolicy.Refpolicy.Language.AccessRule;
using TypeRule = TypedPolicy.Refpolicy.Language.TypeRule;
using TypeRuleKind = TypedPolicy.Model.Rules.TypeRuleKind;

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
                Each(rule.Sources, rule.Targets, rule.Classes, (source, target, @class) => ExpansionStatements.Access(Kind(rule.Kind), source, target, @class, permissions));
                break;
            case ExtendedAccessRule rule:
                var requests = IoctlText.Of(rule.Requests);
                Each(rule.Sources, rule.Targets, rule.Classes, (source, target, @class) => ExpansionStatements.Ioctl(Kind(rule.Kind), source, target, HoleNames.Symbol(rule.Operation), @class, requests));
                break;
            case TypeRule rule:
                var (name, result) = (rule.Name is null ? null : _holes.FileName(rule.Name), _holes.In(rule.Result));
                Each(rule.Sources, rule.Targets, rule.Classes, (source, target, @class) => ExpansionStatements.Type(Kind(rule.Kind), source, target, @class, name, result));
                break;
            case RangeTransition rule:
                var range = _holes.Range(rule.Range);
                Each(rule.Sources, rule.Targets, rule.Classes, (source, target, @class) => ExpansionStatements.Of("rangetransition", source, target, @class, range));
                break;
            case RoleTransition rule:
                Each(rule.Roles, rule.Targets, rule.Classes, (role, target, @class) => ExpansionStatements.Of("roletransition", role, target, @class, _holes.In(rule.Result)));
                break;
            case RoleAllow rule:
                foreach (var from in _holes.Items(rule.From))
                {
                    _holes.Items(rule.To).ForEach(to => Add(ExpansionStatements.Of("roleallow", from, to)));
                }

                break;
            default:
                break;
        }
    }

    private void Each(NameSet sources, NameSet targets, NameSet classes, Func<CilNode, CilNode, CilNode, CilList> write)
    {
        foreach (var source in _holes.Items(sources))
        {
            foreach (var target in _holes.Items(targets))
            {
                _holes.Items(classes).ForEach(@class => Add(write(source, target, @class)));
            }
        }
    }

    private static AccessKind Kind(AccessRuleKind kind) => kind switch
    {
        AccessRuleKind.Allow => AccessKind.Allow,
        AccessRuleKind.AuditAllow => AccessKind.AuditAllow,
        AccessRuleKind.DontAudit => AccessKind.DontAudit,
        _ => AccessKind.NeverAllow,
    };

    private static TypeRuleKind Kind(Language.TypeRuleKind kind) => kind switch
    {
        Language.TypeRuleKind.Transition => TypeRuleKind.Transition,
        Language.TypeRuleKind.Change => TypeRuleKind.Change,
        _ => TypeRuleKind.Member,
    };
}
