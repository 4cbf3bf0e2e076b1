using System.Text.Json;
using System.Text.Json.Serialization;
using TypedPolicy.Model.Languages;
using TypedPolicy.Report.Facts;
using TypedPolicy.Sepol;

namespace TypedPolicy.Report.Writing;

/// <summary>The report for programs: by names, not by numbers.</summary>
internal static class JsonReport
{
    // Debian's whole policy has 270,000, which are 200 MB.
    private const int MaxRules = 2_000_000;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new PlainConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Writes the report.</summary>
    public static void Write(Stream output, PolicyFacts facts)
    {
        var lookup = new Lookup(facts);
        var counts = facts.Names.Select(n => n.Access.Sum(a => (long)a.Permissions.Count)).ToList();
        var rules = lookup.Domains.Sum(d => facts.Names[d.Type].Others.Append(d.Type).Sum(n => counts[n]));
        if (rules > MaxRules)
        {
            throw new SepolException($"The domains have {rules:N0} rules together, each with those of its attributes, more than the {MaxRules:N0} that JSON is written of. Write the page, or name fewer modules.");
        }

        JsonSerializer.Serialize(output, new
        {
            facts.Title,
            facts.Base,
            facts.Rules,
            domains = lookup.Domains.Select(d => Domain(facts, lookup, d)),
            labels = facts.Labels.Where(l => l.IsOwn).Select(l => new { path = l.Pattern, l.Kind, type = l.Type is { } type ? facts.Names[type].Name : null }),
            ports = facts.Ports.Where(p => facts.Names[p.Type].IsOwn).Select(p => new { p.Protocol, p.Range, type = facts.Names[p.Type].Name }),
            booleans = facts.Booleans.Where(b => b.IsOwn).Select(b => new { b.Name, b.IsOn, b.Summary }),
            justifications = facts.Justifications.Select(j => new { j.Rule, j.Subject, j.Reason, place = j.Place is { } place ? facts.Places[place].Mark.ToString() : null }),
            changes = facts.Changes?.Select(c => $"{c.Sign} {c.Text}"),
        }, Options);
        output.WriteByte((byte)'\n');
    }

    private static object Domain(PolicyFacts facts, Lookup lookup, DomainFact domain)
    {
        var name = facts.Names[domain.Type];
        return new
        {
            name.Name,
            name.CSharp,
            name.Summary,
            place = name.Place is { } place ? facts.Places[place].Mark.ToString() : null,
            domain.Roles,
            domain.IsPermissive,
            startedBy = lookup.Into(domain).Select(t => Transition(facts, facts.Names[t.Source].Name, t)),
            starts = lookup.From(domain).Select(t => Transition(facts, facts.Names[t.Target].Name, t)),
            powers = domain.Powers.Select(p => new { facts.Dangers[p.Danger].Rule, facts.Dangers[p.Danger].Permission, by = facts.Names[p.By].Name, condition = facts.Conditions[p.Condition].Text, ofBase = p.IsOfBase, reason = p.Justification is { } j ? facts.Justifications[j].Reason : null }),
            access = DomainAccess.Of(facts, domain).Select(a => new
            {
                target = a.Target.Name,
                paths = lookup.Paths(a.Target),
                ports = lookup.Ports(a.Target),
                rules = a.Rules.Select(r => new { by = r.By.Name, r.Permissions.Class, r.Permissions.Permissions, condition = r.Condition.Text, places = r.Places.Select(p => p.Mark.ToString()) }),
            }),
            reaches = domain.Reaches.Select(r => lookup.Name(facts.Domains[r])),
        };
    }

    private static object Transition(PolicyFacts facts, string domain, TransitionFact transition) => new
    {
        domain,
        programs = transition.Programs.Select(p => new { type = facts.Names[p.Type].Name, p.IsAutomatic }),
        transition.IsDynamic,
        places = transition.Places.Select(p => facts.Places[p].Mark.ToString()),
    };

    private sealed class PlainConverter : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(PlainText.Line(value));
    }
}
