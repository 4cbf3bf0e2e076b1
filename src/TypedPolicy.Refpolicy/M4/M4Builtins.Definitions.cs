namespace TypedPolicy.Refpolicy.M4;

/// <summary>Definitions: made, put aside, looked up, called by another name.</summary>
internal static partial class M4Builtins
{
    private static void DefineMacro(M4Engine engine, M4Call call)
    {
        if (Definition(engine, call) is { } macro)
        {
            engine.Symbols.Define(macro.Name, macro);
        }
    }

    private static void PushDefinition(M4Engine engine, M4Call call)
    {
        if (Definition(engine, call) is { } macro)
        {
            engine.Symbols.Push(macro.Name, macro);
        }
    }

    private static M4Macro? Definition(M4Engine engine, M4Call call)
    {
        if (LacksArguments(engine, call, 1, 2))
        {
            return null;
        }

        if (call.Arguments[0].Builtin is not null)
        {
            engine.Warning($"{call.Name} needs a name", call);
            return null;
        }

        var name = call[1];
        return call.Count > 1 && call.Arguments[1].Builtin is { } builtin ? builtin.As(name) : new M4Macro(name, call.Mapped(2));
    }

    private static void PopDefinitions(M4Engine engine, M4Call call)
    {
        for (var i = 1; i <= call.Count; i++)
        {
            engine.Symbols.Pop(call[i]);
        }
    }

    private static void Undefine(M4Engine engine, M4Call call)
    {
        for (var i = 1; i <= call.Count; i++)
        {
            engine.Symbols.Undefine(call[i]);
        }
    }

    private static void Definitions(M4Engine engine, M4Call call)
    {
        if (call.Count == 1 && engine.Symbols.Find(call[1]) is { Builtin: not null } builtin)
        {
            engine.Push(builtin);
            return;
        }

        // What is pushed last is read first.
        for (var i = call.Count; i >= 1; i--)
        {
            var macro = engine.Symbols.Find(call[i]);
            if (macro is { Builtin: not null })
            {
                engine.Warning("defn cannot join a built-in with other definitions", call);
            }
            else if (macro is not null && engine.Spend(macro.Body!.Length + 8, call))
            {
                engine.Push(engine.Quotes.Right, call);
                engine.Push(macro.Body);
                engine.Push(engine.Quotes.Left, call);
            }
        }
    }

    private static void CallBuiltin(M4Engine engine, M4Call call)
    {
        if (!LacksArguments(engine, call, 1, -1))
        {
            CallAs(engine, call, Symbols.Find(call[1]), $"m4 has no built-in '{call[1]}'");
        }
    }

    private static void CallIndirectly(M4Engine engine, M4Call call)
    {
        if (!LacksArguments(engine, call, 1, -1))
        {
            CallAs(engine, call, engine.Symbols.Find(call[1]), $"'{call[1]}' is not defined");
        }
    }

    private static void CallAs(M4Engine engine, M4Call call, M4Macro? macro, string otherwise)
    {
        if (macro is null)
        {
            engine.Error(otherwise, call);
            return;
        }

        // The hand-over ends in a plain call, so it is no deeper than a macro that calls another; but it may name itself.
        if (engine.Spend(64, call) && (macro.Builtin is null || call.Count > 1 || !macro.NeedsArguments))
        {
            engine.Expand(macro, new M4Call(macro, [.. call.Arguments.Skip(1)], call.Position, call.Frame));
        }
    }
}
