namespace TypedPolicy.Model.Paths;

/// <summary>The kind of file that a file context is for; the numbers are those of the attribute's <c>TypedPolicy.FileKind</c>, and their order is libsepol's.</summary>
public enum FileKind
{
    /// <summary>Every kind.</summary>
    Any = 0,

    /// <summary>A regular file.</summary>
    File = 1,

    /// <summary>A directory.</summary>
    Directory = 2,

    /// <summary>A character device.</summary>
    CharacterDevice = 3,

    /// <summary>A block device.</summary>
    BlockDevice = 4,

    /// <summary>A Unix socket.</summary>
    Socket = 5,

    /// <summary>A named pipe.</summary>
    Pipe = 6,

    /// <summary>A symbolic link.</summary>
    SymbolicLink = 7,
}
