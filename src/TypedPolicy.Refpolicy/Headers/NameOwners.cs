using System.Runtime.CompilerServices;
using TypedPolicy.Refpolicy.Language;

namespace TypedPolicy.Refpolicy.Headers;

/// <summary>
/// Which module a name belongs to. Headers do not say it, but an interface requires by itself what its module declares and calls others for the rest: so a name is
/// the module's whose interfaces require it most often.
/// </summary>
internal sealed class NameOwners
{
    private const string Requires = "gen_require(`";

    private static readonly char[] Blanks = [' ', '\t', '\n', '\r', ',', '{', '}', '\'', '`'];

    // Bindings and index of a base both ask.
    private static readonly ConditionalWeakTable<HeaderTree, NameOwners> Known = new();

    private readonly Dictionary<string, string> _owners;

    private NameOwners(Dictionary<string, string> owners) => _owners = owners;

    public static NameOwners Of(HeaderTree tree) => Known.GetValue(tree, Read);

    private static NameOwners Read(HeaderTree tree)
    {
        var counts = new Dictionary<(string Name, string Module), int>();
        foreach (var item in tree.Interfaces)
        {
            foreach (var name in RequiredBy(item.Body))
            {
                counts[(name, item.Module)] = counts.TryGetValue((name, item.Module), out var count) ? count + 1 : 1;
            }
        }

        return new NameOwners(counts
            .GroupBy(c => c.Key.Name, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderByDescending(c => c.Value).ThenBy(c => c.Key.Module, StringComparer.Ordinal).First().Key.Module, StringComparer.Ordinal));
    }

    public string? Of(string name) => _owners.TryGetValue(name, out var module) ? module : null;

    /// <summary>The names in the require blocks of a text that nobody expanded; classes are nobody's.</summary>
    private static IEnumerable<string> RequiredBy(string body)
    {
        for (var at = body.IndexOf(Requires, StringComparison.Ordinal); at >= 0; at = body.IndexOf(Requires, at + Requires.Length, StringComparison.Ordinal))
        {
            var start = at + Requires.Length - 1;
            var end = MacroText.EndOfQuotes(body, start, body.Length);
            foreach (var line in body.Substring(start + 1, Math.Max(0, end - start - 2)).Split(';'))
            {
                var words = line.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
                if (words.Length > 1 && words[0] is "type" or "attribute" or "role" or "attribute_role" or "bool")
                {
                    foreach (var name in words.Skip(1))
                    {
                        yield return name;
                    }
                }
            }
        }
    }
}
