using TypedPolicy.Model.Index;

namespace TypedPolicy.Refpolicy.Indexing;

/// <summary>Reads an installed <c>file_contexts</c>: a pattern, perhaps a kind, and a context. A line that is none of these says nothing, as for libselinux.</summary>
internal static class InstalledLabels
{
    private static readonly char[] Blanks = [' ', '\t', '\r', '\v', '\f'];

    public static IEnumerable<IndexedLabel> Read(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            var words = line.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
            var kind = words.Length == 2 ? "any" : words.Length == 3 ? KindOf(words[1]) : null;
            if (kind is not null && words[0][0] != '#')
            {
                yield return new IndexedLabel(words[0], kind, words[words.Length - 1]);
            }
        }
    }

    private static string? KindOf(string word) => word switch
    {
        "--" => "file",
        "-d" => "dir",
        "-c" => "char",
        "-b" => "block",
        "-s" => "socket",
        "-p" => "pipe",
        "-l" => "symlink",
        _ => null,
    };
}
