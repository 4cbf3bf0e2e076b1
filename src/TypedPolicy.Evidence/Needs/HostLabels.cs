using TypedPolicy.Model.Paths;
using TypedPolicy.Sepol.Labels;

namespace TypedPolicy.Evidence.Needs;

/// <summary>Which types the files of a host have that containers are given: the table <c>host-labels.txt</c>, and the file contexts of the target where they are at hand.</summary>
/// <param name="installed">The target's file contexts; null if only the table is known.</param>
internal sealed class HostLabels(FileContexts? installed)
{
    private static readonly FileContexts Table = Read();

    // Types of what nobody labelled in particular: what they hold is of many owners.
    private static readonly HashSet<string> Generic = new(StringComparer.Ordinal)
    {
        "default_t", "device_t", "etc_t", "home_root_t", "mnt_t", "public_content_t", "public_content_rw_t", "root_t", "src_t", "tmp_t", "usr_t", "var_lib_t", "var_log_t", "var_run_t", "var_spool_t", "var_t",
    };

    /// <summary>The type of a path that is somebody's in particular; null for any other.</summary>
    /// <param name="path">The path, without links.</param>
    /// <param name="kinds">The kinds of file that it may be.</param>
    public string? Of(string path, params ReadOnlySpan<FileKind> kinds)
    {
        if (!PathTexts.IsPossible(path))
        {
            return null;
        }

        var plain = path.StartsWith("/var/run/", StringComparison.Ordinal) ? path["/var".Length..] : path;
        foreach (var kind in kinds)
        {
            if ((installed?.TypeOf(path, kind) ?? Table.TypeOf(plain, kind)) is { } type && !Generic.Contains(type))
            {
                return type;
            }
        }

        return null;
    }

    private static FileContexts Read()
    {
        using var stream = typeof(HostLabels).Assembly.GetManifestResourceStream("host-labels.txt")!;
        using var reader = new StreamReader(stream);
        return FileContexts.Read(reader.ReadToEnd());
    }
}
