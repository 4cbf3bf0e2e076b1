using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TypedPolicy.Guest;

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
        Process = Field().Match(text) is { Success: true } process ? int.Parse(process.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
        IoctlRequest = Request().Match(text) is { Success: true } request ? int.Parse(request.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture) : null;
        IsPermissive = text.EndsWith("permissive=1", StringComparison.Ordinal);
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

    /// <summary>The type of the process.</summary>
    public string SourceType => Source.Split(':')[2];

    /// <summary>The number of the process, or 0.</summary>
    public int Process { get; }

    /// <summary>The ioctl request; null where it is about something else.</summary>
    public int? IoctlRequest { get; }

    /// <summary>Whether it was only logged.</summary>
    public bool IsPermissive { get; }

    /// <summary>The record in a line of the kernel's log, or null if the line is not about a decision.</summary>
    internal static AuditRecord? Parse(string line) => Decision().Match(line) is { Success: true } match ? new(line, match) : null;

    /// <inheritdoc/>
    public override string ToString() => Text;

    [GeneratedRegex(@"avc:\s+(?<result>denied|granted)\s+\{(?<permissions>[^}]*)\}.* scontext=(?<source>\S+) tcontext=(?<target>\S+) tclass=(?<class>\S+)")]
    private static partial Regex Decision();

    [GeneratedRegex(@" for  ?pid=(\d{1,9}) ")]
    private static partial Regex Field();

    [GeneratedRegex(@" ioctlcmd=0x([0-9a-f]{1,4}) ")]
    private static partial Regex Request();
}
