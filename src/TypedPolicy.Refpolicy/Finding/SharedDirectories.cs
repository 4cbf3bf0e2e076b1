using System.Collections.Immutable;

namespace TypedPolicy.Refpolicy.Finding;

/// <summary>
/// Types of directories in which many programs make their own files. Who creates something there wants a type of its own, by a transition that the base policy has an
/// interface for, and not access to what others left there.
/// </summary>
public static class SharedDirectories
{
    private static readonly ImmutableArray<SharedDirectory> All =
    [
        new("tmp_t", ["files_tmp_filetrans"], ["files_tmp_file"], "Tmp", "temporary files"),
        new("tmpfs_t", ["fs_tmpfs_filetrans"], ["files_tmpfs_file"], "Tmpfs", "shared memory"),
        new("var_run_t", ["files_runtime_filetrans", "files_pid_filetrans"], ["files_runtime_file", "files_pid_file"], "Runtime", "files in /run"),
        new("var_lock_t", ["files_lock_filetrans"], ["files_lock_file"], "Lock", "lock files"),
        new("var_log_t", ["logging_log_filetrans"], ["logging_log_file"], "Log", "log files"),
        new("var_lib_t", ["files_var_lib_filetrans"], [], "State", "state in /var/lib"),
        new("var_spool_t", ["files_spool_filetrans"], ["files_spool_file"], "Spool", "spool files"),
        new("var_t", ["files_var_filetrans"], [], "Cache", "files in /var"),
        new("etc_t", ["files_etc_filetrans"], ["files_config_file"], "Config", "configuration"),
        new("usr_t", ["files_usr_filetrans"], [], "Data", "files in /usr"),
        new("root_t", ["files_root_filetrans"], [], "RootFiles", "files in /"),
        new("device_t", ["dev_filetrans"], ["dev_node"], "Device", "device nodes"),
        new("user_home_dir_t", ["userdom_user_home_dir_filetrans"], ["userdom_user_home_content"], "HomeFiles", "files in home directories"),
    ];

    private static readonly HashSet<string> Classes = new(["file", "dir", "lnk_file", "fifo_file", "sock_file", "chr_file", "blk_file"], StringComparer.Ordinal);

    /// <summary>The type of its own that an access asks for; <see langword="null"/> if it does not make or change anything in such a directory, or the base has no interface for the transition.</summary>
    public static PrivateType? Of(FinderIndex index, AccessQuestion question) =>
        Find(question) is { } directory && First(index, directory.Transitions) is { } transition
            ? new PrivateType(directory.Type, directory.Name, directory.Purpose, transition, First(index, directory.Marks))
            : null;

    /// <summary>A C# name for the type of its own that an access asks for, and what it is for; <see langword="null"/> if it does not make or change anything in such a directory.</summary>
    public static (string Name, string Purpose)? Named(AccessQuestion question) => Find(question) is { } directory ? (directory.Name, directory.Purpose) : null;

    private static SharedDirectory? Find(AccessQuestion question)
    {
        if (!Classes.Contains(question.Class) || All.FirstOrDefault(d => d.Type == question.Target) is not { } directory)
        {
            return null;
        }

        // What memory is shared through has no directory: to map it is enough.
        var changes = question.Permissions.Any(p => p is "write" or "append" or "create" or "unlink" or "link" or "rename" or "setattr" or "add_name" or "remove_name" or "rmdir" or "reparent")
            || (directory.Type == "tmpfs_t" && question.Class == "file" && question.Permissions.Contains("map"));
        return changes ? directory : null;
    }

    private static FoundName? First(FinderIndex index, ImmutableArray<string> names) =>
        names.SelectMany(index.Find).FirstOrDefault(n => n is { Kind: FoundKind.Interface, Deprecation: null, CSharp.Length: > 0 });

    private sealed record SharedDirectory(string Type, ImmutableArray<string> Transitions, ImmutableArray<string> Marks, string Name, string Purpose);
}

/// <summary>A type of its own for what a domain makes in a directory that it shares with others.</summary>
/// <param name="Directory">The type of the directory.</param>
/// <param name="Name">A C# name for it: <c>Tmp</c>.</param>
/// <param name="Purpose">What it is for, in words.</param>
/// <param name="Transition">The interface by which what is made there gets the type.</param>
/// <param name="Mark">The interface that makes the type one of its kind; <see langword="null"/> if there is none.</param>
public sealed record PrivateType(string Directory, string Name, string Purpose, FoundName Transition, FoundName? Mark);
