using System.Collections.Immutable;

namespace TypedPolicy.Model.Paths;

/// <summary>A part of a pattern, with its place in the source string.</summary>
internal abstract record PathNode(int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>One literal character.</summary>
internal sealed record PathCharacter(int Start, int Length, char Value) : PathNode(Start, Length);

/// <summary><c>.</c>: any byte.</summary>
internal sealed record PathAny(int Start, int Length) : PathNode(Start, Length);

/// <summary><c>[…]</c>, with the form in which it is written.</summary>
internal sealed record PathClass(int Start, int Length, ByteSet Set, string Text) : PathNode(Start, Length);

/// <summary>A word that genhomedircon replaces.</summary>
internal sealed record PathTemplate(int Start, int Length, string Name) : PathNode(Start, Length)
{
    public const string HomeDirectory = "HOME_DIR";
    public const string HomeRoot = "HOME_ROOT";
    public const string UserName = "%{USERNAME}";
    public const string UserId = "%{USERID}";

    public bool IsHome => Name is HomeDirectory or HomeRoot;

    /// <summary>The template word at a place of the source: the home ones only at its start.</summary>
    public static string? At(string source, int position)
    {
        if (position == 0 && source.StartsWith("HOME_", StringComparison.Ordinal))
        {
            foreach (string name in new[] { HomeDirectory, HomeRoot })
            {
                if (source.StartsWith(name, StringComparison.Ordinal)
                    && (source.Length == name.Length || !(source[name.Length] < 128 && ByteSet.Word.Contains(source[name.Length]))))
                {
                    return name;
                }
            }
        }

        return source[position] != '%' ? null : StartsAt(UserName) ? UserName : StartsAt(UserId) ? UserId : null;

        bool StartsAt(string name) => string.CompareOrdinal(source, position, name, 0, name.Length) == 0;
    }
}

/// <summary><c>(…|…)</c>.</summary>
internal sealed record PathGroup(int Start, int Length, ImmutableArray<PathSequence> Alternatives) : PathNode(Start, Length);

/// <summary>A quantifier and what it repeats; no <paramref name="Maximum"/> means without bound.</summary>
internal sealed record PathRepeat(int Start, int Length, PathNode Operand, int Minimum, int? Maximum) : PathNode(Start, Length)
{
    public bool IsOptional => Minimum == 0 && Maximum == 1;

    public bool IsUnbounded => Maximum is null;
}

/// <summary>Parts one after another.</summary>
internal sealed record PathSequence(int Start, int Length, ImmutableArray<PathNode> Nodes) : PathNode(Start, Length);
