using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Paths;

namespace TypedPolicy.Tool.Shell;

/// <summary>The kinds of files by the words of the field: those of CIL's filecon, object classes, the letters of .fc files, and a few that people say.</summary>
internal static class FileKindOf
{
    private static readonly (FileKind Kind, string[] Words)[] Known =
    [
        (FileKind.Any, ["any", "all", "a"]),
        (FileKind.File, ["file", "--", "-", "f", "regular"]),
        (FileKind.Directory, ["dir", "-d", "d", "directory"]),
        (FileKind.SymbolicLink, ["symlink", "-l", "l", "lnk_file", "link", "symboliclink"]),
        (FileKind.CharacterDevice, ["char", "-c", "c", "chr_file", "characterdevice"]),
        (FileKind.BlockDevice, ["block", "-b", "b", "blk_file", "blockdevice"]),
        (FileKind.Socket, ["socket", "-s", "s", "sock", "sock_file"]),
        (FileKind.Pipe, ["pipe", "-p", "p", "fifo_file", "fifo"]),
    ];

    /// <summary>The words that help and messages list, as CIL has them.</summary>
    public static string Listed => string.Join(", ", Known.Select(k => k.Words[0]));

    /// <summary>The kind that a word means; null if it means none.</summary>
    public static FileKind? Word(string word)
    {
        var index = Array.FindIndex(Known, k => k.Words.Contains(word, StringComparer.OrdinalIgnoreCase));
        return index < 0 ? null : Known[index].Kind;
    }

    /// <summary>The word that was probably meant; null if none is near.</summary>
    public static string? Near(string word) => Similar.To(word.ToLowerInvariant(), Known.SelectMany(k => k.Words).Where(w => w.Length > 2));

    /// <summary>The kind of the files of an object class; any for a class of other things.</summary>
    public static FileKind Class(string @class) => @class switch
    {
        "file" or "process" => FileKind.File,
        "dir" => FileKind.Directory,
        "lnk_file" => FileKind.SymbolicLink,
        "chr_file" => FileKind.CharacterDevice,
        "blk_file" => FileKind.BlockDevice,
        "sock_file" => FileKind.Socket,
        "fifo_file" => FileKind.Pipe,
        _ => FileKind.Any,
    };
}
