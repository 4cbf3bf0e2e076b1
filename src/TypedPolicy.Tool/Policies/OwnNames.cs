using TypedPolicy.Sepol;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Sepol.Sources;

namespace TypedPolicy.Tool.Policies;

/// <summary>The C# names of the author's own types: by the policy files that are named, and by the builds that a folder has to do with.</summary>
internal static class OwnNames
{
    /// <summary>Reads them; of two builds the later counts. What cannot be read gives none.</summary>
    /// <param name="folder">The folder to look from.</param>
    /// <param name="named">Policy files or folders that were named.</param>
    public static IReadOnlyDictionary<string, string> Read(string folder, IReadOnlyList<string> named) => CSharpNames.Of(
        named.SelectMany(p => Sources([p])).Concat(BuildSearch.From(folder).OrderByDescending(r => r.Started).SelectMany(r => Sources([.. Built(r)]))));

    private static IEnumerable<string> Built(BuildRecord record) =>
        from file in record.Files
        where file.EndsWith(".cil", StringComparison.Ordinal)
        select new[] { Path.Combine(record.Staged, file), Path.Combine(record.Policy, file) }.FirstOrDefault(File.Exists) into path
        where path is not null
        select path;

    private static IReadOnlyList<PolicySource> Sources(IReadOnlyList<string> paths)
    {
        try
        {
            return PolicyBase.From(paths).Read();
        }
        catch (Exception e) when (e is SepolException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
