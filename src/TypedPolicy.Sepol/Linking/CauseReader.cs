using System.Collections.Immutable;

namespace TypedPolicy.Sepol.Linking;

/// <summary>
/// Puts together libsepol's several messages about one mistake. It names the cause first, on a line of its own (<c>Conflicting name type transition rules</c>), then the
/// statement with its place, then each step that failed because of it.
/// </summary>
internal static class CauseReader
{
    // What each step reports when an earlier message has given the reason.
    private static readonly string[] Steps =
    [
        "Failed to build AST", "Failed to resolve AST", "Failed to compile cildb", "Failed to verify cil database", "Post process failed", "Failed post db handling",
        "Failed to generate binary", "Failed to build policydb", "Failed to expand permissionx expression", "Failed to verify", "Pre-verification of cil failed",
    ];

    // How a step begins that is not listed, and comes after a cause.
    private static readonly string[] Failures = ["Failed to ", "Failure ", "Problem ", "Problems "];

    // The same of a statement, of which an earlier message has already said what is wrong with it or with a part of it.
    private static readonly string[] StatementSteps = ["Binary policy creation failed", "Failure while walking ", "Failed to insert ", "Bad "];

    /// <summary>The messages, each with its reasons; a reason that belongs to no statement is a message by itself.</summary>
    public static ImmutableArray<LinkMessage> Read(IEnumerable<LinkMessage> messages)
    {
        var result = new List<LinkMessage>();
        var reasons = new List<LinkMessage>();
        var earlier = new List<LinkMessage>();
        foreach (var message in messages)
        {
            if (message is { Places: [_], Stacks.IsEmpty: true } && message.Text.StartsWith("Previous declaration of ", StringComparison.Ordinal))
            {
                earlier.Add(message);
            }
            else if (!message.Places.IsEmpty || !message.Stacks.IsEmpty)
            {
                if (reasons.Count == 0 && earlier.Count == 0 && result is [.., var last] && IsStepOf(last, message))
                {
                    result[^1] = last with { Detail = $"{last.Detail}\n{message.Detail}" };
                    continue;
                }

                result.Add(message with
                {
                    Reasons = [.. reasons.Select(r => r.Text)],
                    Others = [.. earlier.SelectMany(e => e.Places)],
                    Detail = string.Join('\n', reasons.Concat(earlier).Append(message).Select(m => m.Detail)),
                });
                reasons.Clear();
                earlier.Clear();
            }
            else if (Array.Exists(Steps, s => message.Text.StartsWith(s, StringComparison.Ordinal)))
            {
                Flush();
                result.Add(message with { IsStep = true });
            }
            else
            {
                reasons.Add(message);
            }
        }

        Flush();
        return [.. result];

        // Nothing with a place follows: these stand for themselves.
        void Flush()
        {
            result.AddRange(earlier);
            if (result.Exists(m => !m.IsStep) && reasons.TrueForAll(r => Array.Exists(Failures, f => r.Text.StartsWith(f, StringComparison.Ordinal))))
            {
                result.AddRange(reasons.Select(r => r with { IsStep = true }));
            }
            else if (reasons.Count > 0)
            {
                result.Add(reasons[0] with { Reasons = [.. reasons.Skip(1).Select(r => r.Text)], Detail = string.Join('\n', reasons.Select(r => r.Detail)) });
            }

            reasons.Clear();
            earlier.Clear();
        }
    }

    private static bool IsStepOf(LinkMessage cause, LinkMessage message) =>
        Array.Exists(StatementSteps, s => message.Text.StartsWith(s, StringComparison.Ordinal))
        && message.Places is [var place, ..] && cause.Places is [.., var of] && place.File == of.File && place.Line == of.Line;
}
