using TypedPolicy.Caching;
using TypedPolicy.Files;

namespace TypedPolicy.Tool.Installing;

/// <summary>A copy of a system's policy, to see what a transaction does to it.</summary>
internal sealed class StoreCopy : IDisposable
{
    private readonly TemporaryFolder _folder;

    private StoreCopy(TemporaryFolder folder, PolicyHost host) => (_folder, Host) = (folder, host);

    /// <summary>The system that the copy is of, without anything else of it.</summary>
    public PolicyHost Host { get; }

    private const long MaxFileSize = 256 << 20;

    /// <summary>Makes one.</summary>
    public static StoreCopy Of(PolicyHost host)
    {
        var folder = TemporaryFolder.Create();
        var copy = new PolicyHost(folder.Path, host.Policy);
        if (RegularFile.Is(host.SemanageConfiguration))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(copy.SemanageConfiguration)!);
            File.Copy(host.SemanageConfiguration, copy.SemanageConfiguration);
        }

        Copy(Path.Combine(host.Store, "active"), Path.Combine(copy.Store, "active"));
        Copy(host.Contexts, copy.Contexts);
        return new(folder, copy);
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var entry in new DirectoryInfo(from).EnumerateFileSystemInfos())
        {
            var target = Path.Combine(to, entry.Name);
            if (entry is DirectoryInfo { LinkTarget: null })
            {
                Copy(entry.FullName, target);
            }
            else if (RegularFile.Is(entry.FullName))
            {
                // An image may have pipes and devices where files are looked for.
                using var original = RegularFile.OpenRead(entry.FullName, MaxFileSize);
                using var copy = File.Create(target);
                original.CopyTo(copy);
            }
        }
    }
}
