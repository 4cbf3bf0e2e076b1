using System.Collections.Immutable;
using System.Text;
using TypedPolicy.Model.Languages;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Paths;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;
using TypedPolicy.Model.Targets;

namespace TypedPolicy.Model.Writing;

/// <summary>How a context is written in a <c>.fc</c> file.</summary>
public enum FileContextFormat
{
    /// <summary><c>system_u:object_r:x_t:s0</c>: what setfiles and matchpathcon read.</summary>
    Plain,

    /// <summary><c>gen_context(system_u:object_r:x_t,s0)</c>: what the reference policy's build reads.</summary>
    GenContext,
}

/// <summary>
/// Writes the <c>.fc</c> file: the same labels as the filecon statements, in libselinux's order of specificity (the last match wins).
/// Labels in an optional, or under a tunable, are comments, since a <c>.fc</c> file knows neither. What m4 reads is quoted for it: a path may have the word
/// <c>include</c> in it, or that of any other macro.
/// </summary>
public static class FileContextWriter
{
    /// <summary>Writes the file for some targets.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="targets">The targets.</param>
    /// <param name="format">How contexts are written.</param>
    public static ImmutableArray<TextPart> Write(PolicyAnalysis policy, ImmutableArray<Target> targets, FileContextFormat format)
    {
        if (policy.FileLabels.IsEmpty)
        {
            return [];
        }

        var parts = new TextParts(targets);
        parts.AddCommon($"# File contexts of policy module {policy.Model.Module.Name}, made by TypedPolicy from C#. Change the C#, not this file.\n");
        var written = new Dictionary<FileLabelPlan, string>();
        foreach (var plan in targets.Select(policy.Plans.For).Distinct())
        {
            written.Add(plan, Write(policy.FileLabels, plan, format));
        }

        parts.Add([.. targets.Select(target => written[policy.Plans.For(target)])]);
        return parts.ToImmutable();
    }

    private static string Write(ImmutableArray<(FileLabel Label, string? Block)> labels, FileLabelPlan plan, FileContextFormat format)
    {
        var text = new StringBuilder();
        var claims = new FileLabelClaims(plan);
        var entries = labels
            .Select(l => (Label: claims.TryClaim(l.Label, l.Block is not null), l.Block))
            .Where(l => l.Label is not null)
            .OrderBy(l => (l.Label!.Path, l.Label.Kind), PathOrder.Instance)
            .ThenBy(l => l.Block, StringComparer.Ordinal)
            .ThenBy(l => l.Label!.Context?.ToString(), StringComparer.Ordinal);
        string? last = null;
        foreach (var (label, block) in entries)
        {
            var line = Line(label!, format);
            line = block is null
                ? line
                : $"# in the block {NameOf.Words(block)}, which may be left out; a .fc file cannot express that (the CIL does): {line}";
            if (line != last)
            {
                text.Append(line).Append('\n');
            }

            last = line;
        }

        return text.ToString();
    }

    private static string Line(FileLabel label, FileContextFormat format)
    {
        var path = format == FileContextFormat.GenContext ? M4Text.Quote(label.Path.Text) : label.Path.Text;
        return new FileContextWords(path, label.Kind, Context(label.Context, format)).ToString();
    }

    private static string Context(LabelContext? context, FileContextFormat format) => (context, format) switch
    {
        (null, _) => FileContextWords.None,
        ({ } c, FileContextFormat.GenContext) => GenContext(c),
        ({ } c, _) => c.ToString(),
    };

    /// <summary>
    /// The macro of the reference policy (support/misc_macros.spt): the context, its level where the policy has MLS, and its categories where it has MCS, which adds them to s0.
    /// A comma would begin the next argument.
    /// </summary>
    private static string GenContext(LabelContext context)
    {
        var name = $"{context.User.Name}:object_r:{context.Type.Name}";

        // No macro has the name of a type or user by convention. Any other is quoted.
        var isConventional = NameOf.Suffix(EntityKind.User) is var user && context.User.Name.EndsWith(user, StringComparison.Ordinal)
            && NameOf.Suffix(EntityKind.Type) is var type && context.Type.Name.EndsWith(type, StringComparison.Ordinal);
        var categories = context.Range is { Low: { Sensitivity: 0, Categories.IsEmpty: false } low } && low.Equals(context.Range.High) ? $",{Argument(string.Join(",", low.Categories))}" : "";
        return $"gen_context({(isConventional ? name : M4Text.Quote(name, times: 2))},{Argument(context.Range.ToString())}{categories})";
    }

    private static string Argument(string text) => text.IndexOf(',') < 0 ? text : M4Text.Quote(text);
}
