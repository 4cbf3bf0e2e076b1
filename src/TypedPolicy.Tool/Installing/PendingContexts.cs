using System.Globalization;
using TypedPolicy.Files;
using TypedPolicy.Sepol;
using TypedPolicy.Sepol.Labels;

namespace TypedPolicy.Tool.Installing;

/// <summary>
/// The file contexts that a system had before a change whose labels are not all set yet. They lie there from before the transaction until the last label is set, so that whatever ends an
/// installation between the two, the next one knows which files to look at.
/// </summary>
/// <param name="Host">The system.</param>
internal sealed record PendingContexts(PolicyHost Host)
{
    private static readonly string[] Endings = ["", ".homedirs", ".local", ".subs", ".subs_dist"];

    private const string Name = "file_contexts";

    private string Folder => Path.Combine(Host.State, "pending");

    /// <summary>Whether a change before was not carried through.</summary>
    public bool Any => Kept.Count > 0;

    private IReadOnlyList<string> Kept => Directory.Exists(Folder)
        ? [.. Directory.EnumerateDirectories(Folder).Where(f => int.TryParse(Path.GetFileName(f), NumberStyles.None, CultureInfo.InvariantCulture, out _)).Order(StringComparer.Ordinal)]
        : [];

    private const long MaxFileSize = 64 << 20;

    /// <summary>Keeps what the system has now.</summary>
    /// <returns>The folder that it is in.</returns>
    public string Keep()
    {
        var number = Kept.Select(k => int.Parse(Path.GetFileName(k), CultureInfo.InvariantCulture)).DefaultIfEmpty().Max() + 1;
        var (folder, partial) = (Path.Combine(Folder, number.ToString("D6", CultureInfo.InvariantCulture)), Path.Combine(Folder, "partial"));
        if (Directory.Exists(partial))
        {
            Directory.Delete(partial, recursive: true);
        }

        Directory.CreateDirectory(partial);
        foreach (var ending in Endings.Where(e => RegularFile.Is(Host.FileContexts + e)))
        {
            using var copy = new FileStream(Path.Combine(partial, Name + ending), FileMode.CreateNew, FileAccess.Write);
            using var original = RegularFile.OpenRead(Host.FileContexts + ending, MaxFileSize);
            original.CopyTo(copy);
            copy.Flush(flushToDisk: true);
        }

        Directory.Move(partial, folder);
        return folder;
    }

    /// <summary>The file contexts that files may have been labelled by.</summary>
    /// <exception cref="SepolException">They cannot be read.</exception>
    public IReadOnlyList<FileContexts> Read() => [.. Kept.Select(folder => Path.Combine(folder, Name)).Where(File.Exists).Select(FileContexts.FromFile)];

    /// <summary>Forgets one, after a transaction that failed and changed nothing.</summary>
    public void ForgetUnchanged(string folder)
    {
        if (Array.TrueForAll(Endings, e => IsSame(Path.Combine(folder, Name + e), Host.FileContexts + e)))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Forgets all: every label is set.</summary>
    public void Clear()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private static bool IsSame(string one, string other) =>
        File.Exists(one) == File.Exists(other) && (!File.Exists(one) || File.ReadAllBytes(one).AsSpan().SequenceEqual(File.ReadAllBytes(other)));
}
