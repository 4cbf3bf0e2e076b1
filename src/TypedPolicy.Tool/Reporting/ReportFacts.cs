using System.Text;
using TypedPolicy.Report.Collecting;
using TypedPolicy.Report.Facts;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Sepol.Queries;
using TypedPolicy.Tool.Policies;

namespace TypedPolicy.Tool.Reporting;

/// <summary>What a report contains of the policy that a command line asks about. It names no path of this machine.</summary>
internal static class ReportFacts
{
    private const string HeadOfModule = "; Policy module ";
    private const string Maker = ", made by TypedPolicy from C#";

    /// <summary>The facts.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="since">An earlier release; null if there is none to compare with.</param>
    public static PolicyFacts Of(AskedPolicy policy, string? since = null)
    {
        var before = since is null ? null : AskedPolicy.Of([since], policy.Base, policy.Target, []);
        return FactsCollector.Collect(new(
            Title(policy),
            policy.Base.IsEmbedded ? policy.Base.ToString() : $"the base policy '{string.Join("', '", policy.Base.Paths.Select(PolicyBase.ModuleName))}'",
            policy.Kernel,
            policy.HasLabels ? policy.Labels : null,
            HasCil(policy) ? policy.Modules : [],
            new SourceLines(policy.Build).Of)
        {
            Before = before is null ? null : (before.Kernel, before.HasLabels ? before.Labels : null),
        });
    }

    // Packages say nothing of C#, and to unpack hundreds of them takes longer than all else.
    private static bool HasCil(AskedPolicy policy) => PolicyBase.From(policy.Paths).Files.Any(f => f.Path.EndsWith(".cil", StringComparison.Ordinal));

    // The modules as they call themselves; files that do not say by their name, many of them by their folder's.
    private static string Title(AskedPolicy policy)
    {
        var named = (HasCil(policy) ? policy.Modules : []).Select(Head).OfType<string>().ToList();
        return named.Count > 0 ? string.Join(", ", named)
            : string.Join(", ", policy.Paths.Select(p => PolicyBase.ModuleName(Path.TrimEndingDirectorySeparator(p))));
    }

    private static string? Head(PolicySource module)
    {
        if (module.Kind != PolicySourceKind.Cil)
        {
            return null;
        }

        var end = module.Content.Span.IndexOf((byte)'\n');
        var line = Encoding.UTF8.GetString(module.Content.Span[..Math.Max(end, 0)]);
        return line.StartsWith(HeadOfModule, StringComparison.Ordinal) && line.IndexOf(Maker, StringComparison.Ordinal) is > 0 and var name ? line[HeadOfModule.Length..name] : null;
    }
}
