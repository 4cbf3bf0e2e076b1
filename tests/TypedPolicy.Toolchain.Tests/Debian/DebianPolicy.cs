using System.Text;
using TypedPolicy.Toolchain.Tests.Tools;
using Xunit;

namespace TypedPolicy.Toolchain.Tests.Debian;

/// <summary>Debian's own policy as CIL, converted once for each version of its package and kept under artifacts/.</summary>
internal static class DebianPolicy
{
    private const string Package = "selinux-policy-default";
    private const string Modules = "/usr/share/selinux/default";

    private static readonly Lazy<string[]> ConvertedFiles = new(Convert);

    /// <summary>The CIL of each module.</summary>
    public static string[] Files => ConvertedFiles.Value;

    /// <summary>The equivalences that Debian installs.</summary>
    public static string SubstitutionsFile => "/etc/selinux/default/contexts/files/file_contexts.subs_dist";

    private static string[] Convert()
    {
        Assert.True(Directory.Exists(Modules), $"{Modules} is missing. Install the Debian package {Package}: apt-get install {Package}");
        var version = Tool.DpkgQuery.Run("-W", "-f=${Version}", Package).Succeeded().Output.Replace(':', '_');
        var folder = Path.Combine(Repository.Root, "artifacts", "debian-policy", version);
        if (!Directory.Exists(folder))
        {
            // Made apart and moved in one step: a run that is stopped leaves no half of a policy behind.
            var partial = $"{folder}.{Guid.NewGuid():N}";
            Directory.CreateDirectory(partial);
            var packages = Directory.GetFiles(Modules, "*.pp.bz2");
            Parallel.ForEach(packages, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, package => Convert(package, partial));
            try
            {
                Directory.Move(partial, folder);
            }
            catch (IOException) when (Directory.Exists(folder))
            {
                Directory.Delete(partial, recursive: true); // another run was first
            }
        }

        return [.. Directory.GetFiles(folder, "*.cil").Order(StringComparer.Ordinal)];
    }

    private static void Convert(string package, string into)
    {
        var unpacked = Tool.Bzip2.Run("-dc", package).Succeeded().OutputBytes;
        var cil = Tool.PackageToCil.Run(unpacked, []).Succeeded().Output;
        File.WriteAllText(Path.Combine(into, Path.GetFileName(package).Replace(".pp.bz2", ".cil")), cil, new UTF8Encoding(false));
    }
}
