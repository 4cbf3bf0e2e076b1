using System.Xml.Linq;
using TypedPolicy.Tool.Importing;

namespace TypedPolicy.Tool.Projects;

/// <summary>Where the versions of packages are given: in the project, or for a whole folder.</summary>
internal static class CentralVersions
{
    private const string FileName = "Directory.Packages.props";
    private const string Switch = "<ManagePackageVersionsCentrally>true<";

    /// <summary>The reference to the library, of a project in a folder.</summary>
    public static XElement Reference(string folder) =>
        new("PackageReference", new XAttribute("Include", "TypedPolicy"), Find(folder) is null ? new XAttribute("Version", BaseProject.Library) : null);

    /// <summary>What is to be written into the file that gives the versions; null if there is none, or if it gives this one.</summary>
    public static string? Advice(string folder) =>
        Find(folder) is not { } file || File.ReadAllText(file).Contains("\"TypedPolicy\"", StringComparison.Ordinal)
            ? null
            : $"{file} gives the versions of packages here. Add <PackageVersion Include=\"TypedPolicy\" Version=\"{BaseProject.Library}\" /> to it.";

    /// <summary>
    /// The file that gives the versions of packages for a folder, where one does: the first on the way up, if it does so itself. One that imports such a file is not looked
    /// through; there NuGet tells by NU1008 where the version belongs.
    /// </summary>
    private static string? Find(string folder)
    {
        for (var above = new DirectoryInfo(folder); above is not null; above = above.Parent)
        {
            if (Path.Combine(above.FullName, FileName) is var file && File.Exists(file))
            {
                return File.ReadAllText(file).Contains(Switch, StringComparison.OrdinalIgnoreCase) ? file : null;
            }
        }

        return null;
    }
}
