using System.Collections.Immutable;
using TypedPolicy.Model.Cil;
using TypedPolicy.Model.Index;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Refpolicy.Indexing;

/// <summary>
/// What the neverallow rules of an installed policy keep from others. A rule is a guard where it is about a name, or about the subject itself, and tells whom it is
/// for by attributes: everyone but some, the members of an attribute but some, or everyone. The rest is left to the linker.
/// </summary>
internal sealed class InstalledGuards(InstalledNames names, AttributeMembers members)
{
    /// <summary>The guards.</summary>
    public IEnumerable<IndexedGuard> All() => names.Guards.SelectMany(Of);

    private IEnumerable<IndexedGuard> Of(CilList rule)
    {
        if (rule.Items.Count != 4 || InstalledNames.Atom(rule, 1) is not { } source || InstalledNames.Atom(rule, 2) is not { } target
            || rule.Items[3] is not CilList { Items.Count: 2 } access || InstalledNames.Atom(access, 0) is not { } @class || access.Items[1] is not CilList permissions
            || SubjectsOf(source) is not var (subjects, exempt))
        {
            yield break;
        }

        ImmutableArray<string>? listed = permissions.Keyword is "not" or "and" or "or" or "xor" or "range" ? null
            : permissions.Keyword == "all" ? ["*"]
            : [.. permissions.Items.OfType<CilAtom>().Select(p => p.Text).OrderBy(p => p, StringComparer.Ordinal)];
        if (listed is not { IsEmpty: false } denied)
        {
            yield break;
        }

        foreach (var name in TargetsOf(target))
        {
            yield return new IndexedGuard(name, @class, denied, exempt, subjects);
        }
    }

    /// <summary>The names that a rule is about; empty if it is about all but some.</summary>
    private IEnumerable<string> TargetsOf(string target) =>
        !GeneratedNames.Contains(target) ? [target]
        : members.ExpressionsOf(target) is [CilList { Keyword: not ("not" or "and" or "or" or "xor" or "all") } list] ? list.Items.OfType<CilAtom>().Select(a => a.Text)
        : [];

    /// <summary>Whom a rule is for (empty for everyone) and who is exempt; null if it cannot be written in this form.</summary>
    private (string Subjects, ImmutableArray<string> Exempt)? SubjectsOf(string source)
    {
        if (!GeneratedNames.Contains(source))
        {
            return names.Declares(Model.Naming.EntityKind.TypeAttribute, source) ? (source, []) : null;
        }

        return members.ExpressionsOf(source) is not [CilList expression] ? null : expression switch
        {
            { Keyword: "all" } => ("", []),
            { Keyword: "not" } when Listed(expression, 1) is { } exempt => ("", exempt),
            { Keyword: "and", Items.Count: 3 } when Listed(expression, 1) is [var only] && expression.Items[2] is CilList { Keyword: "not" } not && Listed(not, 1) is { } exempt => (only, exempt),
            _ => null,
        };
    }

    private static ImmutableArray<string>? Listed(CilList list, int at) => at >= list.Items.Count ? null : list.Items[at] switch
    {
        CilAtom atom => [atom.Text],
        CilList { Keyword: not ("not" or "and" or "or" or "xor" or "all") } several when several.Items.All(i => i is CilAtom) => [.. several.Items.OfType<CilAtom>().Select(a => a.Text).OrderBy(a => a, StringComparer.Ordinal)],
        _ => null,
    };
}
