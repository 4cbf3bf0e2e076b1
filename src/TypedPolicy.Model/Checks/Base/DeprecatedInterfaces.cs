using System.Collections.Immutable;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Index;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>TP7004: an interface that the base deprecates. The compiler reports that too, where the bindings carry it; here is what to write, and it is silenced there.</summary>
internal static class DeprecatedInterfaces
{
    public static IEnumerable<Finding> Run(ReviewedPolicy policy, ImmutableArray<RuleVisit> rules)
    {
        foreach (var visit in rules)
        {
            if (visit is { Rule: InterfaceCall { Base: not null, Origin.Index: >= 0 } call, Through: null }
                && !policy.Declared.Contains(call.Origin)
                && policy.Base.Interface(call.Interface) is { } known
                && (known.Flags & InterfaceFlags.Deprecated) != 0)
            {
                yield return Describe(known, call.Origin, policy.Base);
            }
        }
    }

    private static Finding Describe(IndexedInterface deprecated, Origin place, BaseKnowledge known)
    {
        var instead = deprecated.Replacement.Split([' '], StringSplitOptions.RemoveEmptyEntries).Select(known.Interface).OfType<IndexedInterface>().ToArray();
        if (instead.Length > 0)
        {
            var isSame = instead.All(i => i.CSharpName.Length > 0 && i.Parameters.Select(KindOf).SequenceEqual(deprecated.Parameters.Select(KindOf)));
            return new Finding(RuleCatalogue.DeprecatedInterface.Replaced.With(known.Subject, deprecated.Name, string.Join(" and ", instead.Select(i => $"[{i.CSharpName}]"))), place)
            {
                Remedy = isSame ? new WriteInterfaces(EquatableArray.From(instead.Select(i => i.CSharpName))) : null,
            };
        }

        return (deprecated.Flags & (InterfaceFlags.DoesMore | InterfaceFlags.NeedsConcreteType | InterfaceFlags.Template)) == 0 && !known.GrantsOf(deprecated.Name).Any()
            ? new Finding(RuleCatalogue.DeprecatedInterface.DoesNothing.With(known.Subject, deprecated.Name), place) { Remedy = new RemoveAttribute() }
            : new Finding(RuleCatalogue.DeprecatedInterface.NoReplacement.With(known.Subject, deprecated.Name), place);
    }

    private static string KindOf(string parameter) => parameter.Split(':')[0];
}
