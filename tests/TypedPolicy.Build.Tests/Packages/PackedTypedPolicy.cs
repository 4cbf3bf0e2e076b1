using System.Globalization;
using System.Reflection;
using System.Xml.Linq;

namespace TypedPolicy.Build.Tests.Packages;

/// <summary>
/// The TypedPolicy package, packed once into a feed of its own, and folders below which projects restore from that feed alone. What is
/// not in it (the .NET Standard reference assemblies) they find in the packages that this repository was restored with.
/// </summary>
public sealed class PackedTypedPolicy : TemporaryFolder
{
    public PackedTypedPolicy()
    {
        Version = "0.0.0-test." + DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture);
        Directory.CreateDirectory(PathOf("feed"));
        Write("nuget.config", new XElement(
            "configuration",
            new XElement("packageSources", new XElement("clear"), Add("feed", PathOf("feed"))),
            new XElement("fallbackPackageFolders", new XElement("clear"), Add("repository", NuGetPackages))).ToString());

        // The tests come out the same on a machine with a policy and on one without.
        Write("Directory.Build.props", $"<Project><PropertyGroup>{WithoutInstalledPolicy}</PropertyGroup></Project>");
        Pack("src/TypedPolicy");
    }

    /// <summary>The property that keeps the policy of this machine out.</summary>
    public const string WithoutInstalledPolicy = "<TypedPolicyUseInstalledPolicy>false</TypedPolicyUseInstalledPolicy>";

    public string Version { get; }

    /// <summary>The sources that the package was built from.</summary>
    public static string Repository => Metadata("Repository");

    /// <summary>The configuration that they were built in.</summary>
    public static string Configuration => Metadata("Configuration");

    /// <summary>The packages that they were restored with.</summary>
    public static string NuGetPackages => Metadata("NuGetPackages");

    public string Package => PathOf($"feed/TypedPolicy.{Version}.nupkg");

    public DotnetResult Run(string folder, params string[] arguments) => Dotnet.Run(PathOf(folder), PathOf("packages"), arguments);

    /// <summary>Packs a project of this repository, as it was built, into the feed.</summary>
    public void Pack(string project) => Dotnet.Run(
        Repository, NuGetPackages, "pack", project, "--no-build", "-c", Configuration, "-p:Version=" + Version, "-o", PathOf("feed")).Succeeds();

    /// <summary>Runs the SDK with variables of the environment.</summary>
    public DotnetResult RunIn(string folder, Dictionary<string, string> environment, params string[] arguments) =>
        Dotnet.Run(PathOf(folder), PathOf("packages"), environment, arguments);

    /// <summary>Writes a project that references TypedPolicy, with the policy of a carrier.</summary>
    /// <param name="name">Its path below the root; its last part is the name of the project.</param>
    /// <param name="policy">What it carries; nothing if it has no policy of its own.</param>
    /// <param name="properties">More properties.</param>
    /// <param name="items">More items.</param>
    public void WriteProject(string name, Carrier? policy = null, string properties = "", string items = "")
    {
        var vocabulary = policy is null ? "" : $"""<PackageReference Include="TypedPolicy" Version="{Version}" />""";
        Write(
            $"{name}/{Path.GetFileName(name)}.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <NoWarn>NU5104</NoWarn>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {vocabulary}
                {items}
              </ItemGroup>
            </Project>
            """);
        Write($"{name}/Policy.cs", policy?.Source ?? "// Uses the policy of others.\n");
    }

    private static XElement Add(string key, string value) => new("add", new XAttribute("key", key), new XAttribute("value", value));

    private static string Metadata(string key) =>
        typeof(PackedTypedPolicy).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(metadata => metadata.Key == key).Value!;
}
