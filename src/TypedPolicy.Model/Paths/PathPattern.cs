using System.Collections.Immutable;

namespace TypedPolicy.Model.Paths;

/// <summary>The path part of a file context: one path, a directory with all that is in it, or a pattern.</summary>
/// <remarks>
/// Two patterns are equal where their <see cref="Text"/> is; <see cref="Source"/> and <see cref="Problems"/>, which
/// have places in the source, take no part in it. Making one never throws, whatever the input.
/// </remarks>
public sealed partial record PathPattern
{
    /// <summary>libselinux refuses longer patterns from 3.9 on.</summary>
    public const int MaxLength = 4095;

    private readonly PathSpecificity _specificity;
    private PathAutomaton? _automaton;

    private PathPattern(string source, PathSequence? tree, List<PathProblem> problems)
    {
        Source = source;
        if (tree is not null && PathSize.IsTooLarge(tree))
        {
            problems.Add(new(PathProblemKind.InvalidPathPattern, 0, source.Length, "the pattern is too large to be compiled; use smaller repetitions, or several labels"));
            tree = null;
        }

        Root = tree;
        Text = tree is null ? source : PathText.Write(tree.Nodes);
        _specificity = PathSpecificity.Of(Text);
        if (Text.Length > MaxLength)
        {
            problems.Add(new(PathProblemKind.InvalidPathPattern, 0, source.Length, $"a file context may have at most {MaxLength} bytes, and this one has {Text.Length}; shorten it"));
        }

        if (tree is not null && !problems.Exists(problem => problem.IsError))
        {
            PathReachability.Review(source, tree, () => Automaton!, problems);
        }

        Problems = [.. problems.OrderBy(problem => problem.Start).ThenBy(problem => problem.Kind)];
        IsValid = tree is not null && !Problems.Any(problem => problem.IsError);
    }

    /// <summary>What the author wrote; the places of <see cref="Problems"/> are in it.</summary>
    public string Source { get; }

    /// <summary>What is written to <c>filecon</c> and to a <c>.fc</c> file: one canonical form. Where the pattern is not valid it is for messages only.</summary>
    public string Text { get; }

    /// <summary>Everything that is wrong with it, in the order of the source.</summary>
    public ImmutableArray<PathProblem> Problems { get; }

    /// <summary>Whether it may be written; not so with a TP4002, TP4003 or TP4004.</summary>
    public bool IsValid { get; }

    /// <summary>Whether an unescaped metacharacter makes it less specific than every literal path.</summary>
    public bool HasMetacharacters => _specificity.HasMetacharacters;

    /// <summary>The number of characters before the first metacharacter; an escape and its character count as one.</summary>
    public int StemLength => _specificity.StemLength;

    /// <summary>The length that libsepol orders by: an escape and its character count as one.</summary>
    public int EffectiveLength => _specificity.Length;

    /// <summary>The parsed pattern; null if it could not be parsed.</summary>
    internal PathSequence? Root { get; }

    private PathAutomaton? Automaton => _automaton ??= Root is null ? null : new PathAutomaton(Root);

    /// <summary>Whether a path matches, as libselinux would have it: the whole path, byte by byte.</summary>
    /// <param name="path">The path as it is looked up: after the equivalences, without a slash at its end.</param>
    /// <remarks><c>HOME_DIR</c> stands for <c>/home/[^/]+</c>, <c>HOME_ROOT</c> for <c>/home</c>. Linear in the path. A pattern that is not valid matches nothing.</remarks>
    public bool Matches(string path) => IsValid && Automaton!.Matches(path);

    /// <summary>Whether a path that begins so may match: where not, nobody has to look below a directory.</summary>
    /// <param name="beginning">The beginning of a path as it is looked up.</param>
    public bool CanBegin(string beginning) => IsValid && Automaton!.CanBegin(beginning);

    /// <summary>Whether it matches every path that another pattern matches. False also where that is too much to find out, and where one of them has a template such as <c>HOME_DIR</c>.</summary>
    /// <param name="other">The other pattern.</param>
    public bool Covers(PathPattern other)
    {
        var left = (long)PathCoverage.MaxStates;
        return Covers(other, ref left);
    }

    /// <summary>The same, within what is left of a budget of states.</summary>
    internal bool Covers(PathPattern other, ref long left) =>
        IsValid && other.IsValid
        && !Source.Contains("HOME_") && !other.Source.Contains("HOME_") && !Source.Contains("%{") && !other.Source.Contains("%{")
        && PathCoverage.Covers(Automaton!, other.Automaton!, ref left);

    /// <summary>What is wrong with the pattern for files of one kind: TP4012.</summary>
    public ImmutableArray<PathProblem> CheckKind(FileKind kind) => Root is null ? [] : PathKindReview.Review(Source, Root, kind);

    /// <inheritdoc/>
    public bool Equals(PathPattern? other) => other is not null && string.Equals(Text, other.Text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    /// <summary>The canonical text.</summary>
    public override string ToString() => Text;
}
