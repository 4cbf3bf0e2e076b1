namespace TypedPolicy;

/// <summary>Where the labels of a file system come from.</summary>
public enum FsUseKind
{
    /// <summary>From extended attributes of its files (<c>xattr</c>).</summary>
    Xattr = 0,

    /// <summary>From the process that creates an object (<c>task</c>).</summary>
    Task = 1,

    /// <summary>From the process and the type transitions (<c>trans</c>).</summary>
    Transition = 2,
}
