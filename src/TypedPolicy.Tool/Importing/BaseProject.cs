using System.Reflection;
using System.Xml.Linq;
using TypedPolicy.Model.Languages;

namespace TypedPolicy.Tool.Importing;

/// <summary>The project of a base policy's bindings: what compiles and packs them.</summary>
internal static class BaseProject
{
    /// <summary>What an assembly and a package of bindings are called, before the name of the base.</summary>
    public const string Prefix = "TypedPolicy.Base.";

    /// <summary>The version of TypedPolicy that this command belongs to.</summary>
    public static string Library { get; } =
        typeof(BaseProject).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>The files beside the sources.</summary>
    public static IEnumerable<(string Path, string Text)> Files(string name, string version)
    {
        yield return ($"{Prefix}{name}.csproj", Project(name, version).ToString() + "\n");

        // Anyone who references the package, directly or not, has the index among the files that analyzers read.
        var index = new XElement("AdditionalFiles", new XAttribute("Include", $"$(MSBuildThisFileDirectory){name}.sepolidx"), new XAttribute("Visible", false));
        yield return ($"{Prefix}{name}.props", new XElement("Project", new XElement("ItemGroup", index)).ToString() + "\n");
    }

    /// <summary>
    /// A project that stands for itself, wherever it lies. The bindings need the vocabulary of the library alone: they have no policy, so nothing
    /// is there for its analyzers to judge and its build to lay out.
    /// </summary>
    private static XElement Project(string name, string version) => new(
        "Project",
        new XElement(
            "PropertyGroup",
            new XElement("ImportDirectoryBuildProps", false),
            new XElement("ImportDirectoryBuildTargets", false),
            new XElement("ImportDirectoryPackagesProps", false)),
        new XElement("Import", new XAttribute("Project", "Sdk.props"), new XAttribute("Sdk", "Microsoft.NET.Sdk")),
        new XElement(
            "PropertyGroup",
            new XElement("TargetFramework", "netstandard2.0"),
            new XElement("LangVersion", "12"),
            new XElement("AssemblyName", Prefix + name),
            new XElement("PackageId", Prefix + name),
            new XElement("Version", MSBuildText.Escape(version)),
            new XElement("Description", $"The base policy {name} for TypedPolicy: its types and interfaces as C#, made from its headers."),
            new XElement("GenerateDocumentationFile", true),
            new XElement("DebugType", "none"),
            new XElement("Deterministic", true),
            new XElement("RunAnalyzers", false)),
        new XElement(
            "ItemGroup",
            new XElement(
                "PackageReference",
                new XAttribute("Include", "TypedPolicy"),
                new XAttribute("Version", Library),
                new XAttribute("IncludeAssets", "compile"),
                new XAttribute("PrivateAssets", "none"))),
        new XElement(
            "ItemGroup",
            new XElement("None", new XAttribute("Include", $"{Prefix}{name}.props;{name}.sepolidx"), new XAttribute("Pack", true), new XAttribute("PackagePath", "build;buildTransitive"))),
        new XElement("Import", new XAttribute("Project", "Sdk.targets"), new XAttribute("Sdk", "Microsoft.NET.Sdk")));
}
