using System.Text;

namespace TypedPolicy.Model.Paths;

/// <summary>TP4006 and TP4007: what genhomedircon and the split of the home templates make of a path.</summary>
internal static class PathHomeReview
{
    private const string Home = "/home/";

    public static void Review(PathSequence tree, List<PathProblem> problems)
    {
        if (tree.Nodes.Length == 0 || tree.Nodes[0] is PathTemplate { IsHome: true })
        {
            return;
        }

        FindHardCodedHome(tree, problems);
        FindTemplateWords(tree, problems);
    }

    /// <summary>libsemanage's <c>semanage_split_fc</c> moves every line with one of the words; the new template names are meant so.</summary>
    private static void FindTemplateWords(PathSequence tree, List<PathProblem> problems)
    {
        var text = new StringBuilder();
        List<PathCharacter> places = [];
        foreach (PathCharacter character in Characters(tree))
        {
            if (places.Count > 0 && character.Start != places[places.Count - 1].End)
            {
                text.Append('\0');
                places.Add(character);
            }

            text.Append(character.Value);
            places.Add(character);
        }

        string all = text.ToString();
        foreach (string word in new[] { "ROLE", "USER" })
        {
            int index = all.IndexOf(word, StringComparison.Ordinal);
            if (index >= 0)
            {
                int start = places[index].Start;
                problems.Add(new(
                    PathProblemKind.UserOrRoleInPath,
                    start,
                    places[index + word.Length - 1].End - start,
                    $"a path that contains {word} is taken for a template of home directories and labels nothing itself; match one of the letters with '[{word[0]}]' in a pattern, or write %{{USERNAME}} where the user is meant"));
            }
        }
    }

    private static void FindHardCodedHome(PathSequence tree, List<PathProblem> problems)
    {
        if (tree.Nodes.Length <= Home.Length || !Home.Select((value, i) => tree.Nodes[i] is PathCharacter character && character.Value == value).All(same => same))
        {
            return;
        }

        int end = Home.Length;
        while (end < tree.Nodes.Length && tree.Nodes[end] is not PathCharacter { Value: '/' })
        {
            // a group or '.*' may take in more than the name of one home
            if (!IsPartOfName(tree.Nodes[end]))
            {
                return;
            }

            end++;
        }

        // no user is called so: lost+found and .snapshots lie beside the homes
        if (tree.Nodes.Skip(Home.Length).Take(end - Home.Length).Any(node => node is PathCharacter { Value: '+' }) || tree.Nodes[Home.Length] is PathCharacter { Value: '.' })
        {
            return;
        }

        problems.Add(new(
            PathProblemKind.HardCodedHome,
            tree.Nodes[0].Start,
            tree.Nodes[end - 1].End - tree.Nodes[0].Start,
            "home directories are not always below /home, and each user's labels differ; write HOME_DIR",
            PathTemplate.HomeDirectory));
    }

    private static bool IsPartOfName(PathNode node) => node switch
    {
        PathCharacter => true,
        PathClass @class => @class.Set.IsSubsetOf(ByteSet.NotSlash),
        PathRepeat repeat => IsPartOfName(repeat.Operand),
        PathTemplate => true,
        _ => false,
    };

    private static IEnumerable<PathCharacter> Characters(PathNode node) => node switch
    {
        PathCharacter character => [character],
        PathGroup group => group.Alternatives.SelectMany(Characters),
        PathRepeat repeat => Characters(repeat.Operand),
        PathSequence sequence => sequence.Nodes.SelectMany(Characters),
        _ => [],
    };
}
