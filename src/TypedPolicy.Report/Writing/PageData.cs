using System.Text.Json;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Languages;
using TypedPolicy.Report.Facts;

namespace TypedPolicy.Report.Writing;

/// <summary>
/// The facts as the page carries them: JSON of arrays, in the order that <c>report.js</c> unpacks. The writer escapes whatever could end a script element, and all text
/// is made plain first.
/// </summary>
internal static class PageData
{
    // In place of the number of a reason.
    private const int NoReason = -1;
    private const int OfBase = -2;

    /// <summary>The JSON.</summary>
    public static byte[] Of(PolicyFacts facts)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            Write(json, facts);
        }

        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, PolicyFacts facts)
    {
        json.WriteStartObject();
        Text(json, "title", facts.Title);
        Text(json, "base", facts.Base);
        json.WriteNumber("rules", facts.Rules);
        Rows(json, "names", facts.Names, n =>
        {
            Text(json, n.Name);
            json.WriteNumberValue((n.IsAttribute ? 1 : 0) | (n.IsOwn ? 2 : 0) | (n.IsMadeUp ? 4 : 0));
            Numbers(json, n.IsAttribute ? n.Others : []);
            Rows(json, null, n.Access, a => Access(json, a));
            if (n.CSharp.Length > 0)
            {
                Text(json, n.CSharp);
                Text(json, n.Summary);
                Number(json, n.Place);
            }
        });
        Rows(json, "permissions", facts.Permissions, p =>
        {
            Text(json, p.Class);
            Texts(json, p.Permissions);
            json.WriteNumberValue((int)p.Uses);
            json.WriteNumberValue((p.In ? 1 : 0) | (p.Out ? 2 : 0));
        });
        Rows(json, "conditions", facts.Conditions, c =>
        {
            Text(json, c.Text);
            json.WriteNumberValue(c.HoldsAtFirst ? 1 : 0);
            Texts(json, c.Booleans);
        });
        Rows(json, "places", facts.Places, p =>
        {
            Text(json, p.Mark.File);
            json.WriteNumberValue(p.Mark.Line);
            Text(json, p.Text ?? "");
        });
        Rows(json, "domains", facts.Domains, d =>
        {
            json.WriteNumberValue(d.Type);
            Texts(json, d.Roles);
            json.WriteNumberValue(d.IsPermissive ? 1 : 0);
            json.WriteStringValue(Hexadecimal(d.Reaches, facts.Domains.Count));
            Numbers(json, [d.ReadTypes, d.WrittenTypes, d.ExecutedTypes]);
            Rows(json, null, d.Powers, p => Row(json, p.Danger, p.By, p.Condition, p.Justification ?? (p.IsOfBase ? OfBase : NoReason)));
        });
        Rows(json, "transitions", facts.Transitions, t =>
        {
            json.WriteNumberValue(t.Source);
            json.WriteNumberValue(t.Target);
            Rows(json, null, t.Programs, p => Row(json, p.Type, p.IsAutomatic ? 1 : 0));
            json.WriteNumberValue(t.IsDynamic ? 1 : 0);
            Numbers(json, t.Places);
        });
        Rows(json, "labels", facts.Labels, l =>
        {
            Text(json, l.Pattern);
            Text(json, l.Kind);
            Number(json, l.Type);
            json.WriteNumberValue(l.IsOwn ? 1 : 0);
        });
        Rows(json, "ports", facts.Ports, p =>
        {
            json.WriteNumberValue(p.Type);
            Text(json, p.Protocol);
            Text(json, p.Range);
        });
        Rows(json, "booleans", facts.Booleans, b =>
        {
            Text(json, b.Name);
            json.WriteNumberValue((b.IsOn ? 1 : 0) | (b.IsOwn ? 2 : 0));
            Text(json, b.Summary);
        });
        Rows(json, "dangers", facts.Dangers, d =>
        {
            Text(json, d.Rule);
            Texts(json, d.Classes);
            Text(json, d.Permission);
            Text(json, d.Why);
        });
        Rows(json, "justifications", facts.Justifications, j =>
        {
            Text(json, j.Rule);
            Text(json, j.Subject);
            Text(json, j.Reason);
            Number(json, j.Place);
            Text(json, RuleCatalogue.All.FirstOrDefault(r => r.Id.Code() == j.Rule)?.Title ?? "");
        });
        if (facts.Changes is { } changes)
        {
            Rows(json, "changes", changes, c =>
            {
                Text(json, c.Text);
                json.WriteStringValue(c.Sign.ToString());
                Numbers(json, c.Names);
                if (c.Access is var (@class, target))
                {
                    Text(json, @class);
                    json.WriteNumberValue(target);
                }
            });
        }

        json.WriteEndObject();
    }

    private static void Access(Utf8JsonWriter json, AccessFact access)
    {
        json.WriteNumberValue(access.Target);
        json.WriteNumberValue(access.Condition);
        Numbers(json, access.Permissions);
        if (access.Places.Count > 0)
        {
            Numbers(json, access.Places);
        }
    }

    private static void Rows<T>(Utf8JsonWriter json, string? name, IReadOnlyList<T> rows, Action<T> write)
    {
        if (name is null)
        {
            json.WriteStartArray();
        }
        else
        {
            json.WriteStartArray(name);
        }

        foreach (var row in rows)
        {
            json.WriteStartArray();
            write(row);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void Row(Utf8JsonWriter json, params ReadOnlySpan<int> numbers)
    {
        foreach (var number in numbers)
        {
            json.WriteNumberValue(number);
        }
    }

    private static void Numbers(Utf8JsonWriter json, IReadOnlyList<int> numbers)
    {
        json.WriteStartArray();
        foreach (var number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, IReadOnlyList<string> texts)
    {
        json.WriteStartArray();
        foreach (var text in texts)
        {
            Text(json, text);
        }

        json.WriteEndArray();
    }

    // A set of domains is a row of bits, four to a digit, the first domain in the lowest bit of the first.
    private static string Hexadecimal(IReadOnlyList<int> members, int count)
    {
        var digits = new int[(count + 3) / 4];
        foreach (var member in members)
        {
            digits[member >> 2] |= 1 << (member & 3);
        }

        return string.Concat(digits.Select(d => "0123456789abcdef"[d]));
    }

    private static void Number(Utf8JsonWriter json, int? number) => json.WriteNumberValue(number ?? -1);

    private static void Text(Utf8JsonWriter json, string text) => json.WriteStringValue(PlainText.Line(text));

    private static void Text(Utf8JsonWriter json, string name, string text) => json.WriteString(name, PlainText.Line(text));
}
