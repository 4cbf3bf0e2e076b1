namespace TypedPolicy.Model.Paths;

/// <summary>What has been read of a path so far, as far as it matters to whether a lookup can ask for it: absolute, without empty, <c>.</c> or <c>..</c> components, and without a slash at its end.</summary>
internal enum PathShape
{
    Nothing,
    Root,
    Slash,
    Dot,
    DotDot,
    Name,
    Impossible,
}

/// <summary>How a path grows.</summary>
internal static class PathShapes
{
    /// <summary>Whether a lookup can ask for a path that ends here.</summary>
    public static bool IsWhole(this PathShape shape) => shape is PathShape.Root or PathShape.Name;

    /// <summary>The shape after one more byte; every byte but slash and dot is the same to it.</summary>
    public static PathShape After(this PathShape shape, char read) => (shape, read) switch
    {
        (PathShape.Nothing, '/') => PathShape.Root,
        (PathShape.Nothing, _) => PathShape.Impossible,
        (PathShape.Name, '/') => PathShape.Slash,
        (_, '/') => PathShape.Impossible,
        (PathShape.Root or PathShape.Slash, '.') => PathShape.Dot,
        (PathShape.Dot, '.') => PathShape.DotDot,
        _ => PathShape.Name,
    };
}
