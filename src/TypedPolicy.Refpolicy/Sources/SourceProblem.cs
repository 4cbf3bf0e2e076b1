using System.Collections.Immutable;
using TypedPolicy.Model.Languages;

namespace TypedPolicy.Refpolicy.Sources;

/// <summary>How bad a problem is.</summary>
public enum ProblemSeverity
{
    /// <summary>Worth knowing: a deprecated interface, for one.</summary>
    Warning,

    /// <summary>The policy's own compiler would refuse it.</summary>
    Error,
}

/// <summary>Something that is wrong in a policy source.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Message">What is wrong, without a full stop.</param>
/// <param name="Place">Where; null if the text comes from no file.</param>
/// <param name="Calls">The macro calls that led there, the outermost last.</param>
public sealed record SourceProblem(ProblemSeverity Severity, string Message, SourcePlace? Place, ImmutableArray<CallPlace> Calls)
{
    /// <summary>What is wrong, on one line, whatever source it quotes.</summary>
    public string Message { get; init; } = PlainText.Line(Message);

    /// <summary>The problem as compilers write it.</summary>
    public override string ToString() =>
        $"{Place?.ToString() ?? "?"}: {(Severity == ProblemSeverity.Error ? "error" : "warning")}: {Message}{string.Concat(Calls.Select(c => $"\n  from {c.Macro} at {c.Place}"))}";
}

/// <summary>A macro call on the way to a problem.</summary>
/// <param name="Macro">The macro.</param>
/// <param name="Place">Where it is called.</param>
public sealed record CallPlace(string Macro, SourcePlace? Place);
