using TypedPolicy.Evidence.Sources;

namespace TypedPolicy.Evidence.Programs;

/// <summary>What a program's file shows of it: never run, never loaded.</summary>
/// <param name="Path">Where it is on the host.</param>
/// <param name="Kind">What it is.</param>
internal sealed record ProgramFacts(string Path, ProgramFileKind Kind)
{
    /// <summary>Functions that it imports, and types of .NET with their members (<c>System.Net.Dns</c>, <c>System.Net.Dns.GetHostEntry</c>), each with the file that does.</summary>
    public Dictionary<string, string> Uses { get; } = new(StringComparer.Ordinal);

    /// <summary>Absolute paths that it names where it uses files, with whether it only reads there.</summary>
    public Dictionary<string, Reason> Paths { get; } = new(StringComparer.Ordinal);

    /// <summary>Addresses that it is set to listen on: <c>http://*:8080</c>.</summary>
    public List<(string Url, Reason Reason)> Urls { get; } = [];

    /// <summary>Programs that a script or a constant names.</summary>
    public string? Interpreter { get; set; }

    /// <summary>What a person should look at.</summary>
    public List<EvidenceNote> Notes { get; } = [];
}

/// <summary>What the file of a program is.</summary>
internal enum ProgramFileKind
{
    /// <summary>Machine code.</summary>
    Elf,

    /// <summary>An assembly of .NET, or the host that starts one.</summary>
    DotNet,

    /// <summary>A text for an interpreter.</summary>
    Script,
}
