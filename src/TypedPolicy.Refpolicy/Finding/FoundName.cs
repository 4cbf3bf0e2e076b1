namespace TypedPolicy.Refpolicy.Finding;

/// <summary>Something that the headers of a base policy have a name for.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its SELinux name.</param>
/// <param name="CSharp">What C# calls it: <c>Kernel.ReadMessages</c>, <c>PingExec</c>; empty if C# cannot express it.</param>
/// <param name="Module">The module that it belongs to; for what headers only use, the first that names it.</param>
/// <param name="File">The header, relative to the tree; empty where headers only use it.</param>
/// <param name="Line">The line there, from 1.</param>
/// <param name="Summary">One sentence of documentation; empty where there is none.</param>
public sealed record FoundName(FoundKind Kind, string Name, string CSharp, string Module, string File, int Line, string Summary)
{
    /// <summary>What the headers say instead of it; null if it is not deprecated.</summary>
    public string? Deprecation { get; init; }

    /// <summary>How C# writes it: an interface as the attribute that applies it, <c>[Init.DaemonDomain&lt;TEntryPoint&gt;]</c>, anything else by its name.</summary>
    public string Written { get; init; } = CSharp;
}
