using System.Collections.Immutable;

namespace TypedPolicy.Guest;

/// <summary>What became of a process in a guest.</summary>
public sealed record Outcome
{
    /// <summary>0 where all steps were done, else the error number of the first that failed.</summary>
    public required int Error { get; init; }

    /// <summary>The signal that ended the process, or 0.</summary>
    public required int Signal { get; init; }

    /// <summary>The first step that failed, counted from 0; not known after a program was executed, whose steps are part of that one.</summary>
    public required int FailedStep { get; init; }

    /// <summary>Whether a program was executed; an error is then one of its steps'.</summary>
    public required bool Executed { get; init; }

    /// <summary>The context that the process had in the end.</summary>
    public required string Context { get; init; }

    /// <summary>What the steps read.</summary>
    public required string Text { get; init; }

    /// <summary>The records of the kernel that the process caused.</summary>
    public required ImmutableArray<AuditRecord> Records { get; init; }

    /// <summary>What else the kernel said, such as that a context is not valid (SELINUX_ERR).</summary>
    public required ImmutableArray<string> Messages { get; init; }

    /// <summary>The domain that the process was in in the end.</summary>
    public string Domain => Context.Split(':') is [_, _, var type, ..] ? type : "";

    /// <summary>What was denied.</summary>
    public IEnumerable<AuditRecord> Denials => Records.Where(r => r.IsDenial);

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join("\n    ", [$"{(Signal > 0 ? $"signal {Signal}" : Error == 0 ? "done" : $"error {Error}, step {FailedStep}")} in {Context} {Text}", .. Records.Select(r => r.Text), .. Messages]);
}
