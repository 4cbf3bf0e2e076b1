using System.Text;
using Scriban;
using Scriban.Runtime;
using TypedPolicy.Model.Languages;

namespace TypedPolicy.Conversion.CSharp;

/// <summary>Writes a file of policy classes as text, by the template <c>policy.cs.scriban</c>.</summary>
public static class PolicyFileWriter
{
    private static readonly Template Layout = Load();

    /// <summary>The text of a file, with <c>\n</c> for line ends.</summary>
    public static string Write(PolicyFile file)
    {
        var values = new ScriptObject
        {
            ["comments"] = file.Comments.Select(CSharpText.Comment).ToArray(),
            ["footer"] = file.Footer.Select(CSharpText.Comment).ToArray(),
            ["usings"] = file.Usings.Distinct().OrderBy(u => u, StringComparer.Ordinal).ToArray(),
            ["assembly_attributes"] = file.AssemblyAttributes,
            ["namespace"] = file.Namespace,
            ["classes"] = file.Classes.Select(Values).ToArray(),
        };
        // Without limits: Scriban cuts what is longer than a megabyte, silently.
        var context = new TemplateContext { LimitToString = 0, LoopLimit = 0, RecursiveLimit = 100, NewLine = "\n" };
        context.PushGlobal(values);
        return Layout.Render(context);
    }

    private static ScriptObject Values(PolicyClass type) => new()
    {
        ["summary"] = type.Summary.SelectMany(LongLines.OfText).Select(CSharpText.Documentation).ToArray(),
        ["type_parameters"] = type.TypeParameters.Select(p => new ScriptObject { ["name"] = p.Name, ["meaning"] = CSharpText.Documentation(p.Meaning) }).ToArray(),
        ["parameters"] = type.Parameters.Select(p => new ScriptObject { ["name"] = p.Declaration[(p.Declaration.LastIndexOf(' ') + 1)..], ["meaning"] = CSharpText.Documentation(p.Meaning) }).ToArray(),
        ["lines"] = type.LinesToWrite.Select(l => new ScriptObject { ["attribute"] = l.Attribute is null ? null : LongLines.OfAttribute(l.Attribute), ["text"] = l.Text is null ? null : CSharpText.Comment(l.Text) }).ToArray(),
        ["head"] = LongLines.OfHead(Head(type)),
        ["nested"] = type.Nested.Select(Values).ToArray(),
    };

    private static string Head(PolicyClass type)
    {
        var head = new StringBuilder($"{type.Keywords} {type.Name}");
        if (type.TypeParameters.Count > 0)
        {
            head.Append('<').AppendJoin(", ", type.TypeParameters.Select(p => p.Name)).Append('>');
        }

        if (type.Parameters.Count > 0)
        {
            head.Append('(').AppendJoin(", ", type.Parameters.Select(p => p.Declaration)).Append(')');
        }

        if (type.Bases.Count > 0)
        {
            head.Append(" : ").AppendJoin(", ", type.Bases.Distinct());
        }

        return head.ToString();
    }

    private static Template Load()
    {
        using var stream = typeof(PolicyFileWriter).Assembly.GetManifestResourceStream("policy.cs.scriban")!;
        using var reader = new StreamReader(stream);
        var template = Template.Parse(reader.ReadToEnd().ReplaceLineEndings("\n"), "policy.cs.scriban");
        return template.HasErrors ? throw new InvalidOperationException(template.Messages.ToString()) : template;
    }
}
