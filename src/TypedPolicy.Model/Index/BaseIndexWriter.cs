using System.Globalization;
using System.Text;

namespace TypedPolicy.Model.Index;

/// <summary>Writes an index as a text: the same index is always the same text.</summary>
public static class BaseIndexWriter
{
    /// <summary>The text, which <see cref="BaseIndexReader"/> reads.</summary>
    public static string Write(BaseIndex index)
    {
        var text = new StringBuilder();
        Line(text, IndexWords.Format, IndexWords.Version);
        Line(text, "name", index.Name);
        Line(text, "target", index.Target);
        Line(text, "complete", index.IsComplete ? "yes" : "no");
        Sorted(text, index.Modules.Select(m => new[] { "module", m.Name, m.IsInBase ? IndexWords.InBase : IndexWords.Apart }));
        foreach (var (kind, word) in IndexWords.Kinds)
        {
            Sorted(text, index.Names.Where(n => n.Kind == kind).Select(n => new[] { word, n.Name, n.Module, Words(n.Attributes) }));
        }

        Sorted(text, index.Classes.Select(c => new[] { "class", c.Name, Words(c.Permissions) }));
        Sorted(text, index.Sets.Select(s => new[] { "set", s.Name, Words(s.Permissions) }));
        Sorted(text, index.Capabilities.Select(c => new[] { "capability", c }));
        if (index.PolicyVersion is { } version)
        {
            Line(text, "policy-version", Number(version));
        }

        if (index.ExpandCheck is { } isChecked)
        {
            Line(text, "expand-check", isChecked ? "yes" : "no");
        }

        foreach (var equivalence in index.Equivalences)
        {
            Line(text, "equivalence", equivalence.Alias, equivalence.Real);
        }

        foreach (var label in index.Labels)
        {
            Line(text, IndexWords.Label, label.Path, label.Kind, label.Context);
        }

        Sorted(text, index.Ports.Select(p => new[] { "port", p.Protocol, Number(p.Low), Number(p.High), p.Type }));
        Sorted(text, index.Guards.Select(g => new[] { "guard", g.Target, g.Class, Words(g.Permissions), Words(g.Exempt), g.Subjects }));
        Sorted(text, index.Traits.Select(t => new[] { "trait", t.Name, IndexWords.Traits.Single(w => w.Trait == t.Trait).Word }));
        Sorted(text, index.Interfaces.Select(i => new[]
        {
            IndexWords.Interface, i.Name, i.CSharpName, i.Module, i.File, Number(i.Line),
            Words(IndexWords.Flags.Where(f => (i.Flags & f.Flag) != 0).Select(f => f.Word)), i.Replacement, string.Join(" ", i.Parameters), i.Summary,
        }));
        Sorted(text, index.Grants.Select(g => new[] { IndexWords.Grant, g.Target, g.Class, g.Interface, Words(g.Permissions) }));
        Sorted(text, index.Joins.Select(j => new[] { IndexWords.Join, j.Attribute, j.Interface }));
        Sorted(text, index.Decisions.Select(d => new[] { "decides", d.Class, Words(d.Permissions) }));
        Sorted(text, index.Accesses.Select(a => new[] { IndexWords.Access, a.Target, a.Class, a.Source, Words(a.Permissions) }));
        Sorted(text, index.Roles.Select(r => new[] { "runs", r.Role, Words(r.Domains) }));
        return text.ToString();
    }

    private static void Sorted(StringBuilder text, IEnumerable<string[]> lines)
    {
        foreach (var line in lines.Select(l => string.Join("\t", l.Select(Escape))).OrderBy(l => l, StringComparer.Ordinal).Distinct())
        {
            text.Append(line).Append('\n');
        }
    }

    private static void Line(StringBuilder text, params string[] fields) => text.Append(string.Join("\t", fields.Select(Escape))).Append('\n');

    private static string Words(IEnumerable<string> words) => string.Join(" ", words.Distinct().OrderBy(w => w, StringComparer.Ordinal));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Escape(string field) =>
        field.IndexOfAny(['\\', '\t', '\n', '\r']) < 0 ? field : field.Replace("\\", "\\\\").Replace("\t", "\\t").Replace("\n", "\\n").Replace("\r", "\\r");
}
