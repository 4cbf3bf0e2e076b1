using System.IO.Compression;

namespace TypedPolicy.Build.Tests.Packages;

/// <summary>Package files, without NuGet in between: read as they are, written as nobody's tool would.</summary>
public static class NuGetPackage
{
    public static string[] Files(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        return [.. archive.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal)];
    }

    /// <summary>Puts a package with one assembly into a feed.</summary>
    public static void Write(string feed, string id, byte[] assembly)
    {
        using var archive = ZipFile.Open(Path.Combine(feed, $"{id}.1.0.0.nupkg"), ZipArchiveMode.Create);
        using (var nuspec = new StreamWriter(archive.CreateEntry($"{id}.nuspec").Open()))
        {
            nuspec.Write(
                $"""
                <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
                  <id>{id}</id><version>1.0.0</version><authors>someone</authors><description>A policy.</description>
                </metadata></package>
                """);
        }

        using var library = archive.CreateEntry($"lib/netstandard2.0/{id}.dll").Open();
        library.Write(assembly);
    }
}
