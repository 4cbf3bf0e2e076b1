using System.Collections.Immutable;

namespace TypedPolicy.Refpolicy.Language;

/// <summary>A statement of the kernel policy language.</summary>
public abstract record Statement
{
    /// <summary>Where it starts, in the text that was read.</summary>
    public int Start { get; internal set; }

    /// <summary>How long it is there.</summary>
    public int Length { get; internal set; }
}

/// <summary><c>module gravity 7.0.0;</c></summary>
/// <param name="Name">The module's name.</param>
/// <param name="Version">Its version; empty where it has none.</param>
public sealed record ModuleHeader(string Name, string Version) : Statement;

/// <summary><c>optional { … } else { … }</c></summary>
/// <param name="Statements">What holds where all that it requires is there.</param>
/// <param name="Otherwise">What holds where it is not.</param>
public sealed record OptionalBlock(ImmutableArray<Statement> Statements, ImmutableArray<Statement> Otherwise) : Statement;

/// <summary><c>if (a &amp;&amp; b) { … } else { … }</c></summary>
/// <param name="Condition">The condition.</param>
/// <param name="Then">What holds where it is true.</param>
/// <param name="Otherwise">What holds where it is not.</param>
public sealed record Conditional(Condition Condition, ImmutableArray<Statement> Then, ImmutableArray<Statement> Otherwise) : Statement;

/// <summary><c>name(a, b)</c>: a call of a macro that nothing has expanded.</summary>
/// <param name="Name">The macro.</param>
/// <param name="Arguments">What it is given.</param>
public sealed record MacroCall(string Name, ImmutableArray<MacroArgument> Arguments) : Statement;

/// <summary>An argument of a call, as it is written.</summary>
/// <param name="Text">The text, without blanks before it and with its quotes.</param>
/// <param name="Start">Where it starts in the text that was read.</param>
public sealed record MacroArgument(string Text, int Start)
{
    /// <summary>Whether it is one quoted text, with nothing beside the quotes but blanks after them.</summary>
    public bool IsQuoted => Text.Length > 1 && Text[0] == '`' && MacroText.EndOfQuotes(Text, 0, Text.Length) is var end && Text[end - 1] == '\'' && Text.Substring(end).Trim().Length == 0;

    /// <summary>The text without its outer quotes and without blanks after it.</summary>
    public string Unquoted => IsQuoted ? Text.Substring(1, MacroText.EndOfQuotes(Text, 0, Text.Length) - 2) : Text.TrimEnd();
}

/// <summary>
/// A macro whose arguments are statements, in a source that nobody expanded: <c>optional_policy</c>, <c>tunable_policy</c>,
/// <c>ifdef</c>, <c>ifndef</c>, <c>interface</c> and <c>template</c>.
/// </summary>
/// <param name="Name">The macro.</param>
/// <param name="Head">What is before the statements: the condition, the name that must be defined, the interface's name; empty for <c>optional_policy</c>.</param>
/// <param name="Statements">The statements.</param>
/// <param name="Otherwise">What holds otherwise.</param>
public sealed record MacroBlock(string Name, string Head, ImmutableArray<Statement> Statements, ImmutableArray<Statement> Otherwise) : Statement;
