using TypedPolicy.Refpolicy.Sources;

namespace TypedPolicy.Refpolicy.M4;

/// <summary>A call whose arguments are being read.</summary>
/// <param name="keepsPlaces">Whether the arguments know where they come from.</param>
internal sealed class OpenCall(bool keepsPlaces)
{
    public M4Macro Macro { get; private set; } = null!;

    public int Position { get; private set; }

    public int Frame { get; private set; }

    public MappedTextBuilder Text { get; } = new(keepsPlaces);

    /// <summary>Parentheses that are open in the current argument.</summary>
    public int Parentheses { get; set; }

    /// <summary>Whether nothing of the current argument was read yet, so that blanks are left out.</summary>
    public bool AtStart { get; set; }

    /// <summary>The built-in that the current argument is.</summary>
    public M4Macro? Builtin { get; set; }

    public List<M4Argument> Arguments { get; } = [];

    public void Start(M4Macro macro, int position, int frame)
    {
        (Macro, Position, Frame, Parentheses, AtStart, Builtin) = (macro, position, frame, 0, true, null);
        Arguments.Clear();
        Text.Clear();
    }

    public void EndArgument()
    {
        Arguments.Add(new M4Argument(Text.ToText(), Text.Length == 0 ? Builtin : null));
        Text.Clear();
        (Parentheses, AtStart, Builtin) = (0, true, null);
    }

    public M4Call ToCall() => new(Macro, [.. Arguments], Position, Frame);
}
