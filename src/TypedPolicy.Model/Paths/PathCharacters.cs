namespace TypedPolicy.Model.Paths;

/// <summary>Which characters a path or pattern may have at all, in CIL and in a <c>.fc</c> file.</summary>
internal static class PathCharacters
{
    /// <summary>The problem of the first character that cannot be written, or nothing.</summary>
    public static PathProblem? FindUnwritable(string source)
    {
        for (int i = 0; i < source.Length; i++)
        {
            if (source[i] is > ' ' and < '\u007f' and not '"')
            {
                continue;
            }

            int length = char.IsHighSurrogate(source[i]) && i + 1 < source.Length && char.IsLowSurrogate(source[i + 1]) ? 2 : 1;
            return new(PathProblemKind.InvalidPathPattern, i, length, source[i] switch
            {
                '"' => "CIL has no way to write a '\"' in a path; match it with '.' in a pattern",
                ' ' or '\t' => "a space ends the path in a .fc file; match it with '.' in a pattern",
                < ' ' or '\u007f' => "a control character cannot be written in a file context; match it with '.' in a pattern",
                _ => "libselinux takes no characters outside ASCII in a file context; match each of its bytes with '.' in a pattern",
            });
        }

        return null;
    }
}
