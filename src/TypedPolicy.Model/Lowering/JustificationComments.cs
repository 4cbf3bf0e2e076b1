using System.Collections.Immutable;
using TypedPolicy.Model.Declarations;

namespace TypedPolicy.Model.Lowering;

/// <summary>
/// Justifications, as comments that travel with the policy, for the person who approves it. A comment is
/// <c>TP5003 greeter_t: the reason</c>, without a name where it is about the whole module.
/// </summary>
public static class JustificationComments
{
    private const string End = ": ";

    /// <summary>The head of their section. It ends in no name of a class.</summary>
    public const string Heading = "Findings that are meant so, and why.";

    /// <summary>The section; null for a policy that justifies nothing.</summary>
    internal static CilSection? Section(PolicyModel model)
    {
        ImmutableArray<CilItem> comments =
        [
            .. model.Module.Justifications.Select(j => Comment(j, "")),
            .. model.Declarations.SelectMany(d => d.Justifications.Select(j => Comment(j, d.Entity.Name))).Distinct(),
        ];
        return comments.IsEmpty ? null : new([Heading], [new(comments)]);
    }

    /// <summary>Reads a comment line; null for any other comment.</summary>
    /// <param name="line">The line, with its semicolon.</param>
    public static (string Rule, string Subject, string Reason)? TryRead(string line)
    {
        var end = line.IndexOf(End, StringComparison.Ordinal);
        return end < 0 ? null : line.Substring(0, end).Split(' ') switch
        {
            [";", var rule] => (rule, "", line.Substring(end + End.Length)),
            [";", var rule, var subject] => (rule, subject, line.Substring(end + End.Length)),
            _ => null,
        };
    }

    private static CilComment Comment(Justification justification, string subject) =>
        new($"{justification.Rule}{(subject.Length == 0 ? "" : " ")}{subject}{End}{justification.Reason}") { Origin = justification.Origin };
}
