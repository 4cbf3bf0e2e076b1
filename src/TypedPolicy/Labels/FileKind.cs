namespace TypedPolicy;

/// <summary>The kind of file that a file context is for.</summary>
public enum FileKind
{
    /// <summary>Every kind (<c>any</c>; no mark in a <c>.fc</c> file).</summary>
    Any = 0,

    /// <summary>A regular file (<c>file</c>, <c>--</c>).</summary>
    File = 1,

    /// <summary>A directory (<c>dir</c>, <c>-d</c>).</summary>
    Directory = 2,

    /// <summary>A character device (<c>char</c>, <c>-c</c>).</summary>
    CharacterDevice = 3,

    /// <summary>A block device (<c>block</c>, <c>-b</c>).</summary>
    BlockDevice = 4,

    /// <summary>A Unix socket (<c>socket</c>, <c>-s</c>).</summary>
    Socket = 5,

    /// <summary>A named pipe (<c>pipe</c>, <c>-p</c>).</summary>
    Pipe = 6,

    /// <summary>A symbolic link (<c>symlink</c>, <c>-l</c>).</summary>
    SymbolicLink = 7,
}
