using System.Collections.Immutable;

namespace TypedPolicy.Refpolicy.Sources;

/// <summary>Collects problems, at most <see cref="Max"/> of them: what a hostile file has beyond that is not kept.</summary>
public sealed class ProblemList(SourceMap map, CallFrames frames)
{
    /// <summary>How many are kept.</summary>
    public const int Max = 1_000;

    private const int MaxCallDepth = 16;
    private readonly List<SourceProblem> _problems = [];

    /// <summary>The problems, in the order in which they were found.</summary>
    public IReadOnlyList<SourceProblem> Problems => _problems;

    /// <summary>Whether one of them is an error.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Forgets all problems.</summary>
    internal void Clear()
    {
        _problems.Clear();
        HasErrors = false;
    }

    internal void AddRange(IEnumerable<SourceProblem> problems)
    {
        foreach (var problem in problems)
        {
            HasErrors |= problem.Severity == ProblemSeverity.Error;
            if (_problems.Count < Max)
            {
                _problems.Add(problem);
            }
        }
    }

    internal void Error(string message, int position, int frame) => Add(ProblemSeverity.Error, message, position, frame);

    internal void Warning(string message, int position, int frame) => Add(ProblemSeverity.Warning, message, position, frame);

    private void Add(ProblemSeverity severity, string message, int position, int frame)
    {
        HasErrors |= severity == ProblemSeverity.Error;
        if (_problems.Count >= Max)
        {
            return;
        }

        var calls = ImmutableArray.CreateBuilder<CallPlace>();
        for (var at = frame; at != 0 && calls.Count < MaxCallDepth; at = frames[at].Parent)
        {
            calls.Add(new CallPlace(frames[at].Macro, map.PlaceOf(frames[at].Position)));
        }

        _problems.Add(new SourceProblem(severity, message, map.PlaceOf(position), calls.ToImmutable()));
    }
}
