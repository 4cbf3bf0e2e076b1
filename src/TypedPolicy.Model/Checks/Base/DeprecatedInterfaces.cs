using System.Collections.Immutable;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Index;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>TP7004: an interface that the base deprecates. The compiler says that too, where the bindings carry it; here is what to write, and it is silenced there.</summary>
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
        var what = $"{known.Subject} deprecates the interface {deprecated.Name}";
        var instead = deprecated.Replacement.Split([' '], StringSplitOptions.RemoveEmptyEntries).Select(known.Interface).OfType<IndexedInterface>().ToArray();
        if (instead.Length > 0)
        {
            var isSame = instead.All(i => i.CSharpName.Length > 0 && i.Parameters.Select(KindOf).SequenceEqual(deprecated.Parameters.Select(KindOf)));
            return new Finding(DiagnosticId.DeprecatedInterface, place, $"{what}, which a later version lacks. Write {string.Join(" and ", instead.Select(i => $"[{i.CSharpName}]"))}.")
            {
                Instead = isSame ? string.Join(" ", instead.Select(i => i.CSharpName)) : null,
            };
        }

        return (deprecated.Flags & (InterfaceFlags.DoesMore | InterfaceFlags.NeedsConcreteType | InterfaceFlags.Template)) == 0 && !known.GrantsOf(deprecated.Name).Any()
            ? new Finding(DiagnosticId.DeprecatedInterface, place, $"{what}, which does nothing any more and which a later version lacks. Remove it.") { Remedy = Remedies.Remove }
            : new Finding(DiagnosticId.DeprecatedInterface, place, $"{what}, which a later version lacks, without a replacement. Express the access with other interfaces.");
    }

    private static string KindOf(string parameter) => parameter.Split(':')[0];
}
