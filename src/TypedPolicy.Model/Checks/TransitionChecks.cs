using System.Collections.Immutable;
using System.Text;
using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Model.Checks;

/// <summary>TP3002, TP3009: transitions that contradict each other, also through attributes; file names that no file has, or that CIL cannot write.</summary>
internal static class TransitionChecks
{
    // NAME_MAX.
    private const int MaxNameLength = 255;

    public static IEnumerable<Finding> Run(PolicyModel model, ImmutableArray<RuleVisit> rules)
    {
        foreach (var visit in rules)
        {
            if (visit.Rule is TypeRule { FileName: { IsParameter: false } name } && Problem(name.Text) is { } problem)
            {
                yield return new Finding(RuleCatalogue.ImpossibleFileName.NotAFileName.With(problem), visit.Rule.Origin);
            }
        }

        var members = Members(model, rules);
        var reported = new HashSet<(Origin, Origin)>();
        var seen = new Dictionary<(string, string, string, string, string?), (string Result, Origin Origin)>();
        foreach (var visit in rules.Where(v => !v.InInterface && v.Conditions.IsEmpty))
        {
            if (Key(visit.Rule) is not { } key)
            {
                continue;
            }

            foreach (var source in Expand(key.Source, members))
            {
                foreach (var target in Expand(key.Target, members))
                {
                    var pair = (key.Kind, source, target, key.Class, key.FileName);
                    if (!seen.TryGetValue(pair, out var first))
                    {
                        seen.Add(pair, (key.Result, visit.Rule.Origin));
                    }
                    else if (first.Result != key.Result && reported.Add((visit.Rule.Origin, first.Origin)))
                    {
                        yield return Conflict(key.Kind, source, target, key.Class, key.Result, first.Result, visit.Rule.Origin, first.Origin);
                        yield return Conflict(key.Kind, source, target, key.Class, first.Result, key.Result, first.Origin, visit.Rule.Origin);
                    }
                }
            }
        }
    }

    private static Finding Conflict(string kind, string source, string target, string @class, string result, string other, Origin origin, Origin otherOrigin) => new(
        RuleCatalogue.ConflictingTransitions.DifferentResults.With(source, target, @class, kind, result, other),
        new Spot(origin),
        EquatableArray.Of(otherOrigin));

    private static (string Kind, EntityRef Source, EntityRef Target, string Class, string? FileName, string Result)? Key(Rule rule) => rule switch
    {
        TypeRule r => (r.Kind switch { TypeRuleKind.Transition => "type transition", TypeRuleKind.Change => "type change", _ => "type member" }, r.Source, r.Target, r.Class.Name, r.FileName?.Text, r.Result.Name),
        DomainTransitionRule r => ("type transition", r.Source, r.Executable, "process", null, r.Target.Name),
        RoleTransitionRule r => ("role transition", r.Source, r.Target, r.Class.Name, null, r.Result.Name),
        RangeTransitionRule r => ("range transition", r.Source, r.Target, r.Class.Name, null, r.Range.ToString()),
        _ => null,
    };

    private static Dictionary<string, List<string>> Members(PolicyModel model, ImmutableArray<RuleVisit> rules)
    {
        // Attributes that are computed (type sets) are left alone: what they hold is known when the policy is linked.
        var computed = new HashSet<string>(
            model.Declarations.OfType<AttributeDeclaration>().Where(a => a.Set is not null).Select(a => a.Entity.Name), StringComparer.Ordinal);
        var members = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var membership in rules.Where(v => !v.InInterface).Select(v => v.Rule).OfType<MembershipRule>())
        {
            if (!computed.Contains(membership.Attribute.Name))
            {
                if (!members.TryGetValue(membership.Attribute.Name, out var list))
                {
                    members.Add(membership.Attribute.Name, list = []);
                }

                list.Add(membership.Member.Name);
            }
        }

        return members;
    }

    private static IEnumerable<string> Expand(EntityRef entity, Dictionary<string, List<string>> members) =>
        members.TryGetValue(entity.Name, out var list) ? list.Distinct().Prepend(entity.Name) : [entity.Name];

    private static string? Problem(string name) => name switch
    {
        "" => "is empty",
        _ when name.IndexOf('/') >= 0 => "contains '/', which no file name does",
        _ when !Cil.CilString.IsQuotable(name) => "contains a double quote or a control character, which CIL cannot write",
        _ when Encoding.UTF8.GetByteCount(name) > MaxNameLength => "is longer than the 255 bytes that a file name can have",
        _ => null,
    };
}
