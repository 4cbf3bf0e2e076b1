using System.Collections.Immutable;

namespace TypedPolicy.Model.Paths;

/// <summary>TP4012: a pattern and the kind of file that it is for.</summary>
internal static class PathKindReview
{
    public static ImmutableArray<PathProblem> Review(string source, PathSequence tree, FileKind kind)
    {
        ImmutableArray<PathNode> nodes = tree.Nodes;
        int last = nodes.Length - 1;
        if (last < 1)
        {
            return [];
        }

        if (kind == FileKind.Any && last >= 2 && IsAnything(nodes[last]) && nodes[last - 1] is PathCharacter { Value: '/' } slash)
        {
            return [new(
                PathProblemKind.KindContradictsPattern,
                slash.Start,
                source.Length - slash.Start,
                "'/.*' labels what is in the directory and not the directory itself; write '(/.*)?' for both",
                "(/.*)?")];
        }

        if (kind is not (FileKind.Any or FileKind.Directory)
            && nodes[last] is PathRepeat { IsOptional: true, Operand: PathGroup { Alternatives: [{ Nodes: [PathCharacter { Value: '/' }, var anything] }] } } contents
            && IsAnything(anything))
        {
            int start = contents.Length == 0 ? 0 : contents.Start; // of a tree, the source is all path
            return [new(
                PathProblemKind.KindContradictsPattern,
                start,
                source.Length - start,
                $"the directory and its subdirectories get no label, since the kind is {kind}; remove the kind, or label the one file")];
        }

        return [];
    }

    private static bool IsAnything(PathNode node) => node is PathRepeat { Operand: PathAny, Minimum: 0, Maximum: null };
}
