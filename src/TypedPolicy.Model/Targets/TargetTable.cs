using System.Collections.Immutable;
using System.Globalization;
using TypedPolicy.Model.Index;
using TypedPolicy.Model.Paths;

namespace TypedPolicy.Model.Targets;

/// <summary>The table of the targets, <c>targets.txt</c>: facts about the bases of distributions, each with where it was read. Its form is told there.</summary>
public static class TargetTable
{
    private static readonly Lazy<(ImmutableArray<PermissionSetFact> Sets, ImmutableArray<TargetFacts> Targets)> Table = new(ReadResource);

    /// <summary>The permission sets that differ, as the library has them.</summary>
    public static ImmutableArray<PermissionSetFact> Sets => Table.Value.Sets;

    /// <summary>The targets, in the order of the table.</summary>
    public static ImmutableArray<TargetFacts> Targets => Table.Value.Targets;

    /// <summary>What the table has on a target.</summary>
    public static TargetFacts Of(string name) => Targets.First(t => t.Name == name);

    private static (ImmutableArray<PermissionSetFact> Sets, ImmutableArray<TargetFacts> Targets) ReadResource()
    {
        using var stream = new StreamReader(typeof(TargetTable).Assembly.GetManifestResourceStream("TypedPolicy.Model.Targets.targets.txt")!);
        return Read(stream.ReadToEnd());
    }

    internal static (ImmutableArray<PermissionSetFact> Sets, ImmutableArray<TargetFacts> Targets) Read(string text)
    {
        var sets = ImmutableArray.CreateBuilder<PermissionSetFact>();
        var targets = ImmutableArray.CreateBuilder<TargetFacts>();
        TargetBuilder? current = null;
        foreach (var line in text.Split('\n').Where(l => l.Trim().Length > 0 && l[0] != '#'))
        {
            var (left, right) = Halves(line, ':');
            var words = Words(left);
            if (words[0] == "target")
            {
                Close();
                current = new(new TargetFacts(words[1], words[2], right));
            }
            else if (current is null)
            {
                var (classes, permissions) = Halves(right, '=');
                sets.Add(new(words[1], [.. Words(classes)], [.. Words(permissions)]));
            }
            else
            {
                current.Add(words, right);
            }
        }

        Close();
        return (sets.ToImmutable(), targets.ToImmutable());

        void Close()
        {
            if (current is not null)
            {
                targets.Add(current.ToFacts());
            }
        }
    }

    private static (string Left, string Right) Halves(string line, char separator) =>
        line.IndexOf($" {separator} ", StringComparison.Ordinal) is >= 0 and var at ? (line.Substring(0, at), line.Substring(at + 3).Trim()) : (line, "");

    private static string[] Words(string text) => text.Split([' ', '\r'], StringSplitOptions.RemoveEmptyEntries);

    private sealed class TargetBuilder(TargetFacts facts)
    {
        private readonly Dictionary<TargetFact, FactSource> _sources = [];
        private readonly List<Equivalence> _equivalences = [];
        private readonly List<Equivalence> _links = [];
        private readonly List<IndexedPort> _ports = [];
        private readonly List<(string, string)> _lacking = [];
        private readonly List<(string, string)> _additional = [];
        private readonly Dictionary<string, ImmutableSortedSet<string>> _sets = new(StringComparer.Ordinal);
        private TargetFacts _facts = facts;

        public void Add(string[] words, string right)
        {
            switch (words[0])
            {
                case "read" or "unknown":
                    _sources.Add((TargetFact)Enum.Parse(typeof(TargetFact), words[1].Replace("-", ""), ignoreCase: true), new(words[0] == "read", right));
                    break;
                case "equivalence":
                    _equivalences.Add(new(words[1], words[2]));
                    break;
                case "link" when right.Length > 0:
                    _links.Add(new(words[1], words[2]));
                    break;
                case "libsepol":
                    _facts = _facts with { Libsepol = Version.Parse(words[1]) };
                    break;
                case "policy-version":
                    _facts = _facts with { PolicyVersion = Number(words[1]) };
                    break;
                case "expand-check":
                    _facts = _facts with { ExpandCheck = words[1] == "1" };
                    break;
                case "capability":
                    _facts = _facts with { Capabilities = [.. words.Skip(1)] };
                    break;
                case "lacks":
                    _lacking.AddRange(Pairs(words, right));
                    break;
                case "also":
                    _additional.AddRange(Pairs(words, right));
                    break;
                case "set":
                    _sets.Add(words[1], [.. words.Skip(3)]);
                    break;
                case "port":
                    _ports.Add(new(words[1], Number(words[2]), Number(words[3]), words[4]));
                    break;
                default:
                    throw new FormatException($"'{words[0]}' has no meaning in the table of targets.");
            }
        }

        public TargetFacts ToFacts() => _facts with
        {
            Sources = _sources.ToImmutableDictionary(),
            Equivalences = [.. _equivalences],
            Links = [.. _links],
            Ports = [.. _ports],
            Lacking = [.. _lacking],
            Additional = [.. _additional],
            Sets = _sets.ToImmutableDictionary(StringComparer.Ordinal),
        };

        private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

        // Without permissions it is the classes themselves.
        private static IEnumerable<(string, string)> Pairs(string[] words, string permissions) =>
            words.Skip(1).SelectMany(_ => permissions.Length == 0 ? [""] : Words(permissions), (@class, permission) => (@class, permission));
    }
}
