using System.Xml.Linq;
using TypedPolicy.Conversion;
using TypedPolicy.Evidence;
using TypedPolicy.Model.Targets;
using TypedPolicy.Tool.Projects;

namespace TypedPolicy.Tool.Starting;

/// <summary>The project that builds a first policy.</summary>
internal static class NewProject
{
    /// <summary>The project's file.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="folder">The folder that its files go to.</param>
    /// <param name="target">The target that it is for.</param>
    public static ConvertedFile For(ServicePolicy policy, string folder, Target target)
    {
        var project = new XElement(
            "Project",
            new XAttribute("Sdk", "Microsoft.NET.Sdk"),
            new XElement(
                "PropertyGroup",
                new XElement("TargetFramework", $"net{Environment.Version.Major}.0"),
                new XElement("Nullable", "enable"),

                // Paths are spelled as this one has them.
                new XElement("TypedPolicyTargets", target.Name)),
            new XElement("ItemGroup", CentralVersions.Reference(folder)));
        return new($"{policy.Namespace}.csproj", project + "\n");
    }
}
