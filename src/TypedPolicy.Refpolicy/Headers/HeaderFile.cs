namespace TypedPolicy.Refpolicy.Headers;

/// <summary>A file of the header tree, as the caller read it.</summary>
/// <param name="Path">Its path under the tree's folder, with slashes: <c>kernel/files.if</c>, <c>support/misc_patterns.spt</c>, <c>build.conf</c>.</param>
/// <param name="Text">Its text.</param>
public sealed record HeaderFile(string Path, string Text)
{
    /// <summary>The folder it is in, which is the layer of a module; empty for none.</summary>
    public string Layer
    {
        get
        {
            var slash = Path.LastIndexOf('/');
            var before = slash > 0 ? Path.LastIndexOf('/', slash - 1) : -1;
            return slash < 0 ? "" : Path.Substring(before + 1, slash - before - 1);
        }
    }

    /// <summary>The name without folder and ending, which is the module's.</summary>
    public string Module
    {
        get
        {
            var start = Path.LastIndexOf('/') + 1;
            var dot = Path.LastIndexOf('.');
            return dot > start ? Path.Substring(start, dot - start) : Path.Substring(start);
        }
    }

    internal bool EndsWith(string ending) => Path.EndsWith(ending, StringComparison.Ordinal);
}
