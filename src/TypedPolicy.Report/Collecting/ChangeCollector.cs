using TypedPolicy.Report.Facts;
using TypedPolicy.Sepol.Differences;
using TypedPolicy.Sepol.Labels;
using TypedPolicy.Sepol.Queries;

namespace TypedPolicy.Report.Collecting;

/// <summary>How a policy differs from an earlier release.</summary>
internal static class ChangeCollector
{
    /// <summary>The differences, in the order of <c>typedpolicy diff</c>.</summary>
    public static IReadOnlyList<ChangeFact> Of((KernelPolicy Kernel, FileContexts? Labels) before, (KernelPolicy Kernel, FileContexts? Labels) after, NameNumbers names)
    {
        var difference = PolicyDifference.Between(before.Kernel, after.Kernel).WithoutGeneratedAttributes();
        return
        [
            .. difference.Names.Select(n => Fact(n.ToString(), Named(n.Name), null)),
            .. difference.Memberships.Select(m => Fact(m.ToString(), Named(m.Member, m.Of), null)),
            .. difference.Access.Select(a => Fact(a.ToString(), Named(a.Source, a.Target), names.Find(a.Target) is { } target ? (a.Class, target) : null)),
            .. difference.Results.Select(r => Fact(r.ToString(), Named([.. r.Types]), null)),
            .. difference.Statements.Select(s => Fact(s.ToString(), Named([.. s.Types]), null)),
            .. LabelDifference.Between(before.Labels, after.Labels).Lines.Select(l => Fact(l, Named(FileContext.TypeOf(l.Split('\t')[^1]) ?? ""), null)),
        ];

        IReadOnlyList<int> Named(params string[] types) => [.. types.Select(names.Find).OfType<int>().Distinct()];
    }

    private static ChangeFact Fact(string text, IReadOnlyList<int> names, (string, int)? access) =>
        new(text[2..].Replace('\t', ' '), text[0], names, access);
}
