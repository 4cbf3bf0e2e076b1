using System.Text;

namespace TypedPolicy.Build;

/// <summary>
/// The folder in <c>obj</c> in which the policy is made ready, with the lists of what is in it. The build copies from here to the output;
/// what is deleted here is deleted there.
/// </summary>
/// <param name="staging">The folder's path.</param>
/// <param name="output">The folder that the build copies to; <see langword="null"/> if there is none.</param>
internal sealed class PolicyFolder(string staging, string? output)
{
    /// <summary>The list of all files. The targets file reads it, to copy and publish them.</summary>
    public const string AllFiles = ".files";

    /// <summary>The list of those that this project's own assembly carries. The targets file reads it, to pack them.</summary>
    public const string OwnFiles = ".own";

    /// <summary>Written last: as long as it is newer than everything that it depends on, there is nothing to do.</summary>
    public const string Stamp = ".stamp";

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Lays out the files, and deletes those of the lists that are not among them.</summary>
    /// <returns>The paths of the files that were written.</returns>
    public IReadOnlyList<string> LayOut(IReadOnlyCollection<PlannedFile> files)
    {
        // Stale ones first: what was a file may have become a folder.
        var stale = new HashSet<string>(ReadList(AllFiles), StringComparer.Ordinal);
        stale.ExceptWith(files.Select(file => file.Path));
        foreach (var path in stale)
        {
            Delete(path);
        }

        var written = new List<string>();
        foreach (var file in files)
        {
            if (AtomicFile.WriteIfChanged(Staged(file.Path), Utf8.GetBytes(file.Artifact.Text)))
            {
                written.Add(file.Path);
            }
        }

        WriteList(OwnFiles, files.Where(file => file.IsOwn).Select(file => file.Path));
        WriteList(AllFiles, files.Select(file => file.Path));
        AtomicFile.Prune(staging, SearchOption.AllDirectories);
        AtomicFile.Write(Staged(Stamp), []);
        return written;
    }

    /// <summary>Deletes the project's own files, here and in the output: the source no longer declares them.</summary>
    public void DeleteOwn()
    {
        var own = ReadList(OwnFiles);
        foreach (var path in own)
        {
            Delete(path);
        }

        WriteList(AllFiles, ReadList(AllFiles).Except(own, StringComparer.Ordinal));
        WriteList(OwnFiles, []);
    }

    /// <summary>Makes the next build try again.</summary>
    public void Invalidate()
    {
        // Deleting a file from a folder that is not there is an error.
        if (Directory.Exists(staging))
        {
            File.Delete(Staged(Stamp));
        }
    }

    private string Staged(string path) => Path.Combine(staging, path);

    private void WriteList(string name, IEnumerable<string> paths) =>
        AtomicFile.WriteIfChanged(Staged(name), Utf8.GetBytes(string.Concat(paths.Select(path => path + "\n"))));

    // The list lies on disk: it is checked like any path from outside before anything is deleted by it.
    private List<string> ReadList(string name) =>
        File.Exists(Staged(name))
            ? [.. File.ReadAllLines(Staged(name), Utf8).Where(path => ArtifactPath.Refusal(path) is null)]
            : [];

    private void Delete(string path)
    {
        DeleteBelow(staging, path);
        if (output is not null)
        {
            DeleteBelow(output, path);
        }
    }

    private static void DeleteBelow(string root, string path)
    {
        var file = Path.Combine(root, path);
        if (File.Exists(file))
        {
            File.Delete(file);
        }

        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
        {
            var folder = Path.Combine(root, path.Substring(0, slash));
            if (!Directory.Exists(folder) || Directory.EnumerateFileSystemEntries(folder).Any())
            {
                break;
            }

            Directory.Delete(folder);
        }
    }
}
