using System.Xml.Linq;
using TypedPolicy.Conversion;
using TypedPolicy.Model.Languages;
using TypedPolicy.Model.Targets;
using TypedPolicy.Tool.Projects;

namespace TypedPolicy.Tool.Converting;

/// <summary>The project that builds a converted module.</summary>
internal static class ConvertedProject
{
    private const string Deprecation = ";CS0618";

    /// <summary>The project's file; null if the folder has a project, which is its owner's.</summary>
    /// <param name="converted">The module.</param>
    /// <param name="folder">The folder that its files go to.</param>
    /// <param name="headers">The folder of the headers that it was converted with.</param>
    /// <param name="definitions">Names that m4 was told beside those of the headers' Makefile.</param>
    /// <param name="target">The target that they are of.</param>
    public static ConvertedFile? For(ConvertedModule converted, string folder, string headers, IReadOnlyCollection<KeyValuePair<string, string>> definitions, Target target) =>
        ProjectFolder.HasProject(folder)
            ? null
            : new($"{converted.Namespace}.csproj", Project(converted, folder, headers, definitions, target) + "\n");

    /// <summary>A value as a project file holds it.</summary>
    /// <exception cref="IOException">XML has no character for a part of it.</exception>
    private static string Value(string text) => XmlText.CanHold(text) ? MSBuildText.Escape(text) : throw new IOException($"'{text}' has a character that a project file cannot hold.");

    /// <summary>Definitions as the metadata <c>Define</c> holds them.</summary>
    private static string Definitions(IReadOnlyCollection<KeyValuePair<string, string>> definitions) =>
        string.Join(';', definitions.Select(d => Value(d.Value.Length == 0 ? d.Key : $"{d.Key}={d.Value}")));

    private static XElement Project(ConvertedModule converted, string folder, string headers, IReadOnlyCollection<KeyValuePair<string, string>> definitions, Target target) => new(
        "Project",
        new XAttribute("Sdk", "Microsoft.NET.Sdk"),
        new XElement(
            "PropertyGroup",
            new XElement("TargetFramework", $"net{Environment.Version.Major}.0"),
            new XElement("Nullable", "enable"),

            // Paths are spelled as the module has them, so as its base has them.
            new XElement("TypedPolicyTargets", target.Name),

            // A system loads this policy already, and what there is to say of it is for its maintainer to change: a warning, also where warnings are errors.
            new XElement("WarningsNotAsErrors", $"$(WarningsNotAsErrors);$(TypedPolicyJudgements){(converted.CallsDeprecated ? Deprecation : "")}")),
        new XElement(
            "ItemGroup",
            CentralVersions.Reference(folder),
            new XElement(
                "PolicyHeaders",
                new XAttribute("Include", Value(Path.IsPathRooted(headers) ? headers : Path.GetRelativePath(folder, headers))),
                definitions.Count == 0 ? null : new XAttribute("Define", Definitions(definitions)))));
}
