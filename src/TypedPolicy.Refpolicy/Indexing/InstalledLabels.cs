using TypedPolicy.Model.Index;
using TypedPolicy.Model.Paths;

namespace TypedPolicy.Refpolicy.Indexing;

/// <summary>Reads an installed <c>file_contexts</c>. A line that is not a file context has no effect, as for libselinux.</summary>
internal static class InstalledLabels
{
    public static IEnumerable<IndexedLabel> Read(string text) =>
        from line in text.Split('\n')
        let words = FileContextWords.Split(line)
        where !FileContextWords.IsEmpty(words)
        let read = FileContextWords.Read(words)
        where read is not null
        select new IndexedLabel(read.Value.Pattern, read.Value.Kind.CilName(), read.Value.Context);
}
