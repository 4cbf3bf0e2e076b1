namespace TypedPolicy.Model.Paths;

/// <summary>How a <see cref="FileKind"/> is written in CIL and in a <c>.fc</c> file.</summary>
public static class FileKindSpelling
{
    /// <summary>The keyword of CIL's <c>filecon</c>.</summary>
    public static string CilName(this FileKind kind) => kind switch
    {
        FileKind.Any => "any",
        FileKind.File => "file",
        FileKind.Directory => "dir",
        FileKind.CharacterDevice => "char",
        FileKind.BlockDevice => "block",
        FileKind.Socket => "socket",
        FileKind.Pipe => "pipe",
        FileKind.SymbolicLink => "symlink",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The kind that a mark of a <c>.fc</c> file is for; null if it is not a mark.</summary>
    public static FileKind? OfFcMark(string mark) => mark switch
    {
        "--" => FileKind.File,
        "-d" => FileKind.Directory,
        "-c" => FileKind.CharacterDevice,
        "-b" => FileKind.BlockDevice,
        "-s" => FileKind.Socket,
        "-p" => FileKind.Pipe,
        "-l" => FileKind.SymbolicLink,
        _ => null,
    };

    /// <summary>The mark in a <c>.fc</c> file; empty for <see cref="FileKind.Any"/>.</summary>
    public static string FcMark(this FileKind kind) => kind switch
    {
        FileKind.Any => "",
        FileKind.File => "--",
        FileKind.Directory => "-d",
        FileKind.CharacterDevice => "-c",
        FileKind.BlockDevice => "-b",
        FileKind.Socket => "-s",
        FileKind.Pipe => "-p",
        FileKind.SymbolicLink => "-l",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
