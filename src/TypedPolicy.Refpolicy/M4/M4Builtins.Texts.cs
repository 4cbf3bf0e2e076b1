using System.Text;

namespace TypedPolicy.Refpolicy.M4;

/// <summary>Texts: measured, searched, cut, changed.</summary>
internal static partial class M4Builtins
{
    private static void Length(M4Engine engine, M4Call call)
    {
        if (!LacksArguments(engine, call, 1, 1))
        {
            engine.Inspect(call[1]);
            engine.Push(M4Engine.Decimal(call[1].Length), call);
        }
    }

    private static void Index(M4Engine engine, M4Call call)
    {
        var found = 0;
        if (!LacksArguments(engine, call, 2, 2))
        {
            Inspect(engine, call);

            // Ordinal search is quadratic at worst, so it is paid for in full where both are long.
            var cost = call[1].Length + (Math.Min(call[2].Length, 4_096L) * call[1].Length / 4_096) + call[2].Length;
            found = engine.Spend(cost, call) ? call[1].IndexOf(call[2], StringComparison.Ordinal) : 0;
        }
        else if (call.Count != 1)
        {
            return;
        }

        engine.Push(M4Engine.Decimal(found), call);
    }

    private static void Substring(M4Engine engine, M4Call call)
    {
        if (LacksArguments(engine, call, 2, 3))
        {
            engine.Push(call.Mapped(1));
            return;
        }

        Inspect(engine, call);
        var available = call[1].Length;
        var length = available;
        if (!TryNumber(engine, call, 2, out var start) || (call.Count > 2 && !TryNumber(engine, call, 3, out length)))
        {
            return;
        }

        if (start >= 0 && length > 0 && start < available)
        {
            engine.Push(call[1].Substring(start, Math.Min(length, available - start)), call);
        }
    }

    private static void Transliterate(M4Engine engine, M4Call call)
    {
        if (LacksArguments(engine, call, 2, 3))
        {
            if (call.Count == 1)
            {
                engine.Push(call.Mapped(1));
            }

            return;
        }

        Inspect(engine, call);
        if (!engine.Spend(call[1].Length + call[2].Length + call[3].Length, call))
        {
            return;
        }

        var map = Map(call[1], new CharacterRanges(call[2]), new CharacterRanges(call[3]));
        var changed = new StringBuilder(call[1].Length);
        foreach (var character in call[1])
        {
            if (!map.TryGetValue(character, out var other))
            {
                changed.Append(character);
            }
            else if (other >= 0)
            {
                changed.Append((char)other);
            }
        }

        engine.Push(changed.ToString(), call);
    }

    /// <summary>What becomes of the characters of a text: the first of equal ones counts, and what has no partner is deleted.</summary>
    private static Dictionary<char, int> Map(string text, CharacterRanges from, CharacterRanges to)
    {
        var map = new Dictionary<char, int>();
        var open = new SortedSet<char>(text);
        foreach (var range in from.All)
        {
            // Only characters of the text count, each once: however many ranges there are, and however long, none is written out.
            foreach (var character in open.GetViewBetween(range.Low, range.High).ToArray())
            {
                map.Add(character, to.At(range.Offset + Math.Abs(character - range.First)));
                open.Remove(character);
            }
        }

        return map;
    }

    private static void Match(M4Engine engine, M4Call call)
    {
        if (LacksArguments(engine, call, 2, 3))
        {
            // Without a pattern everything matches at once.
            if (call.Count == 1)
            {
                engine.Push("0", call);
            }

            return;
        }

        if (M4Pattern.TryRead(call[2], out var problem) is not { } pattern)
        {
            engine.Error($"the pattern '{call[2]}': {problem}", call);
            return;
        }

        var groups = engine.Spend((long)call[1].Length * pattern.Size, call) ? pattern.Find(call[1], 0) : null;
        if (call.Count != 2 || DependsOnPlaceholders(engine, pattern, call, groups))
        {
            Inspect(engine, call);
        }

        if (call.Count == 2)
        {
            engine.Push(M4Engine.Decimal(groups is null ? -1 : groups[0]), call);
        }
        else if (groups is not null)
        {
            var replaced = new StringBuilder();
            Substitute(replaced, call[3], call[1], groups);
            engine.Push(replaced.ToString(), call);
        }
    }

    private static void Replace(M4Engine engine, M4Call call)
    {
        if (LacksArguments(engine, call, 2, 3))
        {
            if (call.Count == 1)
            {
                engine.Push(call.Mapped(1));
            }

            return;
        }

        if (M4Pattern.TryRead(call[2], out var problem) is not { } pattern)
        {
            engine.Error($"the pattern '{call[2]}': {problem}", call);
            return;
        }

        Inspect(engine, call);
        var text = call[1];
        var replaced = new StringBuilder();
        for (var at = 0; at <= text.Length;)
        {
            if (!engine.Spend((long)(text.Length - at + 1) * pattern.Size, call))
            {
                return;
            }

            if (pattern.Find(text, at) is not { } groups)
            {
                replaced.Append(text, at, text.Length - at);
                break;
            }

            replaced.Append(text, at, groups[0] - at);
            var before = replaced.Length;
            Substitute(replaced, call[3], text, groups);
            at = groups[1];
            if (groups[0] == groups[1])
            {
                // After an empty match one character is taken over, so that it ends.
                if (at < text.Length)
                {
                    replaced.Append(text[at]);
                }

                at++;
            }

            if (!engine.Spend(replaced.Length - before, call))
            {
                return;
            }
        }

        engine.Push(replaced.ToString(), call);
    }

    private static void Inspect(M4Engine engine, M4Call call)
    {
        for (var i = 1; i <= call.Count; i++)
        {
            engine.Inspect(call[i]);
        }
    }

    /// <summary>
    /// Whether a search finds something elsewhere once the placeholders are left out of the text: <c>gen_require</c> asks of each block whether any letter is in it, which is there without them.
    /// </summary>
    private static bool DependsOnPlaceholders(M4Engine engine, M4Pattern pattern, M4Call call, int[]? groups)
    {
        if (engine.Watched is not { } watched || !call[1].Contains(watched))
        {
            return engine.Watched is not null && call[2].Contains(engine.Watched);
        }

        var without = call[1].Replace(watched, "");
        return engine.Spend((long)without.Length * pattern.Size, call) && pattern.Find(without, 0)?[0] != groups?[0];
    }

    /// <summary>Appends a replacement, in which <c>\&amp;</c> is the whole match and <c>\1</c> its first group.</summary>
    private static void Substitute(StringBuilder into, string replacement, string text, int[] groups)
    {
        for (var i = 0; i < replacement.Length; i++)
        {
            if (replacement[i] != '\\')
            {
                into.Append(replacement[i]);
                continue;
            }

            if (++i == replacement.Length)
            {
                return;
            }

            var group = replacement[i] == '&' ? 0 : replacement[i] is >= '0' and <= '9' ? replacement[i] - '0' : -1;
            if (group < 0)
            {
                into.Append(replacement[i]);
            }
            else if ((group * 2) + 1 < groups.Length && groups[group * 2] >= 0)
            {
                into.Append(text, groups[group * 2], groups[(group * 2) + 1] - groups[group * 2]);
            }
        }
    }
}
