using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace TypedPolicy.Build.Tests.Packages;

/// <summary>What a package of ours says of itself, in a feed and in an editor.</summary>
[Collection(PackageCollection.Name)]
[Trait("Needs", "sdk")]
public sealed class PackageMetadataTests(PackedTypedPolicy typedPolicy)
{
    [Theory]
    [InlineData("TypedPolicy", "lib/netstandard2.0/", "TypedPolicy")]
    [InlineData("TypedPolicy.Testing", "lib/net10.0/", "TypedPolicy.Testing TypedPolicy.Model TypedPolicy.Sepol")]
    [InlineData("TypedPolicy.Testing.Kernel", "lib/net10.0/", "TypedPolicy.Testing.Kernel TypedPolicy.Guest")]
    [InlineData("TypedPolicy.Tool", "", "")]
    public void A_package_has_what_a_feed_and_an_editor_show(string id, string folder, string documented)
    {
        var path = typedPolicy.PathOf($"feed/{id}.{typedPolicy.Version}.nupkg");
        if (!File.Exists(path))
        {
            typedPolicy.Pack("src/" + id);
        }

        using var package = ZipFile.OpenRead(path);
        var metadata = XDocument.Parse(Text($"{id}.nuspec")).Root!.Elements().Single();
        foreach (var name in (string[])["description", "tags", "projectUrl", "releaseNotes", "license", "repository"])
        {
            Assert.True(metadata.Elements().Any(e => e.Name.LocalName == name), $"{id} has no {name}.");
        }

        Assert.NotNull(package.GetEntry(Value("icon")));
        Assert.All(
            Regex.Matches(Text(Value("readme")), @"\]\(([^)]+)\)").Select(link => link.Groups[1].Value),
            link => Assert.StartsWith("https://", link, StringComparison.Ordinal));
        Assert.All(documented.Split(' ', StringSplitOptions.RemoveEmptyEntries), assembly => Assert.NotNull(package.GetEntry($"{folder}{assembly}.xml")));
        Assert.True(File.Exists(Path.ChangeExtension(path, ".snupkg")), $"{id} has no symbols.");

        string Value(string name) => metadata.Elements().Single(e => e.Name.LocalName == name).Value;

        string Text(string name)
        {
            using var reader = new StreamReader(package.GetEntry(name)!.Open());
            return reader.ReadToEnd();
        }
    }
}
