using System.Xml;
using System.Xml.Linq;
using Microsoft.Build.Framework;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.Build;

/// <summary>
/// Reports properties, items and metadata that nothing reads because their name is misspelt: MSBuild takes any name. Looks at the files that the author writes,
/// at the command line and at the environment.
/// </summary>
public sealed class CheckNames : Microsoft.Build.Utilities.Task
{
    private const string Prefix = "TypedPolicy";

    // Two letters of a name of eighteen: more is another name.
    private const int SlipOfTheHand = 2;

    private static readonly HashSet<string> OfMsBuild = new(StringComparer.OrdinalIgnoreCase)
    {
        "Include", "Exclude", "Remove", "Update", "Condition", "Label", "KeepMetadata", "RemoveMetadata", "KeepDuplicates", "MatchOnMetadata",
        "MatchOnMetadataOptions", "Visible", "InProject",
    };

    private readonly HashSet<(string, int, int, string)> _said = [];

    /// <summary>The files to read: the project, and what MSBuild imports by the folder that it is in.</summary>
    [Required]
    public string[] Files { get; set; } = [];

    /// <summary>The project, where a name without a place is reported.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        var documents = ProjectXml.Read(Files, Path.GetDirectoryName(ProjectFile)!);
        var text = string.Join("\n", documents.SelectMany(d => d.Document.Descendants()).SelectMany(Texts));
        foreach (var (path, document) in documents)
        {
            foreach (var group in document.Descendants().Where(e => e.Name.LocalName == "PropertyGroup"))
            {
                foreach (var property in group.Elements())
                {
                    CheckProperty(property.Name.LocalName, text, path, property);
                }
            }

            foreach (var group in document.Descendants().Where(e => e.Name.LocalName is "ItemGroup" or "ItemDefinitionGroup"))
            {
                foreach (var item in group.Elements())
                {
                    CheckItem(item, text, path);
                }
            }
        }

        var elsewhere = Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(IsOurs);
        if (BuildEngine is IBuildEngine6 engine)
        {
            elsewhere = elsewhere.Concat(engine.GetGlobalProperties().Keys);
        }

        foreach (var name in elsewhere.Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(name => name, StringComparer.Ordinal))
        {
            CheckProperty(name, text, ProjectFile, null);
        }

        return true;
    }

    private static IEnumerable<string> Texts(XElement element) =>
        element.Attributes().Select(a => a.Value).Concat(element.Nodes().OfType<XText>().Select(t => t.Value)).Where(t => t.Contains('('));

    private static bool IsOurs(string name) => name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && !name.Contains('_');

    private void CheckProperty(string name, string text, string file, XElement? place)
    {
        // One that begins so is nobody's to set.
        if (name[0] == '_' || ProjectSettings.All.Any(s => Same(s.Name, name)) || ProjectSettings.Internal.Any(s => Same(s, name)) || IsUsed("$(" + name + ")", text))
        {
            return;
        }

        var near = Near(name, ProjectSettings.All.Select(s => s.Name));
        if (near is not null || IsOurs(name))
        {
            Warn(file, place, $"Unknown property '{name}'; it has no effect.{(near is null ? $" TypedPolicy reads {string.Join(", ", ProjectSettings.All.Select(s => s.Name))}." : $" Did you mean '{near}'?")}");
        }
    }

    private void CheckItem(XElement item, string text, string file)
    {
        var name = item.Name.LocalName;
        if (!ProjectSettings.Items.TryGetValue(name, out var metadata))
        {
            var near = Same(name, ProjectSettings.FormerHeaders) || IsUsed("@(" + name, text) ? null : Similar.To(name, ProjectSettings.Items.Keys, SlipOfTheHand);
            if (near is not null)
            {
                Warn(file, item, $"Unknown item '{name}'; it has no effect. Did you mean '{near}'?");
            }

            return;
        }

        foreach (var (given, place) in item.Attributes().Select(a => (a.Name.LocalName, (IXmlLineInfo)a)).Concat(item.Elements().Select(e => (e.Name.LocalName, (IXmlLineInfo)e))))
        {
            if (OfMsBuild.Contains(given) || metadata.Contains(given, StringComparer.OrdinalIgnoreCase) || IsUsed($"%({name}.{given})", text) || given.StartsWith("xmlns", StringComparison.Ordinal))
            {
                continue;
            }

            var near = Similar.To(given.ToLowerInvariant(), metadata.Select(m => m.ToLowerInvariant()));
            var other = ProjectSettings.Items.Where(i => !Same(i.Key, name) && i.Value.Contains(given, StringComparer.OrdinalIgnoreCase)).Select(i => i.Key).FirstOrDefault();
            var remedy = near is not null ? $"Did you mean '{metadata.First(m => Same(m, near))}'?"
                : other is not null ? $"It belongs to {other}; {name} reads {string.Join(", ", metadata)}."
                : $"{name} reads {string.Join(", ", metadata)}.";
            Warn(file, place, $"Unknown metadata '{given}' of {name}; it has no effect. {remedy}");
        }
    }

    /// <summary>The property that was probably meant: of one of ours only what follows the prefix counts, of any other the whole name.</summary>
    private static string? Near(string name, IEnumerable<string> known)
    {
        if (!name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return Similar.To(name.ToLowerInvariant(), known.Select(k => k.ToLowerInvariant()), SlipOfTheHand) is { } whole ? known.First(k => Same(k, whole)) : null;
        }

        var rest = Similar.To(name.Substring(Prefix.Length).ToLowerInvariant(), known.Select(k => k.Substring(Prefix.Length).ToLowerInvariant()));
        return rest is null ? null : known.First(k => Same(k, Prefix + rest));
    }

    private void Warn(string file, IXmlLineInfo? place, string text)
    {
        var (line, column) = place?.HasLineInfo() == true ? (place.LineNumber, place.LinePosition) : (0, 0);
        if (_said.Add((file, line, column, text)))
        {
            Log.Warning(ErrorIds.UnknownProperty, text, file, line, column);
        }
    }

    private static bool IsUsed(string reference, string text) => text.IndexOf(reference, StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
