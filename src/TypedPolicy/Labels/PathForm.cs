namespace TypedPolicy;

/// <summary>How a path names files.</summary>
public enum PathForm
{
    /// <summary>One path, literal.</summary>
    Literal = 0,

    /// <summary>A directory and all that is in it.</summary>
    Tree = 1,

    /// <summary>A regular expression in the grammar of file contexts.</summary>
    Pattern = 2,
}
