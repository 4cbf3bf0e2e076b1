using TypedPolicy.Refpolicy.Sources;

namespace TypedPolicy.Refpolicy.M4;

/// <summary>A macro call whose arguments are read.</summary>
public sealed class M4Call
{
    internal M4Call(M4Macro macro, M4Argument[] arguments, int position, int frame) =>
        (Macro, Arguments, Position, Frame) = (macro, arguments, position, frame);

    /// <summary>The name that was called: <c>$0</c>.</summary>
    public string Name => Macro.Name;

    /// <summary>How many arguments were given; a call without parentheses has none, one with empty ones has one.</summary>
    public int Count => Arguments.Length;

    /// <summary>The position of the name.</summary>
    public int Position { get; }

    /// <summary>The call in whose text this one stands.</summary>
    public int Frame { get; }

    internal M4Macro Macro { get; }

    internal M4Argument[] Arguments { get; }

    /// <summary>An argument's text; empty where it was not given.</summary>
    /// <param name="index">Its number, from 1 as in <c>$1</c>.</param>
    public string this[int index] => index <= Arguments.Length ? Arguments[index - 1].Text.Text : "";

    /// <summary>An argument with its places.</summary>
    /// <param name="index">Its number, from 1.</param>
    public MappedText Mapped(int index) => index <= Arguments.Length ? Arguments[index - 1].Text : MappedText.Empty;
}

/// <summary>An argument: a text, or a built-in that <c>defn</c> handed over.</summary>
internal readonly record struct M4Argument(MappedText Text, M4Macro? Builtin);
