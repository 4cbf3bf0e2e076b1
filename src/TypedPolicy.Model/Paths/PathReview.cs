using System.Collections.Immutable;

namespace TypedPolicy.Model.Paths;

/// <summary>TP4001 and TP4005: what parses, and yet seldom means what it seems to. The base policies have next to none of it.</summary>
internal static class PathReview
{
    public static void Review(PathSequence tree, List<PathProblem> problems) => Review(tree, isGroup: false, problems);

    private static void Review(PathSequence sequence, bool isGroup, List<PathProblem> problems)
    {
        ImmutableArray<PathNode> nodes = sequence.Nodes;
        for (int i = 0; i < nodes.Length; i++)
        {
            PathNode? previous = i > 0 ? nodes[i - 1] : null;
            PathNode? next = i + 1 < nodes.Length ? nodes[i + 1] : null;
            ReviewLiteral(nodes[i], previous, next, isGroup, problems);
            ReviewGroup(nodes[i], previous, problems);
            PathNode operand = nodes[i] is PathRepeat repeat ? repeat.Operand : nodes[i];
            if (operand is PathGroup group)
            {
                foreach (PathSequence alternative in group.Alternatives)
                {
                    Review(alternative, isGroup: true, problems);
                }
            }
        }
    }

    private static void ReviewLiteral(PathNode node, PathNode? previous, PathNode? next, bool isGroup, List<PathProblem> problems)
    {
        if (node is PathAny
            && BeginsWithWord(next)
            && (previous is null ? isGroup : previous is not (PathAny or PathRepeat { Operand: PathAny })))
        {
            problems.Add(new(
                PathProblemKind.UnescapedMetacharacter,
                node.Start,
                node.Length,
                "an unescaped '.' matches any character, and makes the label less specific; write '\\.' for the dot",
                "\\."));
        }

        if (node is PathRepeat { Minimum: 1, Maximum: null, Operand: PathCharacter operand } repeat
            && repeat.Length == operand.Length + 1
            && IsLetter(operand)
            && IsLetter(previous)
            && IsLetter(next))
        {
            problems.Add(new(
                PathProblemKind.UnescapedMetacharacter,
                operand.End,
                1,
                $"an unescaped '+' repeats the '{operand.Value}' before it; write '\\+' for the plus sign",
                "\\+"));
        }
    }

    private static void ReviewGroup(PathNode node, PathNode? previous, List<PathProblem> problems)
    {
        var repeat = node as PathRepeat;
        if ((repeat?.Operand ?? node) is not PathGroup group)
        {
            return;
        }

        if (group.Alternatives.Any(alternative => alternative.Nodes.IsEmpty))
        {
            Add(group, "an empty alternative; leave it out, and write '(…)?' where the group is optional");
            return;
        }

        if (group.Alternatives is not [{ Nodes: var body }])
        {
            return;
        }

        if (repeat is { IsOptional: true } && body is [PathRepeat { Operand: PathAny, Minimum: 0, Maximum: null }])
        {
            Add(repeat, "'(.*)?' is '.*', and takes in every path that merely begins so; write '(/.*)?' for a directory with its contents, or '.*'");
        }
        else if (repeat is { IsUnbounded: true } && body is [PathRepeat { IsUnbounded: true }])
        {
            Add(repeat, "a repetition of a repetition can keep a lookup busy for very long; write one of the two");
        }
        else if (body.Length > 1 && body[body.Length - 1] is PathCharacter { Value: '/' } && IsWild(body[0]))
        {
            if (repeat is null)
            {
                Add(group, "the group is neither optional nor repeated; leave the brackets out, or write '?' after it");
            }
            else if (repeat.Minimum == 0 && previous is PathCharacter { Value: not '/' })
            {
                Add(repeat, "this optional directory does not follow a '/', so it continues the name before it; put a '/' in front");
            }
        }

        void Add(PathNode place, string message) => problems.Add(new(PathProblemKind.SuspiciousPattern, place.Start, place.Length, message));
    }

    private static bool IsWild(PathNode node) => node is PathRepeat repeat && repeat.Operand switch
    {
        PathAny => true,
        PathClass @class => @class.Set.Contains('.') && @class.Set.Contains('x'),
        _ => false,
    };

    private static bool BeginsWithWord(PathNode? node) => node switch
    {
        PathCharacter character => ByteSet.Word.Contains(character.Value),
        PathGroup group => group.Alternatives.All(alternative => BeginsWithWord(alternative.Nodes.FirstOrDefault())),
        _ => false,
    };

    private static bool IsLetter(PathNode? node) => node is PathCharacter { Value: (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') };
}
