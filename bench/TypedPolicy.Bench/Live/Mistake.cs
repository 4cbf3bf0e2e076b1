using Microsoft.CodeAnalysis;

namespace TypedPolicy.Bench.Live;

/// <summary>A mistake that is typed in and taken back: the text before and after, and the rule that must then speak.</summary>
internal sealed record Mistake(string Name, string Right, string Wrong, string Rule, bool SymbolOnly)
{
    private const string File = "Component1.cs";

    /// <summary>One that the text of a path tells, one that blocks and that two files tell together, and one that is a judgement over all labels.</summary>
    public static Mistake[] All { get; } =
    [
        new("a path below an equivalence (TP4008), by the rules of the symbol alone", "\"/var/run/component1\"", "\"/run/component1\"", "TP4008", SymbolOnly: true),
        new("the same, by every rule", "\"/var/run/component1\"", "\"/run/component1\"", "TP4008", SymbolOnly: false),
        new("a port that another file has (TP6002), by every rule", "Protocol.Tcp, 41001", "Protocol.Tcp, 41002", "TP6002", SymbolOnly: false),
        new("a label that another line has (TP4010), by every rule", "(\"/srv/component1\")", "(/**/\"/var/lib/component1\")", "TP4010", SymbolOnly: false),
    ];

    /// <summary>Types the mistake, or takes it back.</summary>
    public Task<DocumentId> Toggle(LiveProject project, bool isWrong) => isWrong ? project.Type(File, Right, Wrong) : project.Type(File, Wrong, Right);
}
