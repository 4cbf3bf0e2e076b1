using System.Xml.Linq;
using TypedPolicy.Conversion;
using TypedPolicy.Tool.Importing;

namespace TypedPolicy.Tool.Converting;

/// <summary>The project that builds a converted module.</summary>
internal static class ConvertedProject
{
    /// <summary>The project's file, or nothing where a folder has a project, which is its owner's.</summary>
    /// <param name="converted">The module.</param>
    /// <param name="folder">The folder that its files go to.</param>
    /// <param name="headers">The folder of the headers that it was converted with.</param>
    /// <param name="baseName">What their base policy is called.</param>
    public static ConvertedFile? For(ConvertedModule converted, string folder, string headers, string baseName) =>
        Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.*proj").Any()
            ? null
            : new($"{converted.Namespace}.csproj", Project(folder, headers, baseName) + "\n");

    private static XElement Project(string folder, string headers, string baseName) => new(
        "Project",
        new XAttribute("Sdk", "Microsoft.NET.Sdk"),
        new XElement(
            "PropertyGroup",
            new XElement("TargetFramework", $"net{Environment.Version.Major}.0"),
            new XElement("Nullable", "enable"),

            // Paths are spelled as the module has them, so as its base has them.
            BaseName.TargetOf(baseName) is { } target ? new XElement("TypedPolicyTargets", target) : null),
        new XElement(
            "ItemGroup",
            new XElement("PackageReference", new XAttribute("Include", "TypedPolicy"), new XAttribute("Version", BaseProject.Library)),
            new XElement("BasePolicy", new XAttribute("Include", Path.IsPathRooted(headers) ? headers : Path.GetRelativePath(folder, headers)))));
}
