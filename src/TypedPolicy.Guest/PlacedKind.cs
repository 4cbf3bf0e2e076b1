namespace TypedPolicy.Guest;

/// <summary>What is made at a path of a guest.</summary>
public enum PlacedKind
{
    /// <summary>A program that does what it is told to.</summary>
    Program,

    /// <summary>A file.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,
}
