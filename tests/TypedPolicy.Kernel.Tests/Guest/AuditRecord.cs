using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace TypedPolicy.Testing.Kernel;

/// <summary>A record of the kernel on a decision: what was denied, or what an auditallow rule has logged.</summary>
public sealed partial class AuditRecord
{
    private AuditRecord(string text, Match match)
    {
        Text = text;
        IsDenial = match.Groups["result"].Value == "denied";
        Permissions = [.. match.Groups["permissions"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        Source = match.Groups["source"].Value;
        Target = match.Groups["target"].Value;
        ObjectClass = match.Groups["class"].Value;
    }

    /// <summary>The record as it is.</summary>
    public string Text { get; }

    /// <summary>Whether something was denied; else it was granted, and logged.</summary>
    public bool IsDenial { get; }

    /// <summary>The permissions.</summary>
    public ImmutableArray<string> Permissions { get; }

    /// <summary>The context of the process.</summary>
    public string Source { get; }

    /// <summary>The context of what it accessed.</summary>
    public string Target { get; }

    /// <summary>The type of what it accessed.</summary>
    public string TargetType => Target.Split(':')[2];

    /// <summary>The class of what it accessed.</summary>
    public string ObjectClass { get; }

    /// <summary>The record in a line of the kernel's log, or null if the line is not about a decision.</summary>
    internal static AuditRecord? Parse(string line) => Decision().Match(line) is { Success: true } match ? new(line, match) : null;

    /// <inheritdoc/>
    public override string ToString() => Text;

    [GeneratedRegex(@"avc:\s+(?<result>denied|granted)\s+\{(?<permissions>[^}]*)\}.* scontext=(?<source>\S+) tcontext=(?<target>\S+) tclass=(?<class>\S+)")]
    private static partial Regex Decision();
}
