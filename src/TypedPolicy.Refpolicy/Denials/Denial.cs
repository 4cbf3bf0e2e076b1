using System.Collections.Immutable;

namespace TypedPolicy.Refpolicy.Denials;

/// <summary>An access that the kernel or a user-space object manager refused, as the audit log has it.</summary>
/// <param name="Source">The type of the context that asked (<c>scontext</c>).</param>
/// <param name="Target">The type of the context that it asked about (<c>tcontext</c>).</param>
/// <param name="Class">The object class (<c>tclass</c>).</param>
/// <param name="Permissions">The permissions, sorted, each once.</param>
public sealed record Denial(string Source, string Target, string Class, ImmutableArray<string> Permissions)
{
    /// <summary>How many records of the log say so.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The command that asked, of the first record that names one (<c>comm</c>).</summary>
    public string? Command { get; init; }

    /// <summary>The path or name of what it asked about, of the first record that has one (<c>path</c>, else <c>name</c>).</summary>
    public string? Path { get; init; }

    /// <summary>Whether every record was of a permissive domain: the access went through, and was written down only.</summary>
    public bool IsPermissive { get; init; }
}
