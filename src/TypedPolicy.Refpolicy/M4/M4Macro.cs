using TypedPolicy.Refpolicy.Sources;

namespace TypedPolicy.Refpolicy.M4;

/// <summary>What a built-in does: it may write with <see cref="M4Engine.Push(MappedText)"/>, which m4 reads again.</summary>
/// <param name="engine">The engine.</param>
/// <param name="call">The call.</param>
public delegate void M4Builtin(M4Engine engine, M4Call call);

/// <summary>A definition of a name.</summary>
public sealed class M4Macro
{
    private MacroPart[]? _parts;

    internal M4Macro(string name, MappedText body) => (Name, Body) = (name, body);

    internal M4Macro(string name, M4Builtin builtin, bool needsArguments) => (Name, Builtin, NeedsArguments) = (name, builtin, needsArguments);

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The text that a call is replaced by, with <c>$1</c> and its like; nothing for a built-in.</summary>
    public MappedText? Body { get; }

    internal M4Builtin? Builtin { get; }

    /// <summary>Whether the name is plain text where no parenthesis follows it.</summary>
    internal bool NeedsArguments { get; }

    /// <summary>The body, cut at its <c>$</c>; empty where it has none.</summary>
    internal MacroPart[] Parts => _parts ??= MacroPart.Cut(Body!.Text);

    internal M4Macro As(string name) => Builtin is null ? new M4Macro(name, Body!) : new M4Macro(name, Builtin, NeedsArguments);
}
