namespace TypedPolicy.Refpolicy.M4;

/// <summary>Choices, and lists of arguments.</summary>
internal static partial class M4Builtins
{
    private static void IfDefined(M4Engine engine, M4Call call)
    {
        if (LacksArguments(engine, call, 2, 3))
        {
            return;
        }

        engine.Inspect(call[1]);
        var defined = engine.Symbols.Find(call[1]) is not null;
        if (defined || call.Count > 2)
        {
            Choose(engine, call, defined ? 2 : 3);
        }
    }

    private static void IfElse(M4Engine engine, M4Call call)
    {
        // With one argument it is the comment of old m4 sources.
        if (call.Count == 1 || LacksArguments(engine, call, 3, -1))
        {
            return;
        }

        if (call.Count > 3 && call.Count % 3 == 2)
        {
            engine.Warning("ifelse has more arguments than it reads", call);
        }

        for (var first = 1; ; first += 3)
        {
            Compare(engine, call[first], call[first + 1]);
            if (call[first] == call[first + 1])
            {
                Choose(engine, call, first + 2);
                return;
            }

            if (call.Count - first + 1 <= 5)
            {
                Choose(engine, call, first + 3);
                return;
            }
        }
    }

    /// <summary>Equal texts are equal whatever a placeholder stands for; beside an empty text it only matters whether there is any.</summary>
    private static void Compare(M4Engine engine, string left, string right)
    {
        if (left != right)
        {
            engine.Inspect(left, isEmptinessOnly: right.Length == 0);
            engine.Inspect(right, isEmptinessOnly: left.Length == 0);
        }
    }

    private static void Shift(M4Engine engine, M4Call call)
    {
        if (!LacksArguments(engine, call, 1, -1))
        {
            engine.Push(engine.JoinArguments(call, 2, quoted: true));
        }
    }

    private static void Choose(M4Engine engine, M4Call call, int argument)
    {
        if (argument > call.Count)
        {
            return;
        }

        if (call.Arguments[argument - 1].Builtin is { } builtin)
        {
            engine.Push(builtin);
            return;
        }

        engine.Push(call.Mapped(argument));
    }
}
