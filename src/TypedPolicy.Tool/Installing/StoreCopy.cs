using TypedPolicy.Caching;

namespace TypedPolicy.Tool.Installing;

/// <summary>A copy of a system's policy, to see what a transaction does to it.</summary>
internal sealed class StoreCopy : IDisposable
{
    private readonly TemporaryFolder _folder;

    private StoreCopy(TemporaryFolder folder, PolicyHost host) => (_folder, Host) = (folder, host);

    /// <summary>The system that the copy is of, without anything else of it.</summary>
    public PolicyHost Host { get; }

    /// <summary>Makes one.</summary>
    public static StoreCopy Of(PolicyHost host)
    {
        var folder = TemporaryFolder.Create();
        var copy = new PolicyHost(folder.Path, host.Policy);
        if (File.Exists(host.SemanageConfiguration))
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
            else if (entry is FileInfo file)
            {
                file.CopyTo(target);
            }
        }
    }
}
